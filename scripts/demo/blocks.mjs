// Cells of the lattice cut into blocks by local streets. A block keeps three rectangles [west, north, east, south] in
// plan metres: `territory` up to the lattice lines (what communities and grids are made of), `road` up to the middle of
// the streets around it, `lot` the ground that can be built on.
import { CELLS, KINDS, kindU, kindV, U, V } from "./plan.mjs";
import { randomFor } from "./random.mjs";

const LOCAL_HALF_WIDTH = 7;

/** What the blocks of a cell are used for, by the cell's letter: use → weight. */
const MIXES = {
  S: { slab: 58, tower: 6, school: 7, park: 7, shops: 14, public: 8 },
  T: { tower: 52, slab: 14, school: 6, park: 9, shops: 12, office: 7 },
  V: { village: 100 },
  C: { courtyard: 88, park: 5, school: 7 },
  R: { relocation: 100 },
  O: { office: 80, park: 12, shops: 8 },
  M: { mall: 60, office: 40 },
  K: { campus: 100 },
  P: { park: 100 },
  I: { works: 100 },
  F: { fields: 100 },
  H: { hill: 100 },
};
const PATTERNS = {
  S: { quad: 30, columns: 25, rows: 20, west: 13, east: 12 },
  T: { quad: 12, columns: 34, rows: 34, west: 10, east: 10 },
  V: { columns: 50, rows: 50 },
  C: { columns: 40, quad: 60 },
  O: { quad: 60, columns: 40 },
  I: { columns: 50, rows: 50 },
};

/** @returns {{ blocks: object[], streets: object[] }} blocks and the local streets between them */
export function makeBlocks() {
  const parts = CELLS.map(cutCell);
  return { blocks: parts.flatMap((part) => part.blocks), streets: parts.flatMap((part) => part.streets) };
}

function cutCell(cell) {
  const random = randomFor(`cell ${cell.c} ${cell.r}`);
  const frame = frameOf(cell);
  const pattern = PATTERNS[cell.use] ? random.weighted(PATTERNS[cell.use]) : "whole";
  const p = mid(frame.road[0], frame.road[2], random.between(0.44, 0.56));
  const q = mid(frame.road[1], frame.road[3], random.between(0.44, 0.56));
  const { pieces, streets } = cut(pattern, frame, p, q);
  const blocks = pieces.map((piece, index) => ({
    ...piece,
    cell,
    index,
    community: cell.community,
    use: random.weighted(MIXES[cell.use]),
  }));
  return { blocks, streets: streets.map((points) => ({ points, name: "", grade: "支路", layer: 0 })) };
}

function frameOf({ c, r }) {
  const kinds = [kindU(c, r), kindV(r, c), kindU(c + 1, r), kindV(r + 1, c)].map((kind) => KINDS[kind]);
  const territory = [U[c], V[r], U[c + 1], V[r + 1]];
  const inward = [1, 1, -1, -1];
  const road = territory.map((line, side) => line + inward[side] * kinds[side].side);
  const lot = road.map((line, side) => line + inward[side] * kinds[side].road);
  return { territory, road, lot };
}

function cut(pattern, frame, p, q) {
  const [west, north, east, south] = frame.road;
  const upright = [
    [p, north],
    [p, south],
  ];
  const level = (from, to) => [
    [from, q],
    [to, q],
  ];
  const [left, right] = split(frame, 0, p);
  const [top, bottom] = split(frame, 1, q);
  switch (pattern) {
    case "columns":
      return { pieces: [left, right], streets: [upright] };
    case "rows":
      return { pieces: [top, bottom], streets: [level(west, east)] };
    case "quad":
      return {
        pieces: [...split(left, 1, q), ...split(right, 1, q)],
        streets: [upright, level(west, p), level(p, east)],
      };
    case "west":
      return { pieces: [...split(left, 1, q), right], streets: [upright, level(west, p)] };
    case "east":
      return { pieces: [left, ...split(right, 1, q)], streets: [upright, level(p, east)] };
    default:
      return { pieces: [frame], streets: [] };
  }
}

/** Both halves of a frame cut at `at` across axis 0 (p) or 1 (q). */
function split(frame, axis, at) {
  const set = (rectangle, side, value) => rectangle.map((old, i) => (i === side ? value : old));
  return [
    {
      territory: set(frame.territory, axis + 2, at),
      road: set(frame.road, axis + 2, at),
      lot: set(frame.lot, axis + 2, at - LOCAL_HALF_WIDTH),
    },
    {
      territory: set(frame.territory, axis, at),
      road: set(frame.road, axis, at),
      lot: set(frame.lot, axis, at + LOCAL_HALF_WIDTH),
    },
  ];
}

const mid = (a, b, share) => a + (b - a) * share;
