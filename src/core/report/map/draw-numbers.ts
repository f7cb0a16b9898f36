// Numbers on the drawings of grids: the code of each grid, and the households of each building of the grid a page
// is about.

import { interiorPoint } from "../../geo/index.ts";
import type { TextStyle } from "../page.ts";
import { GROUND, RESIDENCE_INKS } from "../palette.ts";
import { groupDigits } from "../write-figure.ts";
import { residenceOnPage } from "./draw-residences.ts";
import type { MapFacts } from "./map-facts.ts";
import { type MapWindow, toPage } from "./map-window.ts";
import type { LabelWish } from "./place-labels.ts";

/** The tail of each grid's code (its number inside the community), or its name. */
export function gridWishes({ ground }: MapFacts, window: MapWindow, type: number, without = -1): LabelWish[] {
  const { records } = ground.baseline.grids;
  const styles = [7, 5.8].map((size): TextStyle => ({ size: size * type, weight: 400, color: GROUND.ink }));
  return records.flatMap(({ id, name }, row) => {
    if (row === without) return [];
    const [x, y] = toPage(window, ...interiorPoint(ground.grids.shapes, row));
    if (!Number.isFinite(x) || x < window.box.x || y < window.box.y) return [];
    const text = /^\d{12,}$/.test(id) ? id.slice(-3) : name || id;
    return [{ text, x, y, away: 0, styles, width: 24, halo: "#FFFFFF" }];
  });
}

/** Households of each building of one grid, the largest first; "?" where they are unknown. */
export function householdWishes(
  { ground, subject }: MapFacts,
  window: MapWindow,
  grid: number,
  type: number,
): LabelWish[] {
  const { households } = subject.baseline.residences;
  const styles = [6.5, 5.2, 4.2].map(
    (size): TextStyle => ({ size: size * type, weight: 400, color: GROUND.ink }),
  );
  return [...subject.residenceGrid.keys()]
    .filter((row) => subject.residenceGrid[row] === grid)
    .sort((a, b) => (households[b] || 0) - (households[a] || 0))
    .map((row) => {
      const [x, y] = residenceOnPage(ground, window, row);
      const count = households[row]!;
      const text = Number.isNaN(count) ? "?" : groupDigits(count);
      return { text, x, y, away: 0, styles, width: 20, halo: RESIDENCE_INKS.plain, isFixed: true };
    });
}
