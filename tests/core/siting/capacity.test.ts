import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createHighsSolver } from "../../../src/adapters/highs-solver.ts";
import {
  allotHouseholds,
  CAPACITY_GOALS,
  type CapacityGoal,
  type CapacityQuestion,
  capacityProblem,
  recostCapacity,
  type SiteAction,
  solveCapacity,
  tableFromMatrix,
  untilProven,
} from "../../../src/core/siting/index.ts";
import { type SmallTown, smallTown } from "./brute-force.ts";

const highs = createHighsSolver();
const PER_100 = 30;

interface Case {
  readonly town: SmallTown;
  readonly question: CapacityQuestion;
}

/** A small town with centres of today and things that may be done; enlarging and closing only what stands. */
const cases: fc.Arbitrary<Case> = smallTown({ holes: true }).chain((town) => {
  const action = fc
    .record({
      site: fc.integer({ min: 0, max: town.siteCount - 1 }),
      kind: fc.constantFrom("build", "enlarge", "share", "close") as fc.Arbitrary<SiteAction["kind"]>,
      area: fc.integer({ min: 0, max: 8 }),
      cost: fc.integer({ min: -1, max: 6 }),
    })
    .map((one): SiteAction => (one.kind === "close" ? { ...one, area: 0 } : one));
  return fc
    .record({
      existing: fc.array(fc.boolean(), { minLength: town.siteCount, maxLength: town.siteCount }),
      area: fc.array(fc.integer({ min: 0, max: 6 }), {
        minLength: town.siteCount,
        maxLength: town.siteCount,
      }),
      actions: fc.array(action, { maxLength: 7 }),
      radius: fc.integer({ min: 5, max: 25 }),
      k: fc.option(fc.integer({ min: 1, max: 6 })),
      budget: fc.option(fc.integer({ min: 0, max: 12 })),
      share: fc.constantFrom(0, 0, 0.4),
      mostShort: fc.constantFrom(null, null, 4),
      goals: fc.constantFrom<readonly CapacityGoal[]>(
        CAPACITY_GOALS,
        ["short", "outside", "cost"],
        ["cost", "short"],
        ["outside"],
      ),
    })
    .map(({ existing, area, actions, ...rest }) => ({
      town,
      question: {
        table: tableFromMatrix(town.costs, town.demandCount, town.siteCount),
        weight: town.weight,
        existing: Uint8Array.from(existing, Number),
        area: Float64Array.from(area),
        fixed: town.fixed.map((one, j) => (one === 1 && existing[j] ? 1 : 0)),
        actions: actions.filter(({ kind, site }) => kind === "build" || kind === "share" || existing[site]),
        areaPer100: PER_100,
        ...rest,
      },
    }));
});

describe("capacity and coverage against every plan", () => {
  it("reaches the least of each goal in its order, with proof, or says that there is none", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ town, question }) => {
        const answer = await solveCapacity(question, highs, untilProven);
        const truth = bestPlan(town, question);
        if (truth === null) {
          expect(answer.status).toBe("infeasible");
          expect(answer.reason).not.toBeNull();
          return;
        }
        expect(answer.status).toBe("optimal");
        question.goals.forEach((goal, place) => {
          expect(answer.goals[place]!.value).toBeCloseTo(truth[place]!, 4);
          expect(answer[goal]).toBeCloseTo(truth[place]!, 4);
          expect(answer.goals[place]!.bound).toBeCloseTo(truth[place]!, 4);
        });
      }),
      { numRuns: 250 },
    );
  });

  it("holds a goal as it is while the next is lowered: nothing is lent, and the proof stands", async () => {
    const question: CapacityQuestion = {
      table: {
        ...{ demandCount: 8, siteCount: 3 },
        offsets: Uint32Array.of(0, 3, 5, 8, 10, 13, 16, 18, 21),
        site: Uint32Array.of(2, 0, 1, 1, 2, 2, 1, 0, 0, 1, 2, 0, 1, 1, 0, 2, 1, 0, 1, 0, 2),
        cost: Float64Array.of(1, 2, 26, 2, 30, 4, 9, 24, 0, 28, 1, 13, 28, 0, 19, 27, 27, 30, 3, 6, 24),
      },
      weight: Float64Array.of(1, 1, 0, 0, 0, 4, 4, 2),
      existing: new Uint8Array(3),
      area: new Float64Array(3),
      fixed: new Uint8Array(3),
      actions: [{ site: 0, kind: "build", area: 1, cost: 0 }],
      ...{ areaPer100: PER_100, radius: 19, k: null, budget: null, share: 0, mostShort: null },
      goals: ["outside", "short", "cost"],
    };
    const answer = await solveCapacity(question, highs, untilProven);
    expect(answer).toMatchObject({ status: "optimal", outside: 5 });
    expect(answer.goals[1]!.bound).toBeCloseTo(1.1, 8);
  });

  it("without a solver never claims less than there is, nor more proof", async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ town, question }) => {
        const answer = await solveCapacity(question, null, untilProven);
        const truth = bestPlan(town, question);
        if (answer.status === "infeasible") {
          if (answer.reason!.code !== "outOfTime") expect(truth).toBeNull();
          return;
        }
        const first = answer.goals[0]!;
        expect(first.value).toBeGreaterThanOrEqual(truth![0]! - 1e-6);
        expect(first.bound).toBeLessThanOrEqual(truth![0]! + 1e-6);
      }),
      { numRuns: 150 },
    );
  });
});

describe("allotting households", () => {
  it("leaves as many without room as the fullest set of them shows (Hall)", () => {
    fc.assert(
      fc.property(cases, ({ town, question }) => {
        const problem = capacityProblem(question);
        fc.pre(problem.options.every((own) => own.length > 0));
        const plan = new Int32Array(town.siteCount);
        const rooms = problem.options.map((own) => (own[0]!.isOpen ? own[0]!.room : -1));
        const { covered, short, flow } = allotHouseholds(problem, plan);
        const truth = withoutRoom(town, question.radius, rooms);
        expect(short).toBeCloseTo(truth.short, 6);
        expect(covered).toBeCloseTo(truth.covered, 6);
        expect(flow.every((value) => value >= 0)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it("refuses an allotment to a closed site", () => {
    const question = {
      table: tableFromMatrix(Float64Array.of(1, 2), 1, 2),
      weight: Float64Array.of(10),
      existing: Uint8Array.of(1, 0),
      area: Float64Array.of(3, Number.NaN),
      fixed: Uint8Array.of(0, 0),
      actions: [],
      radius: 5,
      k: null,
      budget: null,
      areaPer100: PER_100,
      share: 0,
      mostShort: null,
      goals: CAPACITY_GOALS,
    };
    const to = (site: number) => ({
      offsets: Uint32Array.of(0, 1),
      site: Uint32Array.of(site),
      households: Float64Array.of(10),
    });
    expect(recostCapacity(question, [], to(0))).toMatchObject({ outside: 0, covered: 10, short: 0, cost: 0 });
    expect(() => recostCapacity(question, [], to(1))).toThrow("closed or too far");
  });
});

/** Values of the goals of the best plan of all; null: no plan is allowed. */
function bestPlan(town: SmallTown, question: CapacityQuestion): number[] | null {
  const { existing, area, fixed, actions, goals } = question;
  const options = Array.from({ length: town.siteCount }, (_, j) => {
    const today = { area: existing[j] === 1 ? area[j]! : -1, cost: 0 };
    const own = actions.filter(({ site }) => site === j);
    const all = [
      today,
      ...own.map(({ kind, area: m2, cost }) => ({ area: kind === "close" ? -1 : m2, cost })),
    ];
    return fixed[j] === 1 ? all.filter((option) => option.area >= 0) : all;
  });
  let best: number[] | null = null;
  const total = town.weight.reduce((sum, value) => sum + value, 0);
  if (total === 0) return null;
  const visit = (j: number, areas: number[], cost: number): void => {
    if (j < options.length) {
      for (const option of options[j]!) visit(j + 1, [...areas, option.area], cost + option.cost);
      return;
    }
    if (cost > (question.budget ?? Infinity)) return;
    if (areas.filter((m2) => m2 >= 0).length > (question.k ?? Infinity)) return;
    const rooms = areas.map((m2) => (m2 < 0 ? -1 : (m2 * 100) / PER_100));
    const { covered, short } = withoutRoom(town, question.radius, rooms);
    if (covered < question.share * total - 1e-9) return;
    if ((short * PER_100) / 100 > (question.mostShort ?? Infinity) + 1e-9) return;
    const value = { outside: total - covered, short: (short * PER_100) / 100, cost };
    const mine = goals.map((goal) => value[goal]);
    const place = mine.findIndex((figure, g) => best === null || Math.abs(figure - best[g]!) > 1e-9);
    if (place >= 0 && (best === null || mine[place]! < best[place]!)) best = mine;
  };
  visit(0, [], 0);
  // Refused whatever the goals: nobody can reach anything, or more sites asked for than there are.
  const isRefused = noneReachable(town, question.radius) || (question.k ?? 0) > town.siteCount;
  return isRefused ? null : best;
}

const noneReachable = ({ costs, weight, siteCount }: SmallTown, radius: number): boolean =>
  weight.every(
    (value, i) =>
      value === 0 || costs.subarray(i * siteCount, (i + 1) * siteCount).every((cost) => cost > radius),
  );

/**
 * Covered households, and those without room: over all sets of sites the most that is left of those who reach no site
 * but these, when these are full (Hall's theorem, by trying every set). Rooms in households; -1: closed.
 */
function withoutRoom({ costs, weight, siteCount }: SmallTown, radius: number, rooms: readonly number[]) {
  const reach = [...weight.keys()].map((i) => {
    let sites = 0;
    for (let j = 0; j < siteCount; j++)
      if (rooms[j]! >= 0 && costs[i * siteCount + j]! <= radius) sites |= 1 << j;
    return sites;
  });
  const covered = reach.reduce((sum, sites, i) => sum + (sites === 0 ? 0 : weight[i]!), 0);
  let short = 0;
  for (let set = 0; set < 2 ** siteCount; set++) {
    let left = 0;
    reach.forEach((sites, i) => {
      if (sites !== 0 && (sites & ~set) === 0) left += weight[i]!;
    });
    for (let j = 0; j < siteCount; j++) if ((set >> j) & 1) left -= Math.max(0, rooms[j]!);
    short = Math.max(short, left);
  }
  return { covered, short };
}
