// The best net of a small community, proven. Dynamic programming over sets of units still without a grid
// (set partitioning, Garfinkel & Nemhauser 1970): the first unit of a connected set lies in some connected
// grid; each such grid is tried once (the growth rule by which every connected subset appears exactly once:
// a neighbour passed over stays out), and what it leaves falls into connected sets that are solved apart.
// Optimal because every net is reached this way and costs are sums over grids; sets are remembered, and a
// branch is left only when its cost so far is no better than the best, or when arithmetic forbids it.
// `outside` is raised from 0 until a net exists, so the grids tried stay few. Sets are bits of two 32-bit halves.

import type { GridCost } from "./grid-cost.ts";
import { addCosts, compareCosts, isDivisible, NO_COST, outsideOf, targetOf, unevenOf } from "./grid-cost.ts";
import type { GridProblem, HouseholdRange } from "./grid-units.ts";

/** More units than this do not fit the bit sets. */
export const EXACT_UNITS = 62;

export interface ExactOptions {
  /** Connected subsets to look at before giving up. */
  readonly nodes: number;
  /** Nets with more `outside` than this are of no interest; no limit by default. */
  readonly outsideLimit?: number;
  /** Grids that move more households than this are of no interest; no limit by default. */
  readonly movedLimit?: number;
}

export type ExactResult =
  | {
      readonly status: "optimal";
      readonly gridOf: Int32Array;
      readonly cost: GridCost;
      readonly nodes: number;
    }
  /** Proven: no net within `outsideLimit`. */
  | { readonly status: "none"; readonly nodes: number }
  /** `below`: proven that no net has less `outside` than this. */
  | { readonly status: "unfinished"; readonly below: number; readonly nodes: number };

/**
 * Each grid counts as moved all its households but those of the one previous grid with most of them, as if two grids
 * might take over the same one: `moved` is then a bound below that of any net, and is met where none does.
 */
export function partitionExact(
  problem: GridProblem,
  range: HouseholdRange,
  { nodes, outsideLimit, movedLimit }: ExactOptions,
): ExactResult {
  if (problem.count > EXACT_UNITS) throw new Error(`${problem.count} units, at most ${EXACT_UNITS} here`);
  const search = new Search(problem, range, nodes, movedLimit ?? Infinity);
  const limit = outsideLimit ?? problem.count + Math.ceil(search.all / range.max);
  for (let outside = 0; outside <= limit; outside++) {
    const answer = search.solveParts(search.everything, outside, problem.parts ?? ANY);
    if (search.isSpent) return { status: "unfinished", below: outside, nodes };
    if (answer) {
      const gridOf = search.read(answer.parts);
      const cuts = answer.cost.cuts - search.compoundCount;
      return { status: "optimal", gridOf, cost: { ...answer.cost, cuts }, nodes: search.visited };
    }
  }
  return { status: "none", nodes: search.visited };
}

/** Units 0–31 in `lo`, the others in `hi`. */
interface Bits {
  readonly lo: number;
  readonly hi: number;
}

/** A solved set: one grid and the solved sets it leaves. */
interface Part {
  readonly grid: Bits;
  readonly cost: GridCost;
  readonly rest: readonly Part[];
}

interface Parts {
  readonly parts: readonly Part[];
  readonly cost: GridCost;
}

const has = (set: Bits, i: number): boolean => (((i < 32 ? set.lo : set.hi) >>> (i & 31)) & 1) === 1;
const plus = (set: Bits, i: number): Bits =>
  i < 32 ? { lo: set.lo | (1 << i), hi: set.hi } : { lo: set.lo, hi: set.hi | (1 << (i - 32)) };
const and = (a: Bits, b: Bits): Bits => ({ lo: a.lo & b.lo, hi: a.hi & b.hi });
const without = (a: Bits, b: Bits): Bits => ({ lo: a.lo & ~b.lo, hi: a.hi & ~b.hi });
const or = (a: Bits, b: Bits): Bits => ({ lo: a.lo | b.lo, hi: a.hi | b.hi });
const isEmpty = (set: Bits): boolean => (set.lo | set.hi) === 0;
/** The lowest unit of a set that is not empty. */
const lowest = ({ lo, hi }: Bits): number =>
  lo !== 0 ? 31 - Math.clz32(lo & -lo) : 63 - Math.clz32(hi & -hi);
const keyOf = ({ lo, hi }: Bits, outside: number, count: number): string => `${lo},${hi},${outside},${count}`;
const sizeOf = ({ lo, hi }: Bits): number => onesIn(lo) + onesIn(hi);
const onesIn = (word: number): number => {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
};
/** As many grids as come out best. */
const ANY = -1;
const NOTHING: Bits = { lo: 0, hi: 0 };

class Search {
  readonly everything: Bits;
  readonly all: number;
  visited = 0;
  isSpent = false;
  private readonly problem: GridProblem;
  private readonly range: HouseholdRange;
  private readonly budget: number;
  private readonly movedLimit: number;
  /** Unit of each bit: breadth first from the outskirts, so that what is left stays in one piece. */
  private readonly order: Int32Array;
  private readonly bitOf: Int32Array;
  private readonly weight: Float64Array;
  private readonly beside: readonly Bits[];
  private readonly compounds: readonly Bits[];
  private readonly target: number;
  /** Previous grid of each bit, numbered from 0, -1 for none; and room for their sums. */
  private readonly before: Int32Array;
  private readonly shares: Float64Array;
  private readonly known = new Map<string, Part | null>();

  constructor(problem: GridProblem, range: HouseholdRange, budget: number, movedLimit: number) {
    this.problem = problem;
    this.range = range;
    this.budget = budget;
    this.movedLimit = movedLimit;
    this.order = sweepOrder(problem);
    this.bitOf = new Int32Array(problem.count);
    this.order.forEach((unit, i) => {
      this.bitOf[unit] = i;
    });
    this.weight = Float64Array.from(this.order, (unit) => problem.households[unit]!);
    const { offsets, neighbours } = problem.graph;
    this.beside = Array.from(this.order, (unit) =>
      neighbours
        .subarray(offsets[unit]!, offsets[unit + 1]!)
        .reduce<Bits>((set, other) => plus(set, this.bitOf[other]!), NOTHING),
    );
    this.everything = this.order.reduce<Bits>((set, _, i) => plus(set, i), NOTHING);
    this.all = problem.households.reduce((sum, own) => sum + own, 0);
    this.target = targetOf(problem, this.all, range);
    const compounds = new Map<number, Bits>();
    problem.compound.forEach((own, unit) => {
      if (own >= 0) compounds.set(own, plus(compounds.get(own) ?? NOTHING, this.bitOf[unit]!));
    });
    this.compounds = [...compounds.values()];
    const names = [...new Set(problem.previous)].filter((name) => name >= 0);
    this.before = Int32Array.from(this.order, (unit) => names.indexOf(problem.previous?.[unit] ?? -1));
    this.shares = new Float64Array(names.length);
  }

  get compoundCount(): number {
    return this.compounds.length;
  }

  /**
   * The best net of a set of units with at most `outside` and in `count` grids, each connected piece by itself;
   * null = there is none.
   */
  solveParts(set: Bits, outside: number, count: number): Parts | null {
    const pieces = this.piecesOf(set);
    if (count !== ANY) return this.solveShares(pieces, outside, count);
    const bounds = pieces.map((piece) => this.boundOf(piece));
    let left = outside - bounds.reduce((sum, bound) => sum + bound, 0);
    if (left < 0) return null;
    const parts: Part[] = [];
    let cost = NO_COST;
    for (let i = 0; i < pieces.length; i++) {
      let part: Part | null = null;
      let extra = 0;
      for (; part === null && extra <= left; extra++)
        part = this.solvePiece(pieces[i]!, bounds[i]! + extra, ANY);
      if (part === null) return null;
      left -= extra - 1;
      parts.push(part);
      cost = addCosts(cost, part.cost);
    }
    return { parts, cost };
  }

  /** The same for a number of grids: every way to share `outside` and `count` out over the pieces. */
  private solveShares(pieces: readonly Bits[], outside: number, count: number): Parts | null {
    const [piece, ...others] = pieces;
    if (piece === undefined || count < pieces.length) {
      return pieces.length === 0 && count === 0 ? { parts: [], cost: NO_COST } : null;
    }
    const most = Math.min(sizeOf(piece), count - others.length);
    const [fewest, least] = others.length === 0 ? [count, outside] : [1, 0];
    let best: Parts | null = null;
    for (let own = fewest; own <= most; own++) {
      for (let share = least; share <= outside; share++) {
        const part = this.solvePiece(piece, share, own);
        const rest = part && this.solveShares(others, outside - share, count - own);
        if (part === null || rest === null) continue;
        const cost = addCosts(part.cost, rest.cost);
        if (best === null || compareCosts(cost, best.cost) < 0) best = { parts: [part, ...rest.parts], cost };
      }
    }
    return best;
  }

  /** Grid numbers per unit from a solved net. */
  read(parts: readonly Part[]): Int32Array {
    const gridOf = new Int32Array(this.problem.count);
    const open = [...parts];
    for (let grid = 0; open.length > 0; grid++) {
      const part = open.pop()!;
      this.order.forEach((unit, i) => {
        if (has(part.grid, i)) gridOf[unit] = grid;
      });
      open.push(...part.rest);
    }
    return gridOf;
  }

  private solvePiece(piece: Bits, outside: number, count: number): Part | null {
    const key = keyOf(piece, outside, count);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const first = lowest(piece);
    const best = this.grow(piece, [outside, count], plus(NOTHING, first), NOTHING, this.weight[first]!, null);
    if (!this.isSpent) this.known.set(key, best);
    return best;
  }

  /** Tries `grid` and every connected set that grows from it inside `piece` without `banned`. */
  private grow(
    piece: Bits,
    limits: readonly [outside: number, count: number],
    grid: Bits,
    banned: Bits,
    households: number,
    best: Part | null,
  ): Part | null {
    if (++this.visited > this.budget) this.isSpent = true;
    const own = outsideOf(households, this.range);
    const [outside, count] = limits;
    if (this.isSpent || (households > this.range.max && own > outside)) return best;
    if (this.movedIn(grid) > this.movedLimit) return best;
    let found = own <= outside ? this.take(piece, [outside - own, count], grid, households, best) : best;
    let passed = banned;
    for (let open = without(and(this.rim(grid), piece), or(grid, banned)); !isEmpty(open); ) {
      const next = lowest(open);
      const one = plus(NOTHING, next);
      open = without(open, one);
      found = this.grow(piece, limits, or(grid, one), passed, households + this.weight[next]!, found);
      passed = or(passed, one);
    }
    return found;
  }

  /** The better of `best` and this grid with the best net of what it leaves. */
  private take(
    piece: Bits,
    [left, count]: readonly [outside: number, count: number],
    grid: Bits,
    households: number,
    best: Part | null,
  ): Part | null {
    const others = without(piece, grid);
    const bare: GridCost = {
      outside: outsideOf(households, this.range),
      moved: this.movedIn(grid),
      cuts: this.compoundsIn(grid),
      uneven: unevenOf(households, this.all, this.target, this.range),
      border: 0,
    };
    if (best && compareCosts(bare, best.cost) >= 0) return best;
    const own = { ...bare, border: this.borderBetween(grid, others) };
    if (best && compareCosts(own, best.cost) >= 0) return best;
    const rest = this.solveParts(others, left, count === ANY ? ANY : count - 1);
    if (rest === null) return best;
    const cost = addCosts(own, rest.cost);
    return best && compareCosts(cost, best.cost) >= 0 ? best : { grid, cost, rest: rest.parts };
  }

  private boundOf(piece: Bits): number {
    let households = 0;
    let large = 0;
    for (let open = piece; !isEmpty(open); ) {
      const i = lowest(open);
      open = without(open, plus(NOTHING, i));
      households += this.weight[i]!;
      if (this.weight[i]! > this.range.max) large += outsideOf(this.weight[i]!, this.range);
    }
    return Math.max(large, isDivisible(households, this.range) ? 0 : 1);
  }

  private piecesOf(set: Bits): Bits[] {
    const pieces: Bits[] = [];
    for (let open = set; !isEmpty(open); ) {
      let piece = plus(NOTHING, lowest(open));
      let edge = piece;
      while (!isEmpty(edge)) {
        edge = without(and(this.rim(edge), open), piece);
        piece = or(piece, edge);
      }
      pieces.push(piece);
      open = without(open, piece);
    }
    return pieces;
  }

  /** All neighbours of a set's units. */
  private rim(set: Bits): Bits {
    let { lo, hi } = NOTHING;
    for (let rest = set.lo; rest !== 0; rest &= rest - 1) {
      const beside = this.beside[31 - Math.clz32(rest & -rest)]!;
      lo |= beside.lo;
      hi |= beside.hi;
    }
    for (let rest = set.hi; rest !== 0; rest &= rest - 1) {
      const beside = this.beside[63 - Math.clz32(rest & -rest)]!;
      lo |= beside.lo;
      hi |= beside.hi;
    }
    return { lo, hi };
  }

  /** Never less in a larger grid. */
  private movedIn(grid: Bits): number {
    const { shares } = this;
    if (shares.length === 0) return 0;
    shares.fill(0);
    let [all, most] = [0, 0];
    for (let open = grid; !isEmpty(open); ) {
      const i = lowest(open);
      open = without(open, plus(NOTHING, i));
      const name = this.before[i]!;
      if (name < 0) continue;
      all += this.weight[i]!;
      shares[name]! += this.weight[i]!;
      most = Math.max(most, shares[name]!);
    }
    return all - most;
  }

  private compoundsIn(grid: Bits): number {
    let count = 0;
    for (const { lo, hi } of this.compounds) if (((lo & grid.lo) | (hi & grid.hi)) !== 0) count++;
    return count;
  }

  private borderBetween(grid: Bits, others: Bits): number {
    const { offsets, neighbours, border } = this.problem.graph;
    let sum = 0;
    for (let open = grid; !isEmpty(open); ) {
      const i = lowest(open);
      open = without(open, plus(NOTHING, i));
      const unit = this.order[i]!;
      for (let arc = offsets[unit]!; arc < offsets[unit + 1]!; arc++) {
        if (has(others, this.bitOf[neighbours[arc]!]!)) sum += border[arc]!;
      }
    }
    return sum;
  }
}

/** Breadth first from the unit farthest from unit 0, piece by piece. */
function sweepOrder({ count, graph }: GridProblem): Int32Array {
  const order: number[] = [];
  const done = new Uint8Array(count);
  for (let start = 0; start < count; start++) {
    if (done[start]) continue;
    const far = breadthFirst(graph, start, new Uint8Array(done)).at(-1)!;
    order.push(...breadthFirst(graph, far, done));
  }
  return Int32Array.from(order);
}

function breadthFirst(graph: GridProblem["graph"], start: number, done: Uint8Array): number[] {
  const queue = [start];
  done[start] = 1;
  for (let head = 0; head < queue.length; head++) {
    const at = queue[head]!;
    for (let arc = graph.offsets[at]!; arc < graph.offsets[at + 1]!; arc++) {
      const next = graph.neighbours[arc]!;
      if (done[next]) continue;
      done[next] = 1;
      queue.push(next);
    }
  }
  return queue;
}
