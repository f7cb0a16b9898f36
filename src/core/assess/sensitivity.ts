// What would be said if things were a little different: at another speed (two assessments compared), or with
// every household count some percent off (recomputed, nothing else changed).

import type { MetresPerSecond } from "../base/index.ts";
import type { Areas } from "../model/index.ts";
import { assess } from "./assess.ts";
import type { AssessInput, Assessment } from "./assess-input.ts";
import type { Finding, Flag, Verdict } from "./finding.ts";

/** A finding that does not hold in both assessments. */
export interface FlagFlip {
  readonly ruleId: string;
  readonly place: Finding["place"];
  readonly from: Verdict;
  readonly to: Verdict;
  readonly fromFlag: Flag | null;
  readonly toFlag: Flag | null;
}

/** The flips of each change that was tried. */
export interface Sensitivity {
  /** Metres per second. */
  readonly speeds: readonly { readonly speed: MetresPerSecond; readonly flips: readonly FlagFlip[] }[];
  readonly households: readonly { readonly percent: number; readonly flips: readonly FlagFlip[] }[];
}

/** Findings whose verdict or flag differs, in the order of `base`; places only one of them speaks of are left out. */
export function flagFlips(base: Assessment, other: Assessment): readonly FlagFlip[] {
  const others = new Map(other.findings.map((finding) => [keyOf(finding), finding]));
  return base.findings.flatMap((finding) => {
    const match = others.get(keyOf(finding));
    if (match === undefined || (match.verdict === finding.verdict && match.flag === finding.flag)) return [];
    const { ruleId, place } = finding;
    return [
      { ruleId, place, from: finding.verdict, to: match.verdict, fromFlag: finding.flag, toFlag: match.flag },
    ];
  });
}

/** Flags that flip when every household count is `percent` % higher (negative: lower). Unknown stays unknown. */
export function householdFlips(input: AssessInput, base: Assessment, percent: number): readonly FlagFlip[] {
  return flagFlips(base, assess(withHouseholds(input, (count) => (count * (100 + percent)) / 100)));
}

function withHouseholds(input: AssessInput, scale: (count: number) => number): AssessInput {
  const { residences } = input;
  return {
    ...input,
    residences: { ...residences, households: residences.households.map(scale) },
    communities: withStated(input.communities, scale),
    grids: withStated(input.grids, scale),
    reachHouseholds: input.reachHouseholds.map(scale),
  };
}

function withStated(areas: Areas, scale: (count: number) => number): Areas {
  const records = areas.records.map((record) => ({
    ...record,
    statedHouseholds: record.statedHouseholds === null ? null : scale(record.statedHouseholds),
  }));
  return { ...areas, records };
}

const keyOf = ({ ruleId, place }: Finding): string =>
  JSON.stringify([ruleId, place.kind, place.id, place.name]);
