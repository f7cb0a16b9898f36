// From plan metres to the ground: the lattice is bent so that the river meanders, the stream winds and the railway
// sweeps, then turned a few degrees. Smooth and one-to-one: neighbouring places stay neighbours, shared lines stay shared.
// Ground metres are east, north of ORIGIN; degrees by the radii of curvature there (good to 0.03 % here).
import { RAIL_LINE, RIVER_LINE, STREAM_LINE, U, V } from "./plan.mjs";

/** Open farmland without a town; the district itself is invented. */
const ORIGIN = [112.28, 29.2];
const TURN = (-7 * Math.PI) / 180;
const METRES_PER_DEGREE = metresPerDegree(ORIGIN[1]);

/** Plan point → ground metres [east, north]. */
export function warp(p, q) {
  const [middleP, middleQ] = [U.at(-1) / 2, V.at(-1) / 2];
  const near = (distance, width) => Math.exp(-((distance / width) ** 2));
  const river =
    (265 * Math.sin(p / 900 + 0.4) + 75 * Math.sin(p / 390 + 2.1)) * near(q - V[RIVER_LINE], 1450);
  const stream = (70 * Math.sin(q / 330 + 1) + 22 * Math.sin(q / 140)) * near(p - U[STREAM_LINE], 520);
  const rail = 120 * Math.sin(q / 1150 + 0.5) * near(p - U[RAIL_LINE], 950);
  const rim =
    130 * Math.sin(p / 820 + 0.9) * near(q - V[0], 800) + 120 * Math.sin(p / 640) * near(q - V.at(-1), 760);
  const flank =
    110 * Math.sin(q / 620 + 1.2) * near(p - U[0], 620) + 130 * Math.sin(q / 760) * near(p - U.at(-1), 760);
  const x = p - middleP + stream + rail + flank + 60 * Math.sin(q / 1300 + p / 2600);
  const y = middleQ - q + river + rim + 70 * Math.sin(p / 1700 + 1.1);
  return [x * Math.cos(TURN) - y * Math.sin(TURN), x * Math.sin(TURN) + y * Math.cos(TURN)];
}

/** Direction (radians, counter-clockwise from east) that plan east takes on the ground at a plan point. */
export function bearingAt(p, q) {
  const [x0, y0] = warp(p - 1, q);
  const [x1, y1] = warp(p + 1, q);
  return Math.atan2(y1 - y0, x1 - x0);
}

/** Ground metres → [longitude, latitude], rounded to 1e-6 degrees (0.1 m). */
export const toDegrees = ([x, y]) => [
  round6(ORIGIN[0] + x / METRES_PER_DEGREE.lon),
  round6(ORIGIN[1] + y / METRES_PER_DEGREE.lat),
];

const round6 = (value) => Math.round(value * 1e6) / 1e6;

function metresPerDegree(latitude) {
  const phi = (latitude * Math.PI) / 180;
  const [a, e2] = [6378137, 0.00669438];
  const w = Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
  return {
    lon: (a / w) * Math.cos(phi) * (Math.PI / 180),
    lat: ((a * (1 - e2)) / w ** 3) * (Math.PI / 180),
  };
}
