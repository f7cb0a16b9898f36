// Footprints and figures: rigid shapes in metres around a plan point, turned with the street beside them, and plan
// polygons that bend with the land. All return rings in ground metres, counter-clockwise, not closed.
import { bearingAt, warp } from "./warp.mjs";

/** A rigid shape (points x along plan east, y to plan north) set down at a plan point, `turn` radians extra. */
export function setDown(shape, p, q, turn = 0) {
  const [x0, y0] = warp(p, q);
  const angle = bearingAt(p, q) + turn;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return shape.map(([x, y]) => [x0 + x * cos - y * sin, y0 + x * sin + y * cos]);
}

export const rectangle = (width, depth) => [
  [-width / 2, -depth / 2],
  [width / 2, -depth / 2],
  [width / 2, depth / 2],
  [-width / 2, depth / 2],
];

/** A tower with four wings: the plus-like plan of most Chinese point blocks. */
export function towerShape(width, depth) {
  const [a, b] = [width / 2, depth / 2];
  const [c, d] = [a * 0.52, b * 0.5];
  return [
    [-c, -b],
    [c, -b],
    [c, -d],
    [a, -d],
    [a, d],
    [c, d],
    [c, b],
    [-c, b],
    [-c, d],
    [-a, d],
    [-a, -d],
    [-c, -d],
  ];
}

/** An ellipse of `corners` points; `share` of the radius by angle makes it a pond or a wood. */
export function blob(rx, ry, corners, share = () => 1) {
  return Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners;
    return [rx * share(angle) * Math.cos(angle), ry * share(angle) * Math.sin(angle)];
  });
}

/** A plan rectangle [west, north, east, south] as a ring that follows the bend of the land. */
export function bentRectangle([west, north, east, south], stepMetres = 60) {
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
  return corners.flatMap((from, i) => bentSide(from, corners[(i + 1) % 4], stepMetres));
}

/** A plan polyline as ground metres with a vertex at least every `stepMetres`. */
export function bentLine(points, stepMetres = 30) {
  const line = points.slice(1).flatMap((to, i) => bentSide(points[i], to, stepMetres));
  return thin([...line, warp(...points.at(-1))], 0.25);
}

function bentSide(from, to, stepMetres) {
  const steps = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / stepMetres));
  return Array.from({ length: steps }, (_, i) => {
    const share = i / steps;
    return warp(from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1]));
  });
}

/** Douglas–Peucker: drops vertices that lie within `metres` of the line without them. */
function thin(line, metres) {
  if (line.length < 3) return line;
  const [a, b] = [line[0], line.at(-1)];
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  let [worst, at] = [-1, 0];
  for (let i = 1; i < line.length - 1; i++) {
    const [x, y] = [line[i][0] - a[0], line[i][1] - a[1]];
    const off = length === 0 ? Math.hypot(x, y) : Math.abs(x * (b[1] - a[1]) - y * (b[0] - a[0])) / length;
    if (off > worst) [worst, at] = [off, i];
  }
  if (worst <= metres) return [a, b];
  return [...thin(line.slice(0, at + 1), metres).slice(0, -1), ...thin(line.slice(at), metres)];
}
