// Contiguous areas as a program: a column a building and centre, one of them or none a building; a piece that does
// not hang together with its root must let in a building of its rim, or give one up. Solved again and again
// with the cuts that the last answer asks for: an answer that asks for none is the best of all, as cuts only forbid.

import { type AreaGround, type AreaQuestion, hangsTogether } from "./area-ground.ts";
import { ProgramBuilder } from "./build-program.ts";
import { isOver, type SitingControl, secondsLeft } from "./siting-control.ts";
import type { Solver } from "./solver.ts";

const ROUNDS = 60;
/** Columns of a program that is still tried. */
const MOST_COLUMNS = 60_000;

/** The best areas of all; null: not found in the time, or there is no solver. */
export async function proveAreas(
  question: AreaQuestion,
  ground: AreaGround,
  draft: Int32Array,
  solver: Solver | null,
  control: SitingControl,
): Promise<Int32Array | null> {
  const pairs = pairsOf(question, ground);
  if (solver === null || pairs.length > MOST_COLUMNS) return null;
  const cuts: Cut[] = [];
  for (let round = 0; round < ROUNDS && !isOver(control); round++) {
    const program = programOf(question, ground, pairs, cuts);
    const answer = await solver.solve(program, {
      start: round === 0 ? startOf(question, pairs, draft, program.cost.length) : null,
      seconds: secondsLeft(control),
      gap: 0,
      cancelled: control.cancelled,
      report: () => undefined,
    });
    if (answer.values === null || answer.status !== "optimal") return null;
    const owner = new Int32Array(question.weight.length).fill(-1);
    pairs.forEach(({ i, s }, column) => {
      if (answer.values![column]! > 0.5) owner[i] = s;
    });
    const broken = cutsFor(question, ground, owner);
    if (broken.length === 0) return owner;
    cuts.push(...broken);
    await control.pause();
  }
  return null;
}

interface Pair {
  readonly i: number;
  readonly s: number;
}

/** Building `i` belongs to `s` only if a building of `rim` does. */
interface Cut extends Pair {
  readonly rim: readonly number[];
}

function pairsOf({ sites, weight }: AreaQuestion, { walk }: AreaGround): Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0; i < weight.length; i++) {
    for (let s = 0; s < sites.length; s++) if (walk[i * sites.length + s]! < Infinity) pairs.push({ i, s });
  }
  return pairs;
}

function programOf(
  { sites, area, weight, areaPer100 }: AreaQuestion,
  { root }: AreaGround,
  pairs: readonly Pair[],
  cuts: readonly Cut[],
) {
  const builder = new ProgramBuilder();
  const columnOf = new Map<string, number>();
  const homes = weight.map((count) => (count > 0 ? count : 0));
  const total = homes.reduce((sum, count) => sum + count, 0);
  /** More than all that can be short. */
  const penalty = (total * areaPer100) / 100 + 1;
  for (const { i, s } of pairs) columnOf.set(`${i}/${s}`, builder.column(0, root[s] === i ? 1 : 0, 1, true));
  const short = Array.from(sites, () => builder.column(1, 0, Infinity, false));
  const own: number[][] = Array.from(weight, () => []);
  pairs.forEach(({ i }, column) => {
    own[i]!.push(column);
  });
  own.forEach((columns, i) => {
    if (columns.length === 0) return;
    for (const column of columns) builder.entry(column, 1);
    if (homes[i]! > 0) builder.entry(builder.column(penalty * homes[i]!, 0, 1, false), 1);
    builder.row(homes[i]! > 0 ? 1 : 0, 1);
  });
  for (let s = 0; s < sites.length; s++) {
    pairs.forEach((pair, column) => {
      if (pair.s === s && homes[pair.i]! > 0) builder.entry(column, (homes[pair.i]! * areaPer100) / 100);
    });
    builder.entry(short[s]!, -1);
    builder.row(-Infinity, area[s]!);
  }
  for (const { i, s, rim } of cuts) {
    builder.entry(columnOf.get(`${i}/${s}`)!, 1);
    for (const other of rim) {
      const column = columnOf.get(`${other}/${s}`);
      if (column !== undefined) builder.entry(column, -1);
    }
    builder.row(-Infinity, 0);
  }
  return builder.build();
}

function startOf(
  { weight, sites, area, areaPer100 }: AreaQuestion,
  pairs: readonly Pair[],
  owner: Int32Array,
  columns: number,
): Float64Array {
  const point = new Float64Array(columns);
  const need = new Float64Array(sites.length);
  const has = new Uint8Array(weight.length);
  pairs.forEach(({ i, s }, column) => {
    has[i] = 1;
    if (owner[i] !== s) return;
    point[column] = 1;
    if (weight[i]! > 0) need[s]! += (weight[i]! * areaPer100) / 100;
  });
  need.forEach((value, s) => {
    point[pairs.length + s] = Math.max(0, value - area[s]!);
  });
  let at = pairs.length + sites.length;
  weight.forEach((count, i) => {
    if (has[i] === 1 && count > 0) point[at++] = owner[i] === -1 ? 1 : 0;
  });
  return point;
}

/** For every piece apart from its root, and every building in it: one of the piece's rim has to belong too. */
function cutsFor(question: AreaQuestion, ground: AreaGround, owner: Int32Array): Cut[] {
  const cuts: Cut[] = [];
  for (let s = 0; s < question.sites.length; s++) {
    const mine = (i: number): boolean => owner[i] === s;
    const seen = hangsTogether(question, ground.root[s]!, mine);
    for (let i = 0; i < owner.length; i++) {
      if (owner[i] !== s || seen.has(i)) continue;
      const piece = hangsTogether(question, i, mine);
      const rim = rimOf(question, ground, piece, s);
      for (const one of piece) {
        seen.add(one);
        cuts.push({ i: one, s, rim });
      }
    }
  }
  return cuts;
}

/** Buildings beside the piece that may belong to s. */
function rimOf(
  { sites, neighbours: { offsets, targets } }: AreaQuestion,
  { walk }: AreaGround,
  piece: ReadonlySet<number>,
  s: number,
): number[] {
  const rim = new Set<number>();
  for (const one of piece) {
    for (const other of targets.subarray(offsets[one]!, offsets[one + 1]!)) {
      if (!piece.has(other) && walk[other * sites.length + s]! < Infinity) rim.add(other);
    }
  }
  return [...rim];
}
