// One rule: its words, article and force at the left, what it asks and how it came out at the right.

import type { ReactElement } from "react";
import type { Verdict } from "../../../core/assess/index.ts";
import type { Rule, RulePack } from "../../../core/standards/index.ts";
import {
  basisSentence,
  forceLabel,
  inLanguage,
  metricLabel,
  silenceSentence,
  verdictLabel,
} from "../../../messages/findings.ts";
import { askOf } from "../../../messages/rule-words.ts";
import { useDeskText } from "../../i18n/use-desk-text.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import type { RuleTally } from "../../state/tally-rules.ts";
import { formatCount } from "../../ui/format.ts";
import { Mark } from "../../ui/mark.tsx";
import { RuleEditor } from "./rule-editor.tsx";

const VERDICT_ORDER: readonly Verdict[] = ["unmet", "unknown", "met"];

interface RuleItemProps {
  readonly rule: Rule;
  readonly pack: RulePack;
  /** null while it is being judged. */
  readonly tally: RuleTally | null;
  readonly onShow: (verdict: Verdict) => void;
}

export function RuleItem({ rule, pack, tally, onShow }: RuleItemProps): ReactElement {
  const { rules: words } = useDeskText();
  const language = useLanguage();
  const { id, title, text, force, note, metric } = rule;
  return (
    <li className="rule" data-off={rule.off === true || undefined}>
      <div className="rule-words">
        <h3>
          {inLanguage(title, language)}
          <small className="quiet">{id}</small>
          <span className="force" data-force={force}>
            {forceLabel(force, language)}
          </span>
          {rule.edited === true && <span className="edited-mark">{words.edited}</span>}
        </h3>
        <p>{inLanguage(text, language)}</p>
        <p className="quiet note">{basisSentence(rule, language)}</p>
        {note !== undefined && <p className="quiet note">{inLanguage(note, language)}</p>}
      </div>
      <div className="rule-asked">
        <p>
          <small className="quiet">
            {[subjectOf(rule, pack, language), metricLabel(metric, language)]
              .filter((part) => part !== null)
              .join(" · ")}
          </small>
          <strong>{askOf(rule, language) ?? words.noValue}</strong>
        </p>
        <RuleVerdicts rule={rule} tally={tally} onShow={onShow} />
        {pack.basedOn !== undefined && <RuleEditor rule={rule} pack={pack} />}
      </div>
    </li>
  );
}

function RuleVerdicts({ rule, tally, onShow }: Omit<RuleItemProps, "pack">): ReactElement | null {
  const { rules: words } = useDeskText();
  const language = useLanguage();
  if (rule.off === true) return <p className="quiet">{words.off}</p>;
  if (tally === null) return null;
  if (tally.silent !== null) return <p className="quiet note">{silenceSentence(tally.silent, language)}</p>;
  return (
    <p className="chips">
      {VERDICT_ORDER.filter((verdict) => tally.counts[verdict] > 0).map((verdict) => (
        <button
          key={verdict}
          type="button"
          className="chip"
          title={words.show(formatCount(tally.counts[verdict]))}
          onClick={() => onShow(verdict)}
        >
          <Mark state={verdict} />
          {verdictLabel(verdict, language)}
          <span className="quiet">{formatCount(tally.counts[verdict])}</span>
        </button>
      ))}
    </p>
  );
}

/** The places it judges, in the pack's words; null where the metric names them itself. */
function subjectOf({ each }: Rule, pack: RulePack, language: "zh-CN" | "en"): string | null {
  if (each === undefined) return null;
  const place = PLACES[each]?.[language];
  const register = pack.registers?.find(({ id }) => id === each);
  return place ?? (register === undefined ? each : inLanguage(register.name, language));
}

const PLACES: Readonly<Record<string, Readonly<Record<"zh-CN" | "en", string>>>> = {
  district: { "zh-CN": "全区", en: "District" },
  subdistrict: { "zh-CN": "街道", en: "Subdistrict" },
  community: { "zh-CN": "社区", en: "Community" },
  grid: { "zh-CN": "网格", en: "Grid" },
  center: { "zh-CN": "中心", en: "Centre" },
};
