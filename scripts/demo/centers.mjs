// Party-mass service centres: one per community at the street corner that serves it best, one per subdistrict, and a
// station (小区站) where a compound would otherwise be left too far. Some are badly placed or too small on purpose;
// planted.mjs says which.
import { sum } from "./grids.mjs";
import { SUBDISTRICTS } from "./names.mjs";
import { RAIL_LINE, RIVER_LINE, U, V } from "./plan.mjs";
import { randomFor } from "./random.mjs";
import { metresTo } from "./walk.mjs";
import { warp } from "./warp.mjs";

/** 15 minutes at 1.0 m/s, less a little, because this walking model is only near the engine's. */
const REACH = 880;
const FRONTAGE = new Set([
  "shops",
  "public",
  "office",
  "mall",
  "park",
  "school",
  "courtyard",
  "village",
  "slab",
  "fields",
  "works",
]);

/** Fixed plan points: over the river, in the fields' corner, over the railway by a footbridge. */
const PLACED = {
  k: [U[15] + 90, V[RIVER_LINE] - 84],
  l: [U[19] - 12, V[10] + 22],
  S: [U[RAIL_LINE] - 34, V[5] - 24],
};
/** Far end by direction [p, q] for communities whose centre is badly placed. */
const AT_END = { A: [-1, 0.3], E: [0, -1], d: [0, 1], m: [-1, 1], c: [1, -1], s: [1, 1] };
const WITHOUT = new Set(["R"]);
const AREAS = { H: 0.72, o: 0.6, m: 0.45, E: 0.8 };
const SUBDISTRICT_AREAS = [1260, 1680, 1000, 860, 1120, 1450];

/** @returns centres { name, level, at (ground metres), area, community, kind } */
export function placeCenters(town) {
  const homes = homesOf(town);
  const communities = townCommunities(homes, town.blocks);
  const centers = communities
    .filter(({ letter }) => !WITHOUT.has(letter))
    .map((one) => communityCenter(town, one));
  for (const [i, subdistrict] of SUBDISTRICTS.entries()) {
    centers.push(subdistrictCenter(town, subdistrict, i, communities));
  }
  centers.push(
    ...stations(town, homes, centers),
    ...largeCompounds(town).map((one, i) => stationIn(town, one, i + 20)),
  );
  return centers.map(({ field, ...center }) => center);
}

/** Homes with their ways to the graph; @param town { compounds, walk } */
export function homesOf({ compounds, walk }) {
  return compounds.flatMap((compound) => {
    const gates = compound.gates.filter((gate) => gate.open).map((gate) => warp(...gate.at));
    return compound.buildings.map((building) => ({
      compound,
      community: compound.block.community,
      households: building.households,
      joins: walk.joinsOf(warp(building.p, building.q), gates),
    }));
  });
}

export function townCommunities(homes, blocks) {
  return SUBDISTRICTS.flatMap((subdistrict, s) =>
    Object.entries(subdistrict.communities).map(([letter, name], c) => ({
      letter,
      name: `${name}社区`,
      subdistrict,
      code: `990101${String(s + 1).padStart(3, "0")}${String(c + 1).padStart(3, "0")}`,
      homes: homes.filter((home) => home.community === letter),
      blocks: blocks.filter((block) => block.community === letter),
    })),
  );
}

function communityCenter(town, community) {
  const { letter, name, homes } = community;
  const best = PLACED[letter] ? { at: warp(...PLACED[letter]) } : bestSite(town, community, AT_END[letter]);
  const random = randomFor(`centre ${letter}`);
  const need = 0.3 * sum(homes);
  const share = AREAS[letter] ?? random.between(1.04, 1.5);
  return {
    name: `${name}党群服务中心`,
    level: "社区",
    kind: random.pick(["独立设置", "综合体", "小区配套", "综合体"]),
    at: best.at,
    area: Math.ceil((need * share) / 10) * 10,
    community: letter,
    field: town.walk.metresFrom(best.at),
  };
}

/** The frontage from which most households are near, then the least walking; or the one furthest towards `end`. */
function bestSite(town, { blocks, homes }, end) {
  const sites = blocks.filter(({ use }) => FRONTAGE.has(use)).flatMap((block) => sitesOf(town, block));
  const scored = sites.map((site) => {
    if (end) return { ...site, score: -(site.plan[0] * end[0] + site.plan[1] * end[1]) };
    const field = town.walk.metresFrom(site.at);
    const walks = homes.map((home) => home.households * penalty(metresTo(field, home.joins)));
    return { ...site, score: walks.reduce((total, value) => total + value, 0) };
  });
  return scored.sort((a, b) => a.score - b.score)[0];
}

const penalty = (metres) => Math.min(metres, 3000) + (metres > REACH ? 4000 : 0);

function sitesOf({ gatedBlocks }, block) {
  if (gatedBlocks.has(block)) return [];
  const [w, n, e, s] = block.lot;
  const inset = 7;
  const corners = [
    [w + inset, n + inset],
    [e - inset, n + inset],
    [e - inset, s - inset],
    [w + inset, s - inset],
  ];
  return corners.map((plan) => ({ plan, at: warp(...plan) }));
}

function subdistrictCenter(town, subdistrict, index, communities) {
  const own = communities.filter((one) => one.subdistrict === subdistrict);
  const homes = own.flatMap((one) => one.homes);
  const blocks = own
    .flatMap((one) => one.blocks)
    .filter(({ use }) => use === "public" || use === "office" || use === "shops");
  const site = bestSite(town, { homes, blocks }, null);
  const community = own.find((one) => one.blocks.some((block) => contains(block.territory, site.plan)));
  return {
    name: `${subdistrict.name}党群服务中心`,
    level: "街道",
    kind: "独立设置",
    at: site.at,
    area: SUBDISTRICT_AREAS[index],
    community: community.letter,
    field: town.walk.metresFrom(site.at),
  };
}

/** Stations in compounds out of reach, except where the distance is planted. */
function stations(town, homes, centers) {
  const planted = new Set([...Object.keys(AT_END), "k"]);
  const found = [];
  for (;;) {
    const fields = [...centers, ...found].map((center) => center.field);
    const far = homes
      .filter((home) => !planted.has(home.community))
      .map((home) => ({ home, metres: Math.min(...fields.map((field) => metresTo(field, home.joins))) }))
      .filter(({ metres }) => metres > REACH && metres < 5000)
      .sort((a, b) => b.metres - a.metres)[0];
    if (!far || found.length >= 16) return found;
    found.push(stationIn(town, far.home.compound, found.length));
  }
}

/** The largest compounds have a station of their own. */
const largeCompounds = ({ compounds }) =>
  compounds
    .filter(({ use, block }) => use === "tower" && !(block.community in AT_END))
    .sort((a, b) => sum(b.buildings) - sum(a.buildings))
    .slice(0, 6);

function stationIn(town, compound, index) {
  const first = compound.gates[0]?.at ?? [compound.buildings[0].p, compound.buildings[0].q];
  const at = warp(first[0] + 5, first[1] + (compound.gates.length > 0 ? 6 : 0));
  return {
    name: `${compound.name}党群服务站`,
    level: "小区站",
    kind: "小区配套",
    at,
    area: 60 + ((index * 37) % 90),
    community: compound.block.community,
    field: town.walk.metresFrom(at),
  };
}

const contains = ([w, n, e, s], [p, q]) => p >= w && p <= e && q >= n && q <= s;
