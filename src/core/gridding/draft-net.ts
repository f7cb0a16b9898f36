// A draft of the whole net, community by community: drawn from nothing, or last year's net made valid with least
// change. Units in grids that stay (locked, or exclusive grids of a market, a campus, an office building) are set
// aside first and keep their grid; the ground they leave is divided like any other. Grid numbers hold over all
// communities: those of the previous net and of grids that stay are kept, new ones lie above them.

import type { Progress, TaskControl } from "../base/index.ts";
import { Failure } from "../base/index.ts";
import type { GridCost } from "./grid-cost.ts";
import { outsideBound } from "./grid-cost.ts";
import type { GridProblem, GridUnits, HouseholdRange, UnitGraph } from "./grid-units.ts";
import { piecesOf, sliceProblem, unitsByArea } from "./grid-units.ts";
import { searchLeastChange } from "./least-change.ts";
import type { AreaDraft, AreaOptions, GridReason } from "./partition-area.ts";
import { explainOutside, searchArea } from "./partition-area.ts";
import type { SearchState } from "./partition-large.ts";
import { firstDraft } from "./partition-large.ts";
import { shareParts } from "./share-parts.ts";

export interface NetRequest {
  readonly range: HouseholdRange;
  readonly options: AreaOptions;
  /** Communities to draw in; all when absent. The others keep the grids of `previous`, or get none. */
  readonly areas?: readonly number[];
  /** Grids in all over the communities drawn in, shared out by households; as many as fit best when absent. */
  readonly parts?: number;
  /** Last year's net, grid per unit, -1 = none: households moved from it are then what counts after validity. */
  readonly previous?: Int32Array;
  /** Grids that stay as they are, grid per unit, -1 = free. */
  readonly keep?: Int32Array;
}

/** One community's draft. */
export interface AreaNet {
  readonly area: number;
  readonly units: number;
  /** Known households, and units without a figure. */
  readonly households: number;
  readonly unknown: number;
  readonly grids: number;
  /** Every grid that was drawn is in range. */
  readonly feasible: boolean;
  /** Leading terms of the cost proven least, as in AreaDraft. */
  readonly proven: AreaDraft["proven"];
  readonly cost: GridCost;
  /** No net has fewer grids outside the range. */
  readonly lowerBound: number;
  /** No net with as few grids outside moves fewer households from the previous one. */
  readonly movedBound: number;
  /** Units named in reasons are those of the ground. */
  readonly reasons: readonly GridReason[];
}

export interface NetDraft {
  /** Grid per unit, -1 = none. */
  readonly gridOf: Int32Array;
  readonly areas: readonly AreaNet[];
  readonly movedHouseholds: number;
  /** Grids of the previous net that are no more. */
  readonly retired: readonly number[];
  /** Grids of the previous net in several communities; each stayed where most of its households are. */
  readonly crossing: readonly number[];
}

/** States that the repair of one grid may look at. */
const REPAIR_STATES = 20_000;

/**
 * Reports the share of units done with the best net so far, and asks to be cancelled, every few steps; the first
 * report of a net drawn from nothing is a draft of all of it.
 */
export async function draftNet(
  ground: { readonly units: GridUnits; readonly graph: UnitGraph; readonly areaCount: number },
  request: NetRequest,
  control: TaskControl,
): Promise<NetDraft> {
  const { units, areaCount } = ground;
  const { keep, areas = [...Array(areaCount).keys()] } = request;
  const { previous, crossing } = settle(units, request.previous ?? null);
  const gridOf = startingNet(units, keep, previous);
  const loose = unitsByArea(units.area, areaCount).map((own) =>
    own.filter((unit) => (keep?.[unit] ?? -1) < 0),
  );
  const jobs = areas.map((area) => ({ area, members: loose[area] ?? new Uint32Array(0) }));
  const shares =
    request.parts === undefined
      ? null
      : shareParts(
          request.parts,
          jobs.map((job) => sizeOf(units, job.members)),
        );
  const problems = jobs.map(({ members }, k) => ({
    ...sliceProblem(units, ground.graph, members, previous),
    ...(shares === null ? {} : { parts: shares[k]! }),
  }));
  const free = highest(previous, keep) + 1;
  if (previous === null) {
    let next = free + units.count;
    problems.forEach((problem, k) => {
      const draft = firstDraft(problem, request.range, request.options.seed);
      next = place(gridOf, jobs[k]!.members, draft, null, next);
    });
    control.report({ stage: "grids", done: 0, bestNet: gridOf });
    await control.pause();
  }
  const results: AreaNet[] = [];
  const all = jobs.reduce((sum, { members }) => sum + members.length, 0);
  let next = free;
  let ready = 0;
  for (const [k, { area, members }] of jobs.entries()) {
    const problem = problems[k]!;
    const part = { part: area, at: k + 1, of: jobs.length };
    const put = (own: Int32Array): number =>
      place(gridOf, members, own, previous === null ? null : problem.previous, next);
    const outcome = await watched(searchNet(problem, request), control, ({ done, gridOf: own }) => {
      put(own);
      return { stage: "grids", done: (ready + done * members.length) / all, bestNet: gridOf, part };
    });
    next = put(outcome.gridOf);
    ready += members.length;
    results.push(describe(units, area, members, outcome));
  }
  return { gridOf, areas: results, ...changesFrom(units, previous, gridOf), crossing };
}

/** Runs a search step by step, between steps reporting and asking whether to go on. */
async function watched<T>(
  search: Generator<SearchState, T>,
  control: TaskControl,
  progressOf: (state: SearchState) => Progress,
): Promise<T> {
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
    control.report(progressOf(step.value));
    await control.pause();
    if (control.cancelled()) throw new Failure("cancelled");
  }
}

/** Grids that stay, and elsewhere the previous net; -1 outside every community. */
const startingNet = (
  units: GridUnits,
  keep: Int32Array | undefined,
  previous: Int32Array | null,
): Int32Array =>
  Int32Array.from(units.area, (area, unit) => {
    const kept = keep?.[unit] ?? -1;
    if (area < 0) return -1;
    return kept >= 0 ? kept : (previous?.[unit] ?? -1);
  });

/** Writes a community's grids into the whole net, new ones as numbers from `next`; returns the next free number. */
function place(
  gridOf: Int32Array,
  members: Uint32Array,
  own: Int32Array,
  previous: Int32Array | null,
  next: number,
): number {
  const fresh = highest(previous) + 1;
  let free = next;
  own.forEach((grid, i) => {
    gridOf[members[i]!] = grid < fresh ? grid : next + grid - fresh;
    if (grid >= fresh) free = Math.max(free, next + grid - fresh + 1);
  });
  return free;
}

function describe(units: GridUnits, area: number, members: Uint32Array, found: Outcome): AreaNet {
  const isEmpty = members.length === 0;
  return {
    area,
    units: members.length,
    ...countHouseholds(units, members),
    grids: new Set(found.gridOf).size,
    feasible: !isEmpty && found.cost.outside === 0,
    proven: isEmpty ? 5 : found.proven,
    cost: found.cost,
    lowerBound: isEmpty ? 0 : found.bound.outside,
    movedBound: found.movedBound ?? 0,
    reasons: isEmpty
      ? [{ code: "noUnits", values: {} }]
      : found.reasons.map((reason) => inWhole(reason, members)),
  };
}

const searchNet = (problem: GridProblem, request: NetRequest): Generator<SearchState, Outcome> =>
  problem.previous === null ? searchArea(problem, request.range, request.options) : mend(problem, request);

/** Last year's net made valid again. */
function* mend(problem: GridProblem, { range, options }: NetRequest): Generator<SearchState, Outcome> {
  const { piece, pieces } = piecesOf(problem.graph, problem.count, () => true);
  const below = outsideBound(problem, piece, pieces, range);
  const { seed, nodes } = options;
  const search = searchLeastChange(problem, range, { seed, nodes, states: REPAIR_STATES });
  const { gridOf, cost, movedBound } = yield* search;
  return {
    gridOf,
    cost,
    bound: { outside: below },
    movedBound,
    proven: cost.outside === below && cost.moved === movedBound ? 2 : 0,
    reasons: explainOutside(problem, range, cost.outside, below),
  };
}

interface Outcome extends Pick<AreaDraft, "gridOf" | "cost" | "proven" | "reasons"> {
  readonly bound: { readonly outside: number };
  readonly movedBound?: number;
}

const inWhole = (reason: GridReason, members: Uint32Array): GridReason =>
  reason.unit === undefined ? reason : { ...reason, unit: members[reason.unit]! };

const highest = (...nets: readonly (Int32Array | null | undefined)[]): number =>
  nets.reduce<number>((most, net) => net?.reduce((own, grid) => Math.max(own, grid), most) ?? most, -1);

function countHouseholds(units: GridUnits, members: Uint32Array): Pick<AreaNet, "households" | "unknown"> {
  const known = members.filter((unit) => !Number.isNaN(units.households[unit]!));
  const households = known.reduce((sum, unit) => sum + units.households[unit]!, 0);
  return { households, unknown: members.length - known.length };
}

const sizeOf = (
  units: GridUnits,
  members: Uint32Array,
): { readonly units: number; readonly households: number } => ({
  units: members.length,
  households: countHouseholds(units, members).households,
});

/** A grid in several communities stays in the one with most of its households; elsewhere its units are new. */
function settle(
  { area, households }: GridUnits,
  previous: Int32Array | null,
): { readonly previous: Int32Array | null; readonly crossing: readonly number[] } {
  if (previous === null) return { previous, crossing: [] };
  const shares = new Map<number, Map<number, number>>();
  previous.forEach((grid, unit) => {
    if (grid < 0 || area[unit]! < 0) return;
    const own = shares.get(grid) ?? new Map<number, number>();
    own.set(area[unit]!, (own.get(area[unit]!) ?? 0) + (households[unit]! || 0));
    shares.set(grid, own);
  });
  const home = new Map(
    [...shares].map(([grid, own]) => [grid, [...own].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0]]),
  );
  return {
    previous: previous.map((grid, unit) => (grid >= 0 && home.get(grid) === area[unit] ? grid : -1)),
    crossing: [...shares].filter(([, own]) => own.size > 1).map(([grid]) => grid),
  };
}

function changesFrom(
  { households }: GridUnits,
  previous: Int32Array | null,
  gridOf: Int32Array,
): Pick<NetDraft, "movedHouseholds" | "retired"> {
  if (previous === null) return { movedHouseholds: 0, retired: [] };
  let movedHouseholds = 0;
  previous.forEach((grid, unit) => {
    if (grid >= 0 && grid !== gridOf[unit]) movedHouseholds += households[unit]! || 0;
  });
  const living = new Set(gridOf);
  const gone = new Set(previous.filter((grid) => grid >= 0 && !living.has(grid)));
  return { movedHouseholds, retired: [...gone].sort((a, b) => a - b) };
}
