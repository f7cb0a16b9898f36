// Every rule of the pack in force: what it asks, on which article, how it came out on this district, and what is
// missing where it says nothing. The rules of a copy can be edited in place.

import { type ReactElement, useMemo, useState } from "react";
import { editionState, type Rule, type RulePack } from "../../../core/standards/index.ts";
import { inLanguage, metricLabel } from "../../../messages/findings.ts";
import { editionSentence } from "../../../messages/pack-problems.ts";
import { changeView } from "../../commands/change-view.ts";
import { copyPack } from "../../commands/packs/own-packs.ts";
import { useDeskText } from "../../i18n/use-desk-text.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { analysisOf, packOf } from "../../state/plan-selectors.ts";
import { isStale } from "../../state/result-keys.ts";
import { type RuleTally, tallyRules } from "../../state/tally-rules.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { formatCount } from "../../ui/format.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { OwnPackActions } from "./own-pack-actions.tsx";
import { PackReader } from "./pack-reader.tsx";
import { PackSelect } from "./pack-select.tsx";
import { RuleItem } from "./rule-item.tsx";

const FILTERS = ["all", "unmet", "unknown", "silent"] as const;
type Filter = (typeof FILTERS)[number];

export function RulesPage(): ReactElement | null {
  const pack = useAppState(packOf);
  return pack === null ? null : <PackRules key={pack.id} pack={pack} />;
}

function PackRules({ pack }: { readonly pack: RulePack }): ReactElement {
  const app = useApp();
  const { rules: words, chooser } = useDeskText();
  const language = useLanguage();
  const text = useText();
  const [filter, setFilter] = useState<Filter>("all");
  const [wanted, setWanted] = useState("");
  const analysis = useAppState(analysisOf);
  const stale = useAppState(isStale);
  const readOnly = useAppState(isReadOnly);
  const day = app.host.now().slice(0, 10);
  const tally = useMemo(() => (analysis === null || stale ? null : tallyRules(analysis)), [analysis, stale]);
  const shown = pack.rules.filter(
    (rule) => passes(tally?.(rule.id) ?? null, filter) && isNamed(rule, wanted, language),
  );
  return (
    <>
      <header className="desk-head">
        <PackSelect value={pack.id} />
        <p className="quiet">
          {[
            inLanguage(pack.place, language),
            text.pack.edition(pack.edition),
            chooser.from(pack.validFrom),
            ...(pack.validTo === null ? [] : [chooser.until(pack.validTo)]),
            chooser.rules(formatCount(pack.rules.length)),
          ].join(" · ")}
        </p>
        <span className="grow" />
        {pack.basedOn === undefined ? (
          <Button title={words.copyHint} disabled={readOnly} onClick={() => copyPack(app, pack)}>
            {words.copy}
          </Button>
        ) : (
          <OwnPackActions pack={pack} />
        )}
      </header>
      {editionState(pack, day) !== "valid" && (
        <p className="refusal desk-note">{editionSentence(pack, day, language)}</p>
      )}
      {pack.note !== undefined && <p className="quiet desk-note">{inLanguage(pack.note, language)}</p>}
      <div className="desk-tools">
        <input
          className="field"
          type="search"
          aria-label={words.find}
          placeholder={words.find}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
        <Segmented
          label={words.filter}
          value={filter}
          options={FILTERS.map((value) => ({ value, label: words.filters[value] }))}
          onChange={setFilter}
        />
        <span className="grow" />
        {tally === null && <span className="quiet">{words.waiting}…</span>}
        <PackReader />
      </div>
      <ol className="rule-list">
        {shown.map((rule) => (
          <RuleItem
            key={rule.id}
            rule={rule}
            pack={pack}
            tally={tally?.(rule.id) ?? null}
            onShow={(verdict) =>
              changeView(app, {
                desk: null,
                step: "assess",
                drawerOpen: true,
                filter: { verdict, flag: null, rule: rule.id },
              })
            }
          />
        ))}
        {shown.length === 0 && <li className="quiet">{words.none}</li>}
      </ol>
    </>
  );
}

function passes(tally: RuleTally | null, filter: Filter): boolean {
  if (filter === "all" || tally === null) return true;
  return filter === "silent" ? tally.silent !== null : tally.counts[filter] > 0;
}

const isNamed = (rule: Rule, wanted: string, language: "zh-CN" | "en"): boolean =>
  [
    rule.id,
    inLanguage(rule.title, language),
    inLanguage(rule.text, language),
    inLanguage(rule.source.article, language),
    metricLabel(rule.metric, language),
  ]
    .join(" ")
    .toLowerCase()
    .includes(wanted.trim().toLowerCase());
