// Last year's grids: the blocks of each community shared out into connected grids of 300–500 households. Compounds of
// more than 500 are first cut between building rows. Seeds far apart grow block by block, the smallest grid first;
// of many seeded attempts the one with the fewest grids out of bounds is kept.
import { randomFor } from "./random.mjs";

const ATTEMPTS = 160;
const [LEAST, MOST] = [300, 500];

/**
 * @param blocks all blocks; @param compounds residential records with `block` and `buildings`
 * @returns {{ community: string, pieces: object[] }[]} grids, each a list of pieces { rect, buildings, households }
 */
export function makeGrids(blocks, compounds) {
  const ofBlock = new Map(compounds.map((compound) => [compound.block, compound]));
  const letters = [...new Set(blocks.map((block) => block.community))];
  return letters.flatMap((community) => {
    const pieces = blocks
      .filter((block) => block.community === community)
      .flatMap((block) => piecesOf(block, ofBlock.get(block)));
    return shareOut(community, pieces).map((list) => ({ community, pieces: list }));
  });
}

export const sum = (list) => list.reduce((total, { households }) => total + households, 0);

function piecesOf(block, compound) {
  const buildings = compound?.buildings ?? [];
  const total = sum(buildings);
  if (total <= MOST) return [{ rect: block.territory, compound, buildings, households: total }];
  return cutInRows(block.territory, compound, Math.ceil(total / 260));
}

/** Cuts a territory between building rows into `count` strips of about the same households. */
export function cutInRows([west, north, east, south], compound, count) {
  const sorted = [...compound.buildings].sort((a, b) => a.q - b.q);
  const share = sum(sorted) / count;
  const strips = [];
  let [top, taken, list] = [north, 0, []];
  sorted.forEach((building, i) => {
    list.push(building);
    taken += building.households;
    const next = sorted[i + 1];
    const rowEnds = next && next.q - building.q > 12;
    if (strips.length < count - 1 && rowEnds && taken + share * 0.12 >= share * (strips.length + 1)) {
      const at = (building.q + next.q) / 2;
      strips.push({ rect: [west, top, east, at], compound, buildings: list, households: sum(list) });
      [top, list] = [at, []];
    }
  });
  strips.push({ rect: [west, top, east, south], compound, buildings: list, households: sum(list) });
  return strips;
}

function shareOut(community, pieces) {
  const total = sum(pieces);
  const count = Math.max(
    1,
    Math.min(Math.max(Math.ceil(total / MOST), Math.round(total / 400)), Math.floor(total / LEAST)),
  );
  const near = pieces.map((one) => pieces.flatMap((other, i) => (touch(one.rect, other.rect) ? [i] : [])));
  const random = randomFor(`grids ${community}`);
  let best = { penalty: Number.POSITIVE_INFINITY, owner: [] };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const owner = grow(pieces, near, count, random);
    balance(pieces, near, owner, count);
    const penalty = penaltyOf(pieces, owner, count);
    if (penalty < best.penalty) best = { penalty, owner };
  }
  return Array.from({ length: count }, (_, grid) => pieces.filter((_, i) => best.owner[i] === grid));
}

function grow(pieces, near, count, random) {
  const owner = new Array(pieces.length).fill(-1);
  const totals = new Array(count).fill(0);
  const give = (piece, grid) => {
    owner[piece] = grid;
    totals[grid] += pieces[piece].households;
  };
  for (const [grid, seed] of seeds(pieces, count, random).entries()) give(seed, grid);
  for (let left = pieces.length - count; left > 0; left--) {
    const order = totals.map((total, grid) => [total, grid]).sort((a, b) => a[0] - b[0]);
    const grown = order.some(([, grid]) => {
      const open = pieces.flatMap((_, i) =>
        owner[i] === -1 && near[i].some((n) => owner[n] === grid) ? [i] : [],
      );
      if (open.length === 0) return false;
      const own = pieces.filter((_, i) => owner[i] === grid);
      const middle = centre(own);
      give(
        open.sort((a, b) => distance(centre([pieces[a]]), middle) - distance(centre([pieces[b]]), middle))[0],
        grid,
      );
      return true;
    });
    if (!grown) break;
  }
  return owner;
}

function seeds(pieces, count, random) {
  const chosen = [random.integer(0, pieces.length - 1)];
  while (chosen.length < count) {
    const far = pieces.map((piece, i) => {
      const clear = Math.min(...chosen.map((other) => distance(centre([piece]), centre([pieces[other]]))));
      return chosen.includes(i) ? -1 : clear * (piece.households > 0 ? 1 : 0.4) * random.between(0.6, 1);
    });
    chosen.push(far.indexOf(Math.max(...far)));
  }
  return chosen;
}

/** Moves single pieces over a border while that lowers the penalty and breaks no grid. */
function balance(pieces, near, owner, count) {
  let penalty = penaltyOf(pieces, owner, count);
  for (let round = 0; round < 4; round++) {
    let better = false;
    for (let i = 0; i < pieces.length; i++) {
      const from = owner[i];
      for (const to of new Set(near[i].map((n) => owner[n]).filter((grid) => grid !== from && grid !== -1))) {
        owner[i] = to;
        const next = penaltyOf(pieces, owner, count);
        if (next < penalty && connected(near, owner, from)) {
          [penalty, better] = [next, true];
          break;
        }
        owner[i] = from;
      }
    }
    if (!better) return;
  }
}

function connected(near, owner, grid) {
  const members = owner.flatMap((one, i) => (one === grid ? [i] : []));
  if (members.length === 0) return false;
  const seen = new Set([members[0]]);
  for (const i of seen) for (const n of near[i]) if (owner[n] === grid) seen.add(n);
  return seen.size === members.length;
}

function penaltyOf(pieces, owner, count) {
  const totals = new Array(count).fill(0);
  let penalty = 0;
  owner.forEach((grid, i) => {
    if (grid === -1) penalty += 1e6;
    else totals[grid] += pieces[i].households;
  });
  for (const total of totals)
    penalty +=
      10 * (Math.max(0, LEAST + 5 - total) + Math.max(0, total - MOST + 5)) + Math.abs(total - 400) / 10;
  return penalty + spread(pieces, owner, count) / 100;
}

/** Sum of the distances of pieces from the middle of their grid, metres: small for compact grids. */
function spread(pieces, owner, count) {
  let metres = 0;
  for (let grid = 0; grid < count; grid++) {
    const own = pieces.filter((_, i) => owner[i] === grid);
    const middle = centre(own);
    for (const piece of own) metres += distance(centre([piece]), middle);
  }
  return metres;
}

/** Share of a side in common, more than a corner. */
export function touch([w, n, e, s], [w2, n2, e2, s2]) {
  const overlapP = Math.min(e, e2) - Math.max(w, w2);
  const overlapQ = Math.min(s, s2) - Math.max(n, n2);
  return (overlapP > 5 && overlapQ === 0) || (overlapQ > 5 && overlapP === 0);
}

const centre = (pieces) => {
  const n = Math.max(1, pieces.length);
  return [0, 1].map(
    (axis) => pieces.reduce((total, { rect }) => total + (rect[axis] + rect[axis + 2]) / 2, 0) / n,
  );
};
const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]);
