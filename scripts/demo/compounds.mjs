// Blocks become places: rows of slabs facing south, gated towers round a ring drive, village lots, courtyards along
// lanes, the uniform relocation compound, farmsteads by the fields. Each recipe gives residential buildings, inner
// paths (plan polylines that end on the middle of a street), and for gated compounds a wall and gates.
import { compoundNames } from "./names.mjs";
import { randomFor } from "./random.mjs";
import { rectangle, setDown, towerShape } from "./shapes.mjs";
import { villageLots } from "./village.mjs";
import { warp } from "./warp.mjs";

const RECIPES = { slab, tower, relocation: slab, village, courtyard, fields };
const YEARS = {
  slab: [1983, 2009],
  tower: [2006, 2024],
  relocation: [2019, 2021],
  village: [1990, 2012],
  courtyard: [1930, 1965],
  fields: [1988, 2016],
};
/** Metres between a gate in the wall and the corner of the lot. */
const WALL_INSET = 3;

/** @returns {object[]} one record per residential block, in block order */
export function makeCompounds(blocks) {
  const nameOf = compoundNames();
  return blocks
    .filter((block) => RECIPES[block.use])
    .map((block) => {
      const random = randomFor(`compound ${block.cell.c} ${block.cell.r} ${block.index}`);
      const year = random.integer(...YEARS[block.use]);
      const recipe = RECIPES[block.use](block, random, year);
      return {
        block,
        use: block.use,
        name: nameOf(block.use, year),
        year,
        gates: [],
        gated: false,
        ...recipe,
      };
    })
    .filter((compound) => compound.buildings.length > 0);
}

/** 行列式: columns of slabs on either side of north–south drives, a lane in every second gap. */
function slab({ lot, road, use }, random, year) {
  const relocation = use === "relocation";
  const [west, north, east, south] = inset(lot, 12);
  const floors = relocation ? 11 : year < 2000 ? random.pick([5, 6, 6, 7]) : random.pick([6, 7, 11]);
  const stairs = relocation ? 3 : widestSlab(east - west, random);
  const [length, depth] = [stairs * (relocation ? 15 : 16), floors > 8 ? 14.5 : 12];
  const columns = Math.max(1, Math.floor((east - west + 14) / (length + 14)));
  const pitchP = (east - west) / columns;
  const rows = Math.max(1, Math.floor((south - north) / (depth + 4 + floors * (relocation ? 1.9 : 2.9))));
  const pitchQ = (south - north) / rows;
  const garden = columns * rows > 6 ? [random.integer(0, columns - 1), random.integer(1, rows - 1)] : null;
  const occupancy = relocation ? 0.96 : random.between(0.74, 0.96);
  const buildings = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (garden && column === garden[0] && row === garden[1]) continue;
      const [p, q] = [west + (column + 0.5) * pitchP, north + (row + 0.5) * pitchQ];
      const households = Math.round(stairs * 2 * Math.min(floors, relocation ? 9 : 7) * occupancy);
      buildings.push(building([setDown(rectangle(length, depth), p, q)], p, q, floors, households));
    }
  }
  const lanes = Array.from({ length: Math.ceil(rows / 2) }, (_, i) => north + (2 * i + 1) * pitchQ).filter(
    (q) => q < south - 4,
  );
  const driveCount = lanes.length === 0 ? 1 : Math.max(1, columns - 1);
  const drives = Array.from(
    { length: driveCount },
    (_, i) => west + (i + 1) * pitchP - (columns === 1 ? 5 : 0),
  );
  const gated = relocation || year > 2001;
  const through = random.chance(relocation ? 1 : 0.6);
  const [top, bottom] = [lanes[0] ?? north, lanes.at(-1) ?? south];
  const main = Math.floor(drives.length / 2);
  const paths = drives.map((p, i) => {
    const [from, to] = [i === main && through ? road[1] : top, i === main ? road[3] : bottom];
    return [
      [p, from],
      [p, to],
    ];
  });
  for (const q of lanes)
    paths.push([
      [west + 4, q],
      [east - 4, q],
    ]);
  const gates = [[drives[main], lot[3] - WALL_INSET]];
  if (through) gates.push([drives[main], lot[1] + WALL_INSET]);
  return {
    buildings,
    paths: paths.filter(([a, b]) => a[1] !== b[1] || a[0] !== b[0]),
    ...(gated ? { gated, gates } : {}),
  };
}

const widestSlab = (width, random) => {
  const fits = [2, 3, 4].filter((stairs) => stairs * 16 <= width);
  return fits.length === 0 ? 1 : random.pick(fits);
};

/** 点式: towers in loose rows inside a ring drive, one to three gates. */
function tower({ lot, road }, random) {
  const [west, north, east, south] = inset(lot, 14);
  const columns = Math.max(1, Math.round((east - west) / 70));
  const rows = Math.max(1, Math.round((south - north) / 84));
  const [pitchP, pitchQ] = [(east - west) / columns, (south - north) / rows];
  const floors = random.pick([18, 24, 26, 28, 32]);
  const flats = random.pick([4, 4, 5, 6]);
  const occupancy = random.between(0.8, 0.95);
  const buildings = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const shift = (row % 2 === 0 ? -1 : 1) * Math.min(9, pitchP * 0.1);
      const [p, q] = [
        west + (column + 0.5) * pitchP + shift,
        north + (row + 0.5) * pitchQ + random.between(-5, 5),
      ];
      const households = Math.min(200, Math.max(72, Math.round(floors * flats * occupancy)));
      buildings.push(building([setDown(towerShape(30, 22), p, q)], p, q, floors, households));
    }
  }
  const [w, n, e, s] = inset(lot, 9);
  const c = 14;
  const ring = [
    [w + c, n],
    [e - c, n],
    [e, n + c],
    [e, s - c],
    [e - c, s],
    [w + c, s],
    [w, s - c],
    [w, n + c],
    [w + c, n],
  ];
  const p = mid(w, e, random.between(0.4, 0.6));
  const paths = [
    ring,
    [
      [p, s],
      [p, road[3]],
    ],
  ];
  const gates = [[p, lot[3] - WALL_INSET]];
  if (random.chance(0.8)) {
    paths.push([
      [p + 6, n],
      [p + 6, road[1]],
    ]);
    gates.push([p + 6, lot[1] + WALL_INSET]);
  }
  if (random.chance(0.35)) {
    const q = mid(n, s, random.between(0.4, 0.6));
    paths.push([
      [e, q],
      [road[2], q],
    ]);
    gates.push([lot[2] - WALL_INSET, q]);
  }
  return { buildings, paths, gates, gated: true };
}

/** 城中村: irregular lots between narrow lanes. */
function village({ lot, road }, random) {
  const { lots, lanes } = villageLots(road, inset(lot, 2), random);
  const buildings = lots.map((corners) => {
    const [p, q] = [0, 1].map((axis) => corners.reduce((sum, corner) => sum + corner[axis], 0) / 4);
    return building(
      [corners.map((corner) => warp(...corner))],
      p,
      q,
      random.integer(2, 6),
      random.pick([1, 1, 2, 2, 3, 4]),
    );
  });
  return { buildings, paths: lanes };
}

/** 合院: courtyards back to back between east–west lanes. */
function courtyard({ lot, road }, random) {
  const [west, north, east, south] = inset(lot, 4);
  const strips = Math.max(1, Math.round((south - north) / 52));
  const pitch = (south - north) / strips;
  const buildings = [];
  const paths = [];
  for (let strip = 0; strip < strips; strip++) {
    const top = north + strip * pitch;
    if (strip > 0)
      paths.push([
        [road[0], top],
        [road[2], top],
      ]);
    for (const q of [top + pitch * 0.27, top + pitch * 0.73])
      buildings.push(...courtyardRow(west, east, q, pitch * 0.42, random));
  }
  const p = mid(west, east, random.between(0.35, 0.65));
  paths.push([
    [p, road[1]],
    [p, road[3]],
  ]);
  return { buildings: buildings.filter((one) => Math.abs(one.p - p) > 13), paths };
}

function courtyardRow(west, east, q, depth, random) {
  const row = [];
  for (let p = west; p < east - 14; ) {
    const width = Math.min(random.between(17, 25), east - p);
    const middle = p + width / 2;
    const outer = setDown(rectangle(width - 1.5, depth - 1), middle, q);
    const court = setDown(rectangle(width * 0.42, depth * 0.42), middle, q).reverse();
    if (width > 13 && random.chance(0.9))
      row.push(building([outer, court], middle, q + depth * 0.36, 1, random.integer(4, 12)));
    p += width;
  }
  return row;
}

/** Farmsteads along the roads at the edge of the fields. */
function fields({ lot, road }, random) {
  const [west, , east] = inset(lot, 20);
  const north = random.chance(0.5);
  const q = north ? lot[1] + 14 : lot[3] - 14;
  const count = random.integer(3, 6);
  const step = 24;
  const start = random.between(west, east - count * step);
  const buildings = Array.from({ length: count }, (_, i) => {
    const p = start + i * step;
    return building(
      [setDown(rectangle(13, 10), p, q, random.between(-0.1, 0.1))],
      p,
      q,
      random.integer(2, 3),
      random.integer(1, 2),
    );
  });
  return {
    buildings,
    paths: [
      [
        [start, q],
        [start, north ? road[1] : road[3]],
      ],
    ],
  };
}

/** A residential building: rings in ground metres, its plan point, floors, households. */
const building = (rings, p, q, floors, households) => ({ rings, p, q, floors, households });

const inset = ([w, n, e, s], metres) => [w + metres, n + metres, e - metres, s - metres];
const mid = (a, b, share) => a + (b - a) * share;
