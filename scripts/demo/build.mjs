// Builds the whole town in memory, from the plan to last year's grids, in the order in which things depend on each other.
import { makeBlocks } from "./blocks.mjs";
import { homesOf, placeCenters, townCommunities } from "./centers.mjs";
import { makeCompounds } from "./compounds.mjs";
import { makeGrids } from "./grids.mjs";
import { settleHouseholds } from "./households.mjs";
import { makeNature } from "./nature.mjs";
import { nodeLines } from "./node-lines.mjs";
import {
  plantClosedGate,
  plantDuplicateId,
  plantGridSizes,
  plantHouseholdTexts,
  plantLoneHouses,
  plantSplitCompound,
  plantStaffing,
} from "./planted.mjs";
import { bentLine } from "./shapes.mjs";
import { makeBarriers, makeStreets } from "./streets.mjs";
import { createWalk } from "./walk.mjs";
import { wallsOf } from "./walls.mjs";

/** Communities that are in order but for what is planted there; no gate is closed in them. */
const SPOILT_COMMUNITIES = new Set([..."AEdmcksHoRLqZSrl"]);

export function buildTown() {
  const { blocks, streets } = makeBlocks();
  const compounds = makeCompounds(blocks);
  settleHouseholds(compounds);
  const texts = plantHouseholdTexts(compounds);
  const grids = makeGrids(blocks, compounds);
  const sizes = plantGridSizes(grids, new Set(Object.values(texts).flat()));
  const split = plantSplitCompound(grids, new Set(sizes.map(({ grid }) => grid)));
  const staffing = plantStaffing(grids, new Set([...sizes.map(({ grid }) => grid), split.from, split.to]));
  const nature = makeNature(blocks);
  for (const { gardens } of compounds)
    nature.green.push(...gardens.map((ring) => ({ kind: "小区绿地", rings: [ring] })));
  const roads = nodeLines([...makeStreets(), ...streets, ...innerPaths(compounds), ...parkPaths(nature)]).map(
    (line) => ({
      ...line,
      xy: bentLine(line.points),
    }),
  );
  const gatedBlocks = new Set(compounds.filter(({ gated }) => gated).map(({ block }) => block));
  const town = { blocks, compounds, nature, roads, grids, gatedBlocks, walk: createWalk(roads) };
  town.centers = placeCenters(town);
  town.communities = townCommunities(homesOf(town), blocks);
  const closed = plantClosedGate(town, town.centers, SPOILT_COMMUNITIES);
  const lone = plantLoneHouses(compounds);
  numberBuildings(compounds);
  const duplicate = plantDuplicateId(compounds);
  town.barriers = [...makeBarriers(), ...walls(compounds)].map((line) => ({
    ...line,
    xy: bentLine(line.points),
  }));
  town.planted = { texts, sizes, split, closed, lone, duplicate, grids: staffing };
  return town;
}

function numberBuildings(compounds) {
  let number = 0;
  for (const { buildings } of compounds) {
    for (const building of buildings) building.id = `XH${String(++number).padStart(5, "0")}`;
  }
}

const innerPaths = (compounds) =>
  compounds.flatMap(({ paths, use }) =>
    paths.map((points) => ({
      points,
      name: "",
      grade: use === "village" || use === "courtyard" ? "巷道" : "小区道路",
      layer: 0,
    })),
  );

const parkPaths = (nature) =>
  nature.paths.map((path) =>
    path.steps
      ? { points: path.points, name: "登山步道", grade: "台阶", layer: 0 }
      : { points: path, name: "", grade: "步行道", layer: 0 },
  );

const walls = (compounds) =>
  compounds
    .filter(({ gated }) => gated)
    .flatMap((compound) =>
      wallsOf(compound).map((points) => ({ type: "围墙", name: compound.name, points })),
    );
