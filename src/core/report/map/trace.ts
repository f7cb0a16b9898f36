// Ground geometry as lines on the page: culled by box, cut at the window, brought to millimetres, simplified to what
// a page can show. Outer rings run one way and holes the other, so that overlapping features of a layer do not
// cancel out.

import type { LineColumns, PolygonColumns } from "../../geo/index.ts";
import { boxOf } from "../../geo/index.ts";
import type { Millimetres, PathLines } from "../page.ts";
import { clipLine, clipRing } from "./clip-to-extent.ts";
import { type Extent, type MapWindow, meets, toPage } from "./map-window.ts";
import { simplifyLine } from "./simplify-line.ts";

/** A layer in metres with the box of each feature. */
export interface Placed<T> {
  readonly shapes: T;
  /** [west, south, east, north] of feature i at 4i. */
  readonly boxes: Float64Array;
}

export function placePolygons(polygons: PolygonColumns): Placed<PolygonColumns> {
  const boxes = new Float64Array(4 * polygons.count);
  for (let row = 0; row < polygons.count; row++) boxes.set(boxOf(polygons, row), 4 * row);
  return { shapes: polygons, boxes };
}

export function placeLines(lines: LineColumns): Placed<LineColumns> {
  const boxes = new Float64Array(4 * lines.count);
  for (let row = 0; row < lines.count; row++) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = lines.offsets[row]!; i < lines.offsets[row + 1]!; i++) {
      box[0] = Math.min(box[0]!, lines.xy[2 * i]!);
      box[1] = Math.min(box[1]!, lines.xy[2 * i + 1]!);
      box[2] = Math.max(box[2]!, lines.xy[2 * i]!);
      box[3] = Math.max(box[3]!, lines.xy[2 * i + 1]!);
    }
    boxes.set(box, 4 * row);
  }
  return { shapes: lines, boxes };
}

export const boxAt = ({ boxes }: Placed<unknown>, row: number): Extent => [
  boxes[4 * row]!,
  boxes[4 * row + 1]!,
  boxes[4 * row + 2]!,
  boxes[4 * row + 3]!,
];

/** No vertex left out lies farther than this from the line drawn: a third of the finest line. */
const TOLERANCE: Millimetres = 0.035;
/** Rings smaller than this are left out, in square millimetres. */
const SPECK = 0.01;

/** Rings of the features for which `keep` holds. */
export function tracePolygons(
  { shapes, boxes }: Placed<PolygonColumns>,
  window: MapWindow,
  keep: (row: number) => boolean = () => true,
): PathLines {
  const out = new PathBuilder(window);
  const { featureOffsets, partOffsets } = shapes;
  for (let row = 0; row < shapes.count; row++) {
    if (!meets(boxAt({ shapes, boxes }, row), window.ground) || !keep(row)) continue;
    for (let part = featureOffsets[row]!; part < featureOffsets[row + 1]!; part++) {
      for (let ring = partOffsets[part]!; ring < partOffsets[part + 1]!; ring++) {
        out.addRing(shapes, ring, ring === partOffsets[part]!);
      }
    }
  }
  return out.finish();
}

/** Lines for which `keep` holds. */
export function traceLines(
  { shapes, boxes }: Placed<LineColumns>,
  window: MapWindow,
  keep: (row: number) => boolean = () => true,
): PathLines {
  const out = new PathBuilder(window);
  for (let row = 0; row < shapes.count; row++) {
    if (!meets(boxAt({ shapes, boxes }, row), window.ground) || !keep(row)) continue;
    const line = Array.from(shapes.xy.subarray(2 * shapes.offsets[row]!, 2 * shapes.offsets[row + 1]!));
    for (const part of clipLine(line, window.ground)) out.addLine(part);
  }
  return out.finish();
}

/** Drawn this many times its size about a point in metres. */
interface Enlarged {
  readonly factor: number;
  readonly middle: readonly [number, number];
}

/** Gathers rings and lines that are given in metres. */
export class PathBuilder {
  private readonly window: MapWindow;
  private readonly ends: number[] = [0];
  private readonly xy: number[] = [];

  constructor(window: MapWindow) {
    this.window = window;
  }

  addRing({ ringOffsets, xy }: PolygonColumns, ring: number, outer: boolean, enlarged?: Enlarged): void {
    const pairs = Array.from(xy.subarray(2 * ringOffsets[ring]!, 2 * ringOffsets[ring + 1]!));
    if (enlarged !== undefined && enlarged.factor !== 1) {
      const { factor, middle } = enlarged;
      pairs.forEach((value, i) => {
        pairs[i] = middle[i % 2]! + factor * (value - middle[i % 2]!);
      });
    }
    this.addOutline(pairs, outer);
  }

  /** A square about a point; `half` of its side in metres. */
  addSquare(x: number, y: number, half: number): void {
    this.addOutline([x - half, y - half, x + half, y - half, x + half, y + half, x - half, y + half], true);
  }

  private addOutline(pairs: readonly number[], outer: boolean): void {
    const inside = clipRing(pairs, this.window.ground);
    const page = this.toMillimetres(inside);
    if (page.length < 6) return;
    page.push(page[0]!, page[1]!);
    const kept = simplifyLine(page, TOLERANCE).slice(0, -1);
    const area = signedArea(page, kept);
    if (kept.length < 3 || Math.abs(area) < SPECK) return;
    if (area > 0 !== outer) kept.reverse();
    this.push(page, kept);
  }

  addLine(metres: readonly number[]): void {
    const page = this.toMillimetres(metres);
    this.push(page, simplifyLine(page, TOLERANCE));
  }

  finish(): PathLines {
    return { offsets: Uint32Array.from(this.ends), xy: Float32Array.from(this.xy) };
  }

  private toMillimetres(metres: readonly number[]): number[] {
    const page: number[] = [];
    for (let i = 0; i + 1 < metres.length; i += 2)
      page.push(...toPage(this.window, metres[i]!, metres[i + 1]!));
    return page;
  }

  private push(page: readonly number[], kept: readonly number[]): void {
    for (const i of kept) this.xy.push(page[2 * i]!, page[2 * i + 1]!);
    this.ends.push(this.xy.length / 2);
  }
}

/** Twice the area is what the sum gives; the sign tells which way round. */
function signedArea(page: readonly number[], ring: readonly number[]): number {
  let doubled = 0;
  ring.forEach((i, k) => {
    const j = ring[(k + 1) % ring.length]!;
    doubled += page[2 * i]! * page[2 * j + 1]! - page[2 * j]! * page[2 * i + 1]!;
  });
  return doubled / 2;
}

export const isEmptyPath = ({ offsets }: PathLines): boolean => offsets.length < 2;
