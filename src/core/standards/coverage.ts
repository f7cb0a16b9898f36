// How the product carries every rule and named system of the policy documents: what computes, checks, shows or records
// it, the test that proves it and the screen that shows it. The table is data/standards/coverage.json; "planned" says
// honestly that no screen shows it yet.

import type { Bilingual } from "./bilingual.ts";

export const COVERAGE_STATES = [
  "computed",
  "checked",
  "displayed",
  "recorded",
  "outOfScope",
  "refused",
] as const;
export type CoverageState = (typeof COVERAGE_STATES)[number];

export const COVERAGE_SCREENS = ["findings", "map", "registers", "matters", "rules", "planned"] as const;
export type CoverageScreen = (typeof COVERAGE_SCREENS)[number];

interface CoverageEntry {
  readonly id: string;
  readonly name: Bilingual;
  readonly status: CoverageState;
  /** Path of the test that shows it; null only where nothing is carried. */
  readonly test: string | null;
  /** Screen that shows it; null where there is nothing to show. */
  readonly screen: CoverageScreen | null;
  /** Why it is not carried, or how far. */
  readonly note?: Bilingual;
}

export interface CoveredRule extends CoverageEntry {
  /** C computed, K checked, D displayed, R recorded: what the reading of the documents asks for. */
  readonly mode: "C" | "K" | "D" | "R";
  readonly pack: string;
  /** Rules of the pack, or its register, kind of matter or layer, that carry it. */
  readonly by: readonly string[];
}

export interface CoveredSystem extends CoverageEntry {
  readonly kind: string;
  readonly rules: readonly string[];
}

export interface Coverage {
  readonly rules: readonly CoveredRule[];
  readonly systems: readonly CoveredSystem[];
}

/** How many entries stand in each state, in the order of COVERAGE_STATES. */
export const countStates = (
  entries: readonly Pick<CoverageEntry, "status">[],
): Readonly<Record<CoverageState, number>> =>
  Object.fromEntries(
    COVERAGE_STATES.map((state) => [state, entries.filter(({ status }) => status === state).length]),
  ) as Record<CoverageState, number>;
