// How each rule of a pack came out on this district: places met, not met, without data; or that it says nothing here.

import type { SilentRule, Verdict } from "../../core/assess/index.ts";
import type { Analysis } from "../../core/engine/index.ts";
import type { Rule } from "../../core/standards/index.ts";

export interface RuleTally {
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Why it judges nothing; null when it judges. */
  readonly silent: SilentRule | null;
}

const NOTHING: RuleTally = { counts: { met: 0, unmet: 0, unknown: 0 }, silent: null };

export function tallyRules(
  analysis: Pick<Analysis, "findings" | "silentRules">,
): (ruleId: string) => RuleTally {
  const tallies = new Map<string, { counts: Record<Verdict, number>; silent: SilentRule | null }>();
  const of = (id: string) => {
    const tally = tallies.get(id) ?? { counts: { ...NOTHING.counts }, silent: null };
    tallies.set(id, tally);
    return tally;
  };
  for (const { ruleId, verdict } of analysis.findings) of(ruleId).counts[verdict]++;
  for (const silent of analysis.silentRules) of(silent.ruleId).silent = silent;
  return (ruleId) => tallies.get(ruleId) ?? NOTHING;
}

/** Rules of several packs that ask about the same thing, side by side: one row each, an entry a pack. */
export interface ComparedRow {
  readonly key: string;
  /** Rules on the subject in each pack, in the order of the packs; none where a pack has no such rule. */
  readonly rules: readonly (readonly Rule[])[];
}

/** The subjects that most packs share come first; then in the order of the packs. */
export function alignRules(packs: readonly { readonly rules: readonly Rule[] }[]): readonly ComparedRow[] {
  const rows = new Map<string, Rule[][]>();
  packs.forEach(({ rules }, at) => {
    for (const rule of rules) {
      const key = subjectKey(rule);
      const row = rows.get(key) ?? packs.map(() => []);
      rows.set(key, row);
      row[at]?.push(rule);
    }
  });
  const shared = (row: readonly (readonly Rule[])[]): number => row.filter(({ length }) => length > 0).length;
  return [...rows].map(([key, rules]) => ({ key, rules })).sort((a, b) => shared(b.rules) - shared(a.rules));
}

/** Two rules are about the same when they put the same question to the same places. */
const subjectKey = ({ metric, each, of, applies }: Rule): string =>
  JSON.stringify([metric, each ?? null, of ?? null, applies ?? null]);
