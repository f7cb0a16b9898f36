// Walls of gated compounds: the lot's outline, left open for a few metres at every open gate. A closed gate is wall.

import { WALL_INSET } from "./lots.mjs";

const HALF_GAP = 4;

/** Plan polylines (two points each) of one compound's wall. */
export function wallsOf({ block, gates }) {
  const [west, north, east, south] = block.lot.map(
    (line, side) => line + (side < 2 ? WALL_INSET : -WALL_INSET),
  );
  const open = gates.filter((gate) => gate.open).map((gate) => gate.at);
  const onRow = (q) => open.filter((at) => at[1] === q).map((at) => at[0]);
  const onColumn = (p) => open.filter((at) => at[0] === p).map((at) => at[1]);
  return [
    ...gapped(west, east, onRow(north)).map(([a, b]) => [
      [a, north],
      [b, north],
    ]),
    ...gapped(west, east, onRow(south)).map(([a, b]) => [
      [a, south],
      [b, south],
    ]),
    ...gapped(north, south, onColumn(west)).map(([a, b]) => [
      [west, a],
      [west, b],
    ]),
    ...gapped(north, south, onColumn(east)).map(([a, b]) => [
      [east, a],
      [east, b],
    ]),
  ];
}

function gapped(from, to, gaps) {
  const pieces = [];
  let start = from;
  for (const gap of [...gaps].sort((a, b) => a - b)) {
    pieces.push([start, gap - HALF_GAP]);
    start = gap + HALF_GAP;
  }
  return [...pieces, [start, to]];
}
