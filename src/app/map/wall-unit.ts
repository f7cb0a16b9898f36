// How large a wall is: its unit in CSS pixels, 1 on 1080p, 2 on 4K, two thirds on a 720p projector, whose wall is as
// large and whose picture is the same. presenter.css has the same as --u.

import type { MapModel } from "./map-model.ts";

/** In a window smaller than any projector, type stays readable at a desk. */
const LEAST_UNIT = 0.6;

export const wallUnit = (width: number, height: number): number =>
  Math.max(LEAST_UNIT, Math.min(width / 1920, height / 1080));

/** Of the screen the model is shown on; null at the desk. */
export const unitFor = ({ wall }: Pick<MapModel, "wall">): number | null =>
  wall === true ? wallUnit(window.innerWidth, window.innerHeight) : null;
