// One page with a shape of every kind, small enough to be made on both sides of a browser.

import type { Page, Shape } from "../../src/core/report/index.ts";

const outline = (...xy: number[]) => ({
  offsets: Uint32Array.of(0, xy.length / 2),
  xy: Float32Array.from(xy),
});
const stroke = { color: "#1F2328", width: 0.5, opacity: 1, dash: [3, 1], cap: "round" as const };
const letters = { size: 14, color: "#1F2328", weight: 700 as const };

const shapes: readonly Shape[] = [
  {
    kind: "path",
    lines: outline(10, 10, 60, 10, 60, 40, 10, 40),
    closed: true,
    fill: { color: "#4FA39A", opacity: 0.5 },
    stroke,
  },
  { kind: "disc", x: 80, y: 25, radius: 9, fill: { color: "#6A3D9A", opacity: 1 }, stroke: null },
  {
    kind: "clip",
    to: outline(10, 50, 40, 50, 25, 70),
    shapes: [
      {
        kind: "path",
        lines: outline(0, 60, 100, 60),
        closed: false,
        fill: null,
        stroke: { ...stroke, width: 8, dash: [], color: "#D98300" },
      },
    ],
  },
  {
    kind: "label",
    x: 45,
    y: 60,
    text: "圈点（372 户）。A",
    width: 50,
    ...letters,
    halo: { color: "#A8D5CD", width: 1 },
  },
  { kind: "label", x: 45, y: 70, text: "步行 15 分钟", width: 40, ...letters, weight: 400, halo: null },
];

export const SAMPLE_PAGE: Page = {
  key: "sample",
  kind: "overview",
  title: "sample",
  width: 110,
  height: 80,
  items: [{ kind: "drawing", role: "map", box: { x: 0, y: 0, width: 110, height: 80 }, shapes }],
  scale: null,
  provenance: { option: "", revision: 0, stale: false, pack: "", walk: "", sources: [] },
  figures: [],
};

/** Mean darkness of cells of `size` × `size` pixels, 0 white … 255 black: a missing word or line changes its cell. */
export function inkByCell(pixels: ArrayLike<number>, width: number, height: number, size = 20): number[] {
  const [columns, rows] = [Math.floor((width - 1) / size), Math.floor((height - 1) / size)];
  const sums = new Array<number>(columns * rows).fill(0);
  for (let y = 0; y < rows * size; y++) {
    for (let x = 0; x < columns * size; x++) {
      const at = 4 * (y * width + x);
      const light = (pixels[at]! + pixels[at + 1]! + pixels[at + 2]!) / 3;
      sums[Math.floor(y / size) * columns + Math.floor(x / size)]! += 255 - light;
    }
  }
  return sums.map((sum) => sum / size ** 2);
}
