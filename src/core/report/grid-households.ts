// Households of every grid, by its residences; those whose count is unknown are counted apart and in no sum.

import type { ReportSubject } from "./report-input.ts";

export interface GridSum {
  readonly residences: number;
  readonly unknown: number;
  /** null: not one of its residences has a count. */
  readonly households: number | null;
}

/** One entry a grid of the baseline. */
export function gridHouseholds({ baseline, residenceGrid }: ReportSubject): readonly GridSum[] {
  const sums = baseline.grids.records.map(() => ({ residences: 0, unknown: 0, households: 0 }));
  residenceGrid.forEach((grid, i) => {
    const sum = sums[grid];
    if (sum === undefined) return;
    const households = baseline.residences.households[i]!;
    sum.residences++;
    if (Number.isNaN(households)) sum.unknown++;
    else sum.households += households;
  });
  return sums.map((sum) => ({
    ...sum,
    households: sum.residences > sum.unknown ? sum.households : sum.residences === 0 ? 0 : null,
  }));
}
