// Blocks become places to live: each recipe gives the residential buildings of its block, lawns, inner paths (plan
// polylines that end on the middle of a street) and, where the compound is gated, the gates in its wall.
import { courtyard } from "./courtyard.mjs";
import { building, inset } from "./lots.mjs";
import { compoundNames } from "./names.mjs";
import { randomFor } from "./random.mjs";
import { rectangle, setDown } from "./shapes.mjs";
import { slab } from "./slab.mjs";
import { tower } from "./tower.mjs";
import { villageLots } from "./village.mjs";
import { warp } from "./warp.mjs";

const RECIPES = { slab, tower, relocation: slab, village, courtyard, fields };
/** First and last year of building. */
const YEARS = {
  slab: [1983, 2009],
  tower: [2006, 2024],
  relocation: [2019, 2021],
  village: [1990, 2012],
  courtyard: [1930, 1965],
  fields: [1988, 2016],
};

/** One record per residential block: { block, use, name, year, gated, gates, buildings, gardens, paths }. */
export function makeCompounds(blocks) {
  const nameOf = compoundNames();
  return blocks
    .filter((block) => RECIPES[block.use])
    .map((block) => {
      const random = randomFor(`compound ${block.cell.c} ${block.cell.r} ${block.index}`);
      const year = random.integer(...YEARS[block.use]);
      const { gates = [], ...place } = RECIPES[block.use](block, random, year);
      const base = { block, use: block.use, name: nameOf(block.use, year), year, gated: false, gardens: [] };
      return { ...base, ...place, gates: gates.map((at) => ({ at, open: true })) };
    })
    .filter((compound) => compound.buildings.length > 0);
}

/** 城中村: irregular lots between narrow lanes. */
function village({ lot, road }, random) {
  const { lots, lanes } = villageLots(road, inset(lot, 2), random);
  const buildings = lots.map((corners) => {
    const [p, q] = [0, 1].map((axis) => corners.reduce((sum, corner) => sum + corner[axis], 0) / 4);
    const rings = [corners.map((corner) => warp(...corner))];
    return building(rings, p, q, random.integer(2, 6), random.pick([1, 1, 2, 2, 3, 4]));
  });
  return { buildings, paths: lanes };
}

/** Farmsteads along the road at the edge of the fields. */
function fields({ lot, road }, random) {
  const [west, , east] = inset(lot, 20);
  const north = random.chance(0.5);
  const q = north ? lot[1] + 14 : lot[3] - 14;
  const count = random.integer(3, 6);
  const step = 24;
  const start = random.between(west, east - count * step);
  const buildings = Array.from({ length: count }, (_, i) => {
    const p = start + i * step;
    const ring = setDown(rectangle(13, 10), p, q, random.between(-0.1, 0.1));
    return building([ring], p, q, random.integer(2, 3), random.integer(1, 2));
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
