// Rule packs side by side on this district: one row a subject, a column a pack with what it asks and how that came out.

import { X } from "lucide-react";
import { type ReactElement, useEffect, useMemo, useState } from "react";
import type { Rule } from "../../../core/standards/index.ts";
import {
  forceLabel,
  inLanguage,
  metricLabel,
  silenceSentence,
  verdictLabel,
} from "../../../messages/findings.ts";
import { askOf } from "../../../messages/rule-words.ts";
import { comparePacks, type JudgedPack } from "../../commands/packs/compare-packs.ts";
import { useDeskText } from "../../i18n/use-desk-text.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { packEntries } from "../../state/pack-entry.ts";
import { alignRules, type RuleTally } from "../../state/tally-rules.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { IconButton } from "../../ui/button.tsx";
import { formatCount } from "../../ui/format.ts";
import { Mark } from "../../ui/mark.tsx";
import { SelectField } from "../../ui/select-field.tsx";

/** Packs that can be read side by side on a screen. */
const MOST = 4;

export function ComparePacks(): ReactElement {
  const { compare: words } = useDeskText();
  const first = useAppState(({ settings }) => settings.packId);
  const [ids, setIds] = useState<readonly string[]>([first]);
  const judged = useJudged(ids);
  const rows = useMemo(() => alignRules((judged ?? []).map(({ pack }) => pack)), [judged]);
  return (
    <>
      <header className="desk-head">
        <p className="quiet">{words.intro}</p>
        <span className="grow" />
        {ids.length < MOST && <PackAdder ids={ids} onAdd={(id) => setIds([...ids, id])} />}
      </header>
      {ids.length < 2 && <p className="quiet desk-note">{words.least}</p>}
      {judged !== null && (
        <div className="compare-scroll">
          <table className="compare">
            <CompareHead judged={judged} onDrop={(id) => setIds(ids.filter((one) => one !== id))} />
            <tbody>
              {rows.map(({ key, rules }) => (
                <tr key={key}>
                  <th scope="row">
                    <SubjectName rules={rules.flat()} />
                  </th>
                  {judged.map(({ pack, tally }, at) => (
                    <td key={pack.id}>
                      <ComparedRules rules={rules[at] ?? []} tally={tally} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

/** Judges again when another pack is chosen, the plan changes or a copy is edited. */
function useJudged(ids: readonly string[]): readonly JudgedPack[] | null {
  const app = useApp();
  const scene = useAppState((state) => state.scene);
  const history = useAppState((state) => state.history);
  const ownPacks = useAppState((state) => state.ownPacks);
  const settings = useAppState((state) => state.settings);
  const [judged, setJudged] = useState<readonly JudgedPack[] | null>(null);
  useEffect(() => {
    let current = true;
    void comparePacks(app, ids, { scene, history, ownPacks, settings }).then((found) => {
      if (current && found !== null) setJudged(found);
    });
    return () => {
      current = false;
    };
  }, [app, ids, scene, history, ownPacks, settings]);
  return judged;
}

interface PackAdderProps {
  readonly ids: readonly string[];
  readonly onAdd: (id: string) => void;
}

function PackAdder({ ids, onAdd }: PackAdderProps): ReactElement {
  const app = useApp();
  const { compare: words } = useDeskText();
  const language = useLanguage();
  const packIndex = useAppState((state) => state.packIndex);
  const ownPacks = useAppState((state) => state.ownPacks);
  const others = packEntries({ packIndex, ownPacks }, app.host.now().slice(0, 10)).filter(
    ({ id }) => !ids.includes(id),
  );
  return (
    <SelectField
      label={words.add}
      value=""
      options={[
        { value: "", label: words.add },
        ...others.map(({ id, name }) => ({ value: id, label: inLanguage(name, language) })),
      ]}
      onChange={(id) => {
        if (id !== "") onAdd(id);
      }}
    />
  );
}

interface CompareHeadProps {
  readonly judged: readonly JudgedPack[];
  readonly onDrop: (id: string) => void;
}

function CompareHead({ judged, onDrop }: CompareHeadProps): ReactElement {
  const text = useText();
  const { compare: words } = useDeskText();
  const language = useLanguage();
  return (
    <thead>
      <tr>
        <th scope="col">{words.subject}</th>
        {judged.map(({ pack, tally }) => {
          const name = inLanguage(pack.name, language);
          const tallies = pack.rules.map(({ id }) => tally(id));
          const met = sum(tallies, ({ counts }) => counts.met);
          const all = sum(tallies, ({ counts }) => counts.met + counts.unmet + counts.unknown);
          const silent = tallies.filter((one) => one.silent !== null).length;
          return (
            <th key={pack.id} scope="col">
              <span className="compare-pack">
                {name}
                {judged.length > 1 && (
                  <IconButton label={words.drop(name)} onClick={() => onDrop(pack.id)}>
                    <X size={14} />
                  </IconButton>
                )}
              </span>
              <small className="quiet">
                {[
                  text.pack.edition(pack.edition),
                  words.judged(formatCount(met), formatCount(all)),
                  ...(silent > 0 ? [words.silent(formatCount(silent))] : []),
                ].join(" · ")}
              </small>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function SubjectName({ rules }: { readonly rules: readonly Rule[] }): ReactElement | null {
  const language = useLanguage();
  const [rule] = rules;
  if (rule === undefined) return null;
  return (
    <>
      {inLanguage(rule.title, language)}
      <small className="quiet">{metricLabel(rule.metric, language)}</small>
    </>
  );
}

interface ComparedRulesProps {
  readonly rules: readonly Rule[];
  readonly tally: (ruleId: string) => RuleTally;
}

function ComparedRules({ rules, tally }: ComparedRulesProps): ReactElement {
  const { compare: words, rules: ruleWords } = useDeskText();
  const language = useLanguage();
  if (rules.length === 0) return <span className="quiet">{words.absent}</span>;
  return (
    <>
      {rules.map((rule) => {
        const { counts, silent } = tally(rule.id);
        return (
          <div key={rule.id} className="compared">
            <strong>{askOf(rule, language) ?? ruleWords.noValue}</strong>
            <small className="quiet">
              {rule.id} · {inLanguage(rule.source.article, language)} · {forceLabel(rule.force, language)}
            </small>
            {silent === null ? (
              <span className="compared-counts">
                {(["unmet", "unknown", "met"] as const).map((verdict) =>
                  counts[verdict] === 0 ? null : (
                    <span key={verdict} title={verdictLabel(verdict, language)}>
                      <Mark state={verdict} />
                      {formatCount(counts[verdict])}
                    </span>
                  ),
                )}
              </span>
            ) : (
              <small className="quiet">{silenceSentence(silent, language)}</small>
            )}
          </div>
        );
      })}
    </>
  );
}

const sum = <T,>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
