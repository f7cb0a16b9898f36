// How large a wall is: its unit in CSS pixels, 1 on 1080p and below, 2 on 4K. presenter.css has the same as --u.

import type { MapModel } from "./map-model.ts";

export const wallUnit = (width: number, height: number): number =>
  Math.max(1, Math.min(width / 1920, height / 1080));

/** Of the screen the model is shown on; null at the desk. */
export const unitFor = ({ wall }: Pick<MapModel, "wall">): number | null =>
  wall === true ? wallUnit(window.innerWidth, window.innerHeight) : null;
