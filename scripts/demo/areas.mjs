// Areas made of block territories: rectangles that tile the plan are dissolved by cancelling the sides that two of
// them share. Every side is first broken at every corner that lies on it, so neighbours keep exactly the same vertices.
import { warp } from "./warp.mjs";

const STEP = 90;

/**
 * @param territories all rectangles [west, north, east, south] of the plan, which give the common break points
 * @returns a function (some of the rectangles) → rings in ground metres, outer counter-clockwise
 */
export function createDissolver(territories) {
  const rows = new Map();
  const columns = new Map();
  for (const [west, north, east, south] of territories) {
    for (const q of [north, south]) for (const p of [west, east]) note(rows, q, p);
    for (const p of [west, east]) for (const q of [north, south]) note(columns, p, q);
  }
  for (const marks of [rows, columns]) for (const [key, set] of marks) marks.set(key, densify(set));
  return (rectangles) => dissolve(rectangles, rows, columns);
}

function dissolve(rectangles, rows, columns) {
  const next = new Map();
  const add = (from, to) => {
    const [a, b] = [from.join(" "), to.join(" ")];
    if (next.get(b)?.delete(a)) return;
    if (!next.has(a)) next.set(a, new Set());
    next.get(a).add(b);
  };
  for (const [west, north, east, south] of rectangles) {
    for (const [a, b] of walk(rows.get(south), west, east)) add([a, south], [b, south]);
    for (const [a, b] of walk(columns.get(east), south, north)) add([east, a], [east, b]);
    for (const [a, b] of walk(rows.get(north), east, west)) add([a, north], [b, north]);
    for (const [a, b] of walk(columns.get(west), north, south)) add([west, a], [west, b]);
  }
  return rings(next);
}

/** Steps from one coordinate to another through the marks between them. */
function walk(marks, from, to) {
  const inside = marks.filter((mark) => mark >= Math.min(from, to) && mark <= Math.max(from, to));
  if (from > to) inside.reverse();
  return inside.slice(1).map((mark, i) => [inside[i], mark]);
}

function rings(next) {
  const done = [];
  for (const start of next.keys()) {
    while (next.get(start).size > 0) done.push(ringFrom(next, start));
  }
  return done.sort((a, b) => b.length - a.length);
}

/** Follows sides until back at the start; at a corner where two rings touch, the last turn taken is the sharper one. */
function ringFrom(next, start) {
  const keys = [start];
  for (;;) {
    const here = keys.at(-1);
    const choices = [...next.get(here)];
    const to = choices.length > 1 && keys.length > 1 ? leftmost(keys.at(-2), here, choices) : choices[0];
    next.get(here).delete(to);
    if (to === start) return keys.map((key) => warp(...key.split(" ").map(Number)));
    keys.push(to);
  }
}

function leftmost(before, here, choices) {
  const [bp, bq] = before.split(" ").map(Number);
  const [hp, hq] = here.split(" ").map(Number);
  const turn = (key) => {
    const [p, q] = key.split(" ").map(Number);
    return (hp - bp) * (q - hq) - (hq - bq) * (p - hp);
  };
  return choices.sort((a, b) => turn(a) - turn(b))[0];
}

function note(marks, line, value) {
  if (!marks.has(line)) marks.set(line, new Set());
  marks.get(line).add(value);
}

function densify(set) {
  const corners = [...set].sort((a, b) => a - b);
  return corners.flatMap((from, i) => {
    if (i === corners.length - 1) return [from];
    const steps = Math.max(1, Math.round((corners[i + 1] - from) / STEP));
    return Array.from({ length: steps }, (_, k) => from + ((corners[i + 1] - from) * k) / steps);
  });
}
