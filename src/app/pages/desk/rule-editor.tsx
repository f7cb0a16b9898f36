// Edits one rule of a copy: comparison, value or range, force, on or off. A change takes effect when the checker of
// rule packs accepts it; otherwise it says why.

import { type ReactElement, useState } from "react";
import {
  type Comparison,
  FORCES,
  METRIC_SHAPES,
  type Rule,
  type RulePack,
} from "../../../core/standards/index.ts";
import { forceLabel } from "../../../messages/findings.ts";
import { packProblemSentence } from "../../../messages/pack-problems.ts";
import { comparisonLabel } from "../../../messages/rule-words.ts";
import { changeRule, type RuleChange } from "../../commands/packs/own-packs.ts";
import { useDeskText } from "../../i18n/use-desk-text.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { CheckField } from "../../ui/check-field.tsx";
import { EntryField } from "../../ui/entry-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";

interface RuleEditorProps {
  readonly rule: Rule;
  readonly pack: RulePack;
}

export function RuleEditor({ rule, pack }: RuleEditorProps): ReactElement {
  const app = useApp();
  const { rules: words } = useDeskText();
  const language = useLanguage();
  const readOnly = useAppState(isReadOnly);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const change = (fields: RuleChange): void => {
    void changeRule(app, pack, rule.id, fields).then((found) =>
      setProblems(found.map((problem) => packProblemSentence(problem, pack.id, language))),
    );
  };
  return (
    <fieldset className="rule-editor" disabled={readOnly}>
      <CheckField
        label={words.on}
        checked={rule.off !== true}
        onChange={(checked) => change({ off: !checked })}
      />
      <SelectField
        label={words.force}
        value={rule.force}
        options={FORCES.map((force) => ({ value: force, label: forceLabel(force, language) }))}
        onChange={(force) => change({ force })}
      />
      <SelectField<Comparison>
        label={words.comparison}
        value={rule.comparison}
        options={METRIC_SHAPES[rule.metric].comparisons.map((comparison) => ({
          value: comparison,
          label: comparisonLabel(comparison, language),
        }))}
        onChange={(comparison) => change({ comparison, value: valueFor(comparison, rule.value) })}
      />
      <ValueFields rule={rule} onChange={(value) => change({ value })} />
      {problems.length > 0 && (
        <div className="refusal" role="alert">
          {words.problems}
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      )}
    </fieldset>
  );
}

interface ValueFieldsProps {
  readonly rule: Rule;
  readonly onChange: (value: Rule["value"]) => void;
}

function ValueFields({ rule: { comparison, value, unit }, onChange }: ValueFieldsProps): ReactElement {
  const { rules: words } = useDeskText();
  const scale = unit === "ratio" ? 100 : 1;
  const written = (number: number | undefined): string =>
    number === undefined ? "" : String(Math.round(number * scale * 1e6) / 1e6);
  const enter = (typed: string, take: (number: number) => Rule["value"]): string | null => {
    const number = typed === "" ? Number.NaN : Number(typed.replaceAll(",", ""));
    if (!Number.isFinite(number)) return words.badNumber;
    onChange(take(number / scale));
    return null;
  };
  const suffix = unit === "ratio" ? " %" : "";
  if (comparison === "between") {
    const [low, high] = Array.isArray(value) ? value : [value ?? undefined, value ?? undefined];
    return (
      <>
        <EntryField
          label={words.low + suffix}
          inputMode="decimal"
          value={written(low)}
          onEnter={(typed) => enter(typed, (number) => [number, high ?? number])}
        />
        <EntryField
          label={words.high + suffix}
          inputMode="decimal"
          value={written(high)}
          onEnter={(typed) => enter(typed, (number) => [low ?? number, number])}
        />
      </>
    );
  }
  return (
    <EntryField
      label={words.value + suffix}
      inputMode="decimal"
      value={written(typeof value === "number" ? value : undefined)}
      onEnter={(typed) => enter(typed, (number) => number)}
    />
  );
}

/** A range becomes its low end, a number a range of itself. */
function valueFor(comparison: Comparison, value: Rule["value"]): Rule["value"] {
  if (value === null) return null;
  if (comparison === "between") return typeof value === "number" ? [value, value] : value;
  return typeof value === "number" ? value : value[0];
}
