// The capacity question as a mixed-integer program: a column an option, of a site at most one; per class of demand the
// households who find room at each site, those who find none, and the share outside. The three goals are three
// rows; whichever is made least is the cost, those before it are held at their value.

import { allotHouseholds } from "./allot-households.ts";
import { ProgramBuilder } from "./build-program.ts";
import type { CapacityPlan, CapacityProblem } from "./capacity-problem.ts";
import type { CapacityGoal } from "./capacity-question.ts";
import type { MixedProgram } from "./solver.ts";

export interface CapacityProgram {
  /** Least of one goal, no goal beyond its limit (households within reach of a site, households, money). */
  readonly program: (goal: CapacityGoal, limits: Readonly<Record<CapacityGoal, number>>) => MixedProgram;
  readonly pointOf: (plan: CapacityPlan) => Float64Array;
  readonly planOf: (values: Float64Array) => CapacityPlan;
  readonly entryCount: number;
}

export function capacityProgram(problem: CapacityProblem): CapacityProgram {
  const { classes, options, siteCount } = problem;
  const builder = new ProgramBuilder();
  const optionColumn = options.map((own) => own.map(() => builder.choice(0)));
  options.forEach((_, j) => {
    for (const column of optionColumn[j]!) builder.entry(column, 1);
    builder.row(1, 1);
  });
  const flowColumn = Array.from(classes.site, () => 0);
  const shortColumn: number[] = [];
  const outsideColumn: number[] = [];
  const { offsets, weight } = classes;
  for (let c = 0; c < weight.length; c++) {
    outsideColumn.push(builder.column(0, 0, 1, false));
    shortColumn.push(builder.column(0, 0, weight[c]!, false));
    for (let k = offsets[c]!; k < offsets[c + 1]!; k++) {
      flowColumn[k] = builder.column(0, 0, weight[c]!, false);
      builder.entry(flowColumn[k]!, 1);
    }
    builder.entry(shortColumn[c]!, 1);
    builder.entry(outsideColumn[c]!, weight[c]!);
    builder.row(weight[c]!, weight[c]!);
    addReach(builder, problem, optionColumn, c, outsideColumn[c]!);
  }
  addRoom(builder, problem, optionColumn, flowColumn);
  addSiteLimit(builder, problem, optionColumn);
  const parts: Record<CapacityGoal, [column: number, value: number][]> = {
    outside: outsideColumn.map((column, c) => [column, weight[c]!]),
    short: shortColumn.map((column) => [column, 1]),
    cost: options.flatMap((own, j) =>
      own.map(({ cost }, o): [number, number] => [optionColumn[j]![o]!, cost]),
    ),
  };
  const columns = { optionColumn, flowColumn, shortColumn, outsideColumn };
  return {
    program: (goal, limits) => withGoal(builder.build(), parts, goal, limits),
    pointOf: (plan) => pointOf(problem, columns, builder.columnCount, plan),
    planOf: (values) =>
      Int32Array.from({ length: siteCount }, (_, j) => {
        const own = optionColumn[j]!;
        return own.reduce((best, column, o) => (values[column]! > values[own[best]!]! ? o : best), 0);
      }),
    entryCount: builder.entryCount,
  };
}

type Columns = Readonly<{
  optionColumn: readonly (readonly number[])[];
  flowColumn: readonly number[];
  shortColumn: readonly number[];
  outsideColumn: readonly number[];
}>;

/** Outside exactly when no site in reach is open. */
function addReach(
  builder: ProgramBuilder,
  { classes: { offsets, site }, options }: CapacityProblem,
  optionColumn: Columns["optionColumn"],
  c: number,
  outside: number,
): void {
  const openOf = (j: number): number[] => optionColumn[j]!.filter((_, o) => options[j]![o]!.isOpen);
  for (let k = offsets[c]!; k < offsets[c + 1]!; k++) {
    for (const column of openOf(site[k]!)) builder.entry(column, 1);
  }
  builder.entry(outside, 1);
  builder.row(1, Infinity);
  for (let k = offsets[c]!; k < offsets[c + 1]!; k++) {
    for (const column of openOf(site[k]!)) builder.entry(column, 1);
    builder.entry(outside, 1);
    builder.row(-Infinity, 1);
  }
}

function addRoom(
  builder: ProgramBuilder,
  { siteCount, siteOffsets, siteEntry, options }: CapacityProblem,
  optionColumn: Columns["optionColumn"],
  flowColumn: readonly number[],
): void {
  for (let j = 0; j < siteCount; j++) {
    if (siteOffsets[j] === siteOffsets[j + 1]) continue;
    for (let p = siteOffsets[j]!; p < siteOffsets[j + 1]!; p++) builder.entry(flowColumn[siteEntry[p]!]!, 1);
    options[j]!.forEach(({ room }, o) => {
      if (room > 0) builder.entry(optionColumn[j]![o]!, -room);
    });
    builder.row(-Infinity, 0);
  }
}

function addSiteLimit(
  builder: ProgramBuilder,
  { options, most }: CapacityProblem,
  optionColumn: Columns["optionColumn"],
): void {
  if (most === Infinity) return;
  options.forEach((own, j) => {
    own.forEach(({ isOpen }, o) => {
      if (isOpen) builder.entry(optionColumn[j]![o]!, 1);
    });
  });
  builder.row(-Infinity, most);
}

function withGoal(
  base: MixedProgram,
  parts: Readonly<Record<CapacityGoal, readonly (readonly [number, number])[]>>,
  goal: CapacityGoal,
  limits: Readonly<Record<CapacityGoal, number>>,
): MixedProgram {
  const cost = new Float64Array(base.cost.length);
  for (const [column, value] of parts[goal]) cost[column] = value;
  const held = (Object.keys(parts) as CapacityGoal[]).filter((name) => limits[name] < Infinity);
  const entries = held.flatMap((name) => parts[name]);
  let end = base.columns.length;
  const ends = held.map((name) => {
    end += parts[name].length;
    return end;
  });
  return {
    ...base,
    cost,
    rowLower: Float64Array.from([...base.rowLower, ...held.map(() => -Infinity)]),
    rowUpper: Float64Array.from([...base.rowUpper, ...held.map((name) => limits[name])]),
    offsets: Int32Array.from([...base.offsets, ...ends]),
    columns: Int32Array.from([...base.columns, ...entries.map(([column]) => column)]),
    values: Float64Array.from([...base.values, ...entries.map(([, value]) => value)]),
  };
}

function pointOf(
  problem: CapacityProblem,
  { optionColumn, flowColumn, shortColumn, outsideColumn }: Columns,
  columnCount: number,
  plan: CapacityPlan,
): Float64Array {
  const { classes, options } = problem;
  const { offsets, site, weight } = classes;
  const point = new Float64Array(columnCount);
  plan.forEach((option, j) => {
    point[optionColumn[j]![option]!] = 1;
  });
  const { flow } = allotHouseholds(problem, plan);
  for (let c = 0; c < weight.length; c++) {
    let left = weight[c]!;
    let isOpen = false;
    for (let k = offsets[c]!; k < offsets[c + 1]!; k++) {
      point[flowColumn[k]!] = flow[k]!;
      left -= flow[k]!;
      isOpen ||= options[site[k]!]![plan[site[k]!]!]!.isOpen;
    }
    point[outsideColumn[c]!] = isOpen ? 0 : 1;
    point[shortColumn[c]!] = isOpen ? Math.max(0, left) : 0;
  }
  return point;
}
