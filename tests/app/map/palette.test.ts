import { describe, expect, it } from "vitest";
import { COMMUNITY_STATES, MAP_THEMES } from "../../../src/app/map/map-model.ts";
import {
  COMMUNITY_FILLS,
  COMMUNITY_HATCHES,
  faded,
  GROUND,
  LEGEND,
  LEGEND_KEYS,
  RESIDENCE_COLORS,
  rgbOf,
} from "../../../src/app/map/palette.ts";
import { classColors } from "../../../src/app/map/residence-layer.ts";

/** WCAG relative luminance of a colour. */
function luminance(hex: string): number {
  const [red, green, blue] = rgbOf(hex).map((value) => {
    const share = value / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
const contrast = (a: string, b: string): number => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

describe("palette", () => {
  it("shows every community state but the met one, by colour or by hatch, never both", () => {
    for (const state of COMMUNITY_STATES) {
      const ways = [COMMUNITY_FILLS[state], COMMUNITY_HATCHES[state]].filter((way) => way !== null);
      expect(ways, state).toHaveLength(state === "met" ? 0 : 1);
    }
  });

  it("explains every theme, every key on some theme", () => {
    const used = MAP_THEMES.flatMap((theme) => LEGEND[theme].map(({ key }) => key));
    expect(new Set(used)).toEqual(new Set(LEGEND_KEYS));
  });

  it("keeps the accent out of the data", () => {
    const data = MAP_THEMES.flatMap((theme) => Object.values(RESIDENCE_COLORS[theme]));
    expect([...data, ...Object.values(COMMUNITY_FILLS)]).not.toContain(GROUND.accent);
  });

  it("steps the three teals evenly enough to tell apart in grey print", () => {
    const { near, middle, far } = RESIDENCE_COLORS.circles;
    expect(contrast(near, middle)).toBeGreaterThan(1.5);
    expect(contrast(middle, far)).toBeGreaterThan(1.4);
  });

  it("writes names dark enough to read on the paper", () => {
    for (const ink of [GROUND.ink, GROUND.inkSoft, GROUND.subdistrict]) {
      expect(contrast(ink, GROUND.paper)).toBeGreaterThan(4.5);
    }
  });

  it("fades stale results but never the data theme", () => {
    expect(faded([0, 0, 0])).toEqual([150, 150, 150]);
    expect(classColors("circles", true)).not.toEqual(classColors("circles", false));
    expect(classColors("data", true)).toEqual(classColors("data", false));
  });

  it("refuses what is not a colour", () => {
    expect(() => rgbOf("teal")).toThrow("not a colour: teal");
  });
});
