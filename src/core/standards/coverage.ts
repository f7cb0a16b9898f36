// How the product carries every rule and named system of the policy documents: what computes, checks, shows or records
// it, the test that holds it and the screen that shows it. The table is data/standards/coverage.json.

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

/** Steps of the work and pages of the desk, by their ids in the app. */
export const COVERAGE_SCREENS = ["circles", "assess", "registers", "matters", "rules"] as const;
export type CoverageScreen = (typeof COVERAGE_SCREENS)[number];

interface CoverageEntry {
  readonly id: string;
  readonly name: Bilingual;
  readonly status: CoverageState;
  /** Path of the test that holds it, by its id. */
  readonly test: string;
  /** Screen that shows it; null where there is nothing to show. */
  readonly screen: CoverageScreen | null;
  /** Why it is not carried, or how far. */
  readonly note?: Bilingual;
}

export interface CoveredRule extends CoverageEntry {
  /** C computed, K checked, D displayed, R recorded: what the reading of the documents asks for. */
  readonly mode: "C" | "K" | "D" | "R";
  readonly pack: string;
  /** What carries it: rules of the pack by id, "register/…", "matter/…", "layer/…" or "pack" for its own notes. */
  readonly by: readonly string[];
}

export interface CoveredSystem extends CoverageEntry {
  readonly kind: string;
  readonly rules: readonly string[];
  /** As of a rule, each with its pack before it: "hunan-2022/HN-03", "dehua/matter/whistle". */
  readonly by: readonly string[];
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
