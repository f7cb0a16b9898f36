// Marks and hatches as a wall shows them: drawn anew for its unit, not blown up. A centre has a disc whose letter is 28 units
// or larger, and a dot where there is no room for it.

import type { CenterLevel } from "../../core/model/index.ts";
import { allMarks, drawMark, hatchPictures, markName, type Pictures } from "./mark-images.ts";

/** Diameters, units. */
const DIAMETER: Record<CenterLevel, readonly [disc: number, dot: number]> = {
  subdistrict: [56, 30],
  community: [50, 24],
  area: [47, 17],
  grid: [47, 17],
  station: [47, 17],
};

/** Ends the name of a mark without its letter. */
export const DOT = "-dot";

export const wallPictures = (language: "zh-CN" | "en", scale: number): Pictures => [
  ...hatchPictures(scale),
  ...allMarks().flatMap((mark) => {
    const [disc, dot] = DIAMETER[mark.level];
    return [
      [markName(mark), drawMark(mark, language, { diameter: disc, scale, letter: true })] as const,
      [markName(mark) + DOT, drawMark(mark, language, { diameter: dot, scale, letter: false })] as const,
    ];
  }),
];
