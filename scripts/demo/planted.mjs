// The planted problems: what is wrong with the demo district on purpose. Each function spoils the town in one way and
// returns records { id, kind, place, expect, zh, en } for planted.json, which tests/demo/planted.test.ts finds again.

import { homesOf } from "./centers.mjs";
import { cutInRows, sum, touch } from "./grids.mjs";
import { ISLET } from "./nature.mjs";
import { U, V } from "./plan.mjs";
import { rectangle, setDown } from "./shapes.mjs";
import { metresTo } from "./walk.mjs";

/** Household cells as people type them; before grids are drawn, so that totals hold. */
export function plantHouseholdTexts(compounds) {
  const towers = compounds.filter(({ use, block }) => use === "tower" && "OJ".includes(block.community));
  const [one, two] = [towers[0].buildings[0], towers.at(-1).buildings[0]];
  Object.assign(one, { households: 372, text: "372户" });
  Object.assign(two, { households: 400, text: "约400" });
  const spoilt = compounds
    .filter(({ use, block }) => use === "slab" && block.community === "q")
    .flatMap((c) => c.buildings);
  const texts = ["", "", "待核", -12, ""];
  for (const [i, text] of texts.entries()) Object.assign(spoilt[i * 3], { households: 0, text });
  return {
    withUnit: one,
    approximate: two,
    blank: [0, 3, 12].map((i) => spoilt[i]),
    notNumber: spoilt[6],
    negative: spoilt[9],
  };
}

/** Two lone houses: on the islet, and just beyond the district line. */
export function plantLoneHouses(compounds) {
  const house = (p, q) => ({ rings: [setDown(rectangle(13, 10), p, q)], p, q, floors: 2, households: 2 });
  const lone = { use: "fields", year: 1998, gates: [], gated: false, paths: [] };
  const nowhere = { community: "", lot: [0, 0, 0, 0], territory: [0, 0, 0, 0] };
  const islet = house(ISLET.p - 30, ISLET.q);
  const outside = house(U[0] - 34, (V[3] + V[4]) / 2);
  compounds.push({ ...lone, name: "江心洲", block: nowhere, buildings: [islet] });
  compounds.push({ ...lone, name: "界外村民组", block: nowhere, buildings: [outside] });
  return { islet, outside };
}

/** Two buildings that carry one number. */
export function plantDuplicateId(compounds) {
  const { buildings } = compounds.find(({ use, block }) => use === "slab" && block.community === "B");
  buildings[1].id = buildings[0].id;
  return buildings[1];
}

/** Brings four grids to exactly 299, 500, 501 and 612 households by small changes in their buildings. */
export function plantGridSizes(grids, spoilt) {
  const used = new Set(["m", "q", "O", "J"]);
  return [299, 500, 501, 612].map((target) => {
    const grid = grids
      .filter((one) => !used.has(one.community) && adjustable(one, spoilt).length > 8)
      .sort((a, b) => Math.abs(sum(a.pieces) - target) - Math.abs(sum(b.pieces) - target))[0];
    used.add(grid.community);
    const buildings = adjustable(grid, spoilt);
    for (let left = target - sum(buildingsOf(grid)), i = 0; left !== 0; i++) {
      const step = Math.sign(left);
      buildings[i % buildings.length].households += step;
      left -= step;
    }
    for (const piece of grid.pieces) piece.households = sum(piece.buildings);
    return { grid, target };
  });
}

/** Buildings with enough households that a few more or fewer are not seen. */
const adjustable = (grid, spoilt) =>
  buildingsOf(grid).filter((building) => !spoilt.has(building) && building.households > 12);
const buildingsOf = (grid) => grid.pieces.flatMap((piece) => piece.buildings);

/** Gives the lower half of a compound of at most 500 households to the grid next door. */
export function plantSplitCompound(grids, kept) {
  for (const from of grids) {
    if (kept.has(from)) continue;
    for (const piece of from.pieces) {
      if (piece.households < 150 || piece.households > 420 || piece.compound.use !== "slab") continue;
      if (sum(piece.compound.buildings) !== piece.households || piece.compound.gated) continue;
      const [upper, lower] = cutInRows(piece.rect, piece.compound, 2);
      const rest = [...from.pieces.filter((one) => one !== piece), upper];
      const to = grids.find((one) => takes(one, from, lower, kept));
      if (!to || sum(rest) < 300 || !inOnePart(rest)) continue;
      from.pieces = rest;
      to.pieces.push(lower);
      return { compound: piece.compound, from, to };
    }
  }
  throw new Error("no compound to split between two grids");
}

function takes(grid, from, half, kept) {
  if (!half || grid === from || kept.has(grid) || grid.community !== from.community) return false;
  const total = sum(grid.pieces) + half.households;
  return total >= 300 && total <= 500 && grid.pieces.some((piece) => touch(piece.rect, half.rect));
}

function inOnePart(pieces) {
  const reached = new Set([pieces[0]]);
  for (const one of reached) for (const other of pieces) if (touch(one.rect, other.rect)) reached.add(other);
  return reached.size === pieces.length;
}

/** Staffing gaps in three grids that nothing else is wrong with. */
export function plantStaffing(grids, kept) {
  const [withoutParty, partyUnknown, withoutWorker] = ["P", "V", "i"].map((letter) =>
    grids.find((grid) => grid.community === letter && !kept.has(grid)),
  );
  withoutParty.partyOrgs = 0;
  partyUnknown.partyOrgs = "";
  withoutWorker.workers = 0;
  return { withoutParty, partyUnknown, withoutWorker };
}

/** Closes the gate whose closing brings most households out of reach; returns { compound, gate, households }. */
export function plantClosedGate(town, centers, spared) {
  const fields = centers.map((center) => town.walk.metresFrom(center.at));
  const farHouseholds = (compound) =>
    sum(
      homesOf({ ...town, compounds: [compound] }).filter(
        (home) => Math.min(...fields.map((f) => metresTo(f, home.joins))) > 930,
      ),
    );
  let best = { households: 0 };
  for (const compound of town.compounds) {
    if (!compound.gated || compound.gates.length < 2 || spared.has(compound.block.community)) continue;
    const before = farHouseholds(compound);
    for (const gate of compound.gates) {
      gate.open = false;
      const households = farHouseholds(compound) - before;
      gate.open = true;
      if (before === 0 && households > best.households) best = { compound, gate, households };
    }
  }
  if (best.gate) best.gate.open = false;
  return best;
}
