// A place's findings as sentences: what is not met first, then what is unknown, then what is met.

import { type ReactElement, useMemo } from "react";
import type { Finding, PlaceKind, Verdict } from "../../../core/assess/index.ts";
import type { Rule } from "../../../core/standards/index.ts";
import { findingSentence, forceLabel, inLanguage, verdictLabel } from "../../../messages/findings.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { analysisOf, findingsOf, packOf } from "../../state/plan-selectors.ts";
import { useAppState } from "../../state/use-app.ts";
import { Mark } from "../../ui/mark.tsx";

const ORDER: Readonly<Record<Verdict, number>> = { unmet: 0, unknown: 1, met: 2 };

export function Evidence({ kind, id }: { readonly kind: PlaceKind; readonly id: string }): ReactElement {
  const text = useText();
  const analysis = useAppState(analysisOf);
  const pack = useAppState(packOf);
  const findings = useMemo(
    () => findingsOf(analysis, kind, id).sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict]),
    [analysis, kind, id],
  );
  if (findings.length === 0) return <p className="quiet no-findings">{text.inspector.noFindings}</p>;
  return (
    <ul className="evidence" aria-label={text.inspector.verdicts}>
      {findings.map((finding) => (
        <EvidenceItem
          key={finding.ruleId}
          finding={finding}
          rule={pack?.rules.find(({ id: ruleId }) => ruleId === finding.ruleId)}
        />
      ))}
    </ul>
  );
}

interface EvidenceItemProps {
  readonly finding: Finding;
  readonly rule: Rule | undefined;
}

function EvidenceItem({ finding, rule }: EvidenceItemProps): ReactElement {
  const language = useLanguage();
  return (
    <li data-verdict={finding.verdict}>
      <h3>
        <Mark state={markOf(finding)} />
        {verdictLabel(finding.verdict, language)}
        <span>{rule === undefined ? finding.ruleId : inLanguage(rule.title, language)}</span>
        <small className="quiet">
          {finding.ruleId} · {forceLabel(finding.force, language)}
        </small>
      </h3>
      <p>{findingSentence(finding, language, rule)}</p>
    </li>
  );
}

export function markOf({ verdict, flag }: Finding): "tooSmall" | "tooFar" | "noCenter" | Verdict {
  return flag === "tooSmall" || flag === "tooFar" || flag === "noCenter" ? flag : verdict;
}
