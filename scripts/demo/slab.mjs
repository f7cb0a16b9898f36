// 行列式: columns of slabs facing south, a lane in every second gap between rows, north–south drives between the columns,
// one of them out to the street. The relocation compound is the same at one stroke: eleven floors, all alike.
import { building, inset, mid, WALL_INSET } from "./lots.mjs";
import { bentRectangle, rectangle, setDown } from "./shapes.mjs";

/** Households are counted on at most this many floors: the rest stands empty or is let. */
const FLOORS_LIVED_IN = { slab: 7, relocation: 9 };
const GATED_SINCE = 2002;

export function slab({ lot, road, use }, random, year) {
  const area = inset(lot, 12);
  const type = slabType(use, year, area[2] - area[0], random);
  const grid = rowsAndColumns(area, type);
  const { buildings, gardens } = standSlabs(area, type, grid, random);
  const through = use === "relocation" || random.chance(0.6);
  const { paths, mainDrive } = drives(area, road, grid, through);
  if (use !== "relocation" && year < GATED_SINCE) return { buildings, gardens, paths };
  const gates = [[mainDrive, lot[3] - WALL_INSET]];
  if (through) gates.push([mainDrive, lot[1] + WALL_INSET]);
  return { buildings, gardens, paths, gates, gated: true };
}

function slabType(use, year, width, random) {
  if (use === "relocation")
    return { use, floors: 11, stairs: 3, length: 45, depth: 14.5, gap: 21, occupancy: 0.96 };
  const floors = random.pick(year < 2000 ? [5, 6, 6, 7] : [6, 7, 11]);
  const stairs = random.pick([2, 3, 4].filter((count) => count * 16 <= width)) ?? 1;
  const occupancy = random.between(0.84, 0.98);
  return {
    use,
    floors,
    stairs,
    length: stairs * 16,
    depth: floors > 8 ? 14.5 : 12,
    gap: floors * 2.9,
    occupancy,
  };
}

function rowsAndColumns([west, north, east, south], { length, depth, gap }) {
  const columns = Math.max(1, Math.floor((east - west + 14) / (length + 14)));
  const rows = Math.max(1, Math.floor((south - north) / (depth + 4 + gap)));
  return { columns, rows, pitchP: (east - west) / columns, pitchQ: (south - north) / rows };
}

/** One place in a larger compound is left for a garden. */
function standSlabs([west, north], type, { columns, rows, pitchP, pitchQ }, random) {
  const free = columns * rows > 6 ? random.integer(0, columns * rows - 1) : -1;
  const households = Math.round(
    type.stairs * 2 * Math.min(type.floors, FLOORS_LIVED_IN[type.use]) * type.occupancy,
  );
  const [buildings, gardens] = [[], []];
  for (let place = 0; place < columns * rows; place++) {
    const p = west + ((place % columns) + 0.5) * pitchP;
    const q = north + (Math.floor(place / columns) + 0.5) * pitchQ;
    if (place === free)
      gardens.push(bentRectangle([p - type.length * 0.45, q - 9, p + type.length * 0.45, q + 9]));
    else
      buildings.push(
        building([setDown(rectangle(type.length, type.depth), p, q)], p, q, type.floors, households),
      );
  }
  return { buildings, gardens };
}

function drives([west, north, east, south], road, { columns, rows, pitchP, pitchQ }, through) {
  const lanes = Array.from({ length: Math.ceil(rows / 2) }, (_, i) => north + (2 * i + 1) * pitchQ);
  if (rows % 2 === 1) lanes.pop();
  const [top, bottom] = [lanes[0] ?? mid(north, south, 0.1), lanes.at(-1) ?? mid(north, south, 0.9)];
  const count = lanes.length === 0 ? 1 : Math.max(1, columns - 1);
  const across = Array.from({ length: count }, (_, i) => west + (i + 1) * pitchP - (columns === 1 ? 5 : 0));
  const mainDrive = across[Math.floor(count / 2)];
  const upright = across.map((p) => (p === mainDrive ? [through ? road[1] : top, road[3]] : [top, bottom]));
  const paths = [
    ...upright.map(([from, to], i) => [
      [across[i], from],
      [across[i], to],
    ]),
    ...lanes.map((q) => [
      [west + 4, q],
      [east - 4, q],
    ]),
  ];
  return { paths: paths.filter(([a, b]) => a[0] !== b[0] || a[1] !== b[1]), mainDrive };
}
