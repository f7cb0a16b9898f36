// The answer: how good it is by proof, what to do item by item with what each brings, and into which option to take it.

import { Check } from "lucide-react";
import type { ReactElement } from "react";
import { fillTemplate } from "../../../messages/fill-template.ts";
import type { Language } from "../../../messages/language.ts";
import { sitingReasonSentence } from "../../../messages/siting.ts";
import { changeView } from "../../commands/change-view.ts";
import { changeSiting } from "../../commands/siting/change-siting.ts";
import { siteKey } from "../../commands/siting/site-keys.ts";
import { takeItems } from "../../commands/siting/take-answer.ts";
import { useSitingText } from "../../i18n/use-siting-text.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { nextOptionName } from "../../state/option-names.ts";
import { isPresent } from "../../state/plan-options.ts";
import type { SiteAnswer, SiteItem, SiteProof, SiteWork } from "../../state/site-work.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { formatArea, formatCount, formatPlain, formatShare } from "../../ui/format.ts";
import { formatGap, writeMeasure } from "./format-gap.ts";

export function AnswerCard({
  work,
  answer,
}: {
  readonly work: SiteWork;
  readonly answer: SiteAnswer;
}): ReactElement {
  const app = useApp();
  const text = useSitingText().answer;
  const stale = useAppState((state) => siteKey(state) !== answer.key);
  const estimate = useAppState(({ scene }) => scene?.estimate === true) && answer.table === null;
  return (
    <section className="stack site-answer" aria-label={text.title} data-stale={stale || undefined}>
      {answer.status === "infeasible" ? <NoAnswer answer={answer} /> : <Found answer={answer} />}
      {stale && <p className="note refusal">{text.stale}</p>}
      {answer.stopped && <p className="note quiet">{text.stopped}</p>}
      {answer.table !== null && <p className="note">{text.table(answer.table)}</p>}
      {estimate && <p className="note">{text.estimate}</p>}
      {answer.unreachable > 0 && (
        <p className="note">
          {text.unreachable(formatCount(answer.unreachable), formatCount(answer.unreachableResidences))}
        </p>
      )}
      {answer.leftOut > 0 && (
        <p className="note">
          {text.leftOut(formatCount(answer.leftOut), formatCount(answer.leftOutResidences))}
        </p>
      )}
      {answer.items.length > 0 && <Items work={work} answer={answer} stale={stale} />}
      <div className="button-row">
        <TakeAll answer={answer} stale={stale} />
        <Button kind="plain" onClick={() => changeSiting(app, { answer: null })}>
          {text.drop}
        </Button>
      </div>
    </section>
  );
}

function NoAnswer({ answer }: { readonly answer: SiteAnswer }): ReactElement {
  const text = useSitingText();
  const language = useLanguage();
  const { reason } = answer;
  return (
    <>
      <h2>{text.answer.infeasible}</h2>
      {reason !== null && <p role="alert">{reasonSentence(reason, text.reasons, language)}</p>}
    </>
  );
}

/** Where the command line speaks of its own options, the screen has words of its own. */
function reasonSentence(
  { reason, names }: NonNullable<SiteAnswer["reason"]>,
  own: Readonly<Record<string, string>>,
  language: Language,
): string {
  const template = own[reason.code];
  if (template === undefined) return sitingReasonSentence(reason, names, language);
  const shown = names.slice(0, 5).join(language === "en" ? ", " : "、");
  return fillTemplate(template, { ...reason.values, names: shown }, language);
}

function Found({ answer }: { readonly answer: SiteAnswer }): ReactElement {
  const text = useSitingText().answer;
  const units = useText().units;
  const share = answer.households > 0 ? answer.covered / answer.households : null;
  const before = answer.households > 0 ? answer.coveredBefore / answer.households : null;
  return (
    <>
      <p className="hero">
        {formatShare(share) ?? "—"}
        <span className="unit">{units.percent}</span>
        <span className="hero-of">
          {text.coverage} {text.from(formatShare(before) ?? "—")}
        </span>
      </p>
      <ul className="proofs">
        {answer.proofs.map((proof) => (
          <Proof key={proof.measure} proof={proof} households={answer.households} />
        ))}
      </ul>
      {answer.items.length === 0 && <p>{text.nothing}</p>}
    </>
  );
}

function Proof({
  proof,
  households,
}: {
  readonly proof: SiteProof;
  readonly households: number;
}): ReactElement {
  const text = useSitingText().answer;
  const { measure, gap } = proof;
  const write = (value: number): string => writeMeasure(measure, value, households);
  const isProven = gap <= 1e-9;
  return (
    <li>
      <span>{text.measure[measure](write(proof.value))}</span>
      <span className="quiet" data-proven={isProven || undefined}>
        {isProven ? text.optimal : openWords(gap, text.boundNote[measure](write(proof.bound)), text)}
      </span>
    </li>
  );
}

/** How far from the best it can be; a gap of the whole figure says less than the bound alone. */
function openWords(gap: number, bound: string, text: ReturnType<typeof useSitingText>["answer"]): string {
  if (!Number.isFinite(gap)) return text.gapUnknown;
  return gap < 1 ? `${text.gap(formatGap(gap))} · ${bound}` : bound;
}

interface ItemsProps {
  readonly work: SiteWork;
  readonly answer: SiteAnswer;
  readonly stale: boolean;
}

function Items({ work, answer, stale }: ItemsProps): ReactElement {
  const app = useApp();
  const text = useSitingText();
  const readOnly = useAppState(isReadOnly);
  return (
    <>
      <ol className="site-items">
        {answer.items.map((item) => {
          const taken = answer.taken.includes(item.id);
          return (
            <li key={`${item.kind} ${item.id}`} data-picked={work.picked === item.id || undefined}>
              <button
                type="button"
                className="site-item"
                onClick={() => {
                  changeSiting(app, { picked: item.id });
                  flyTo(app, item);
                }}
              >
                <span className="site-kind" data-kind={item.kind}>
                  {text.ask.actionNames[item.kind]}
                </span>
                <span className="site-name">{item.name || item.id}</span>
                <Gain item={item} />
                <span className="quiet site-facts">{factsOf(item, text)}</span>
              </button>
              {taken ? (
                <span className="quiet site-taken">
                  <Check size={14} aria-hidden="true" />
                  {text.answer.taken}
                </span>
              ) : (
                <Button disabled={stale || readOnly} onClick={() => takeItems(app, [item], "current")}>
                  {text.answer.takeOne}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      <p className="quiet note">{text.answer.order}</p>
    </>
  );
}

function Gain({ item }: { readonly item: SiteItem }): ReactElement {
  const text = useSitingText().answer;
  const units = useText().units;
  const count = formatCount(Math.abs(item.households));
  return (
    <span className="figure">
      {item.households < 0 ? text.loss(count) : text.gain(count)}
      <span className="unit">{units.households}</span>
    </span>
  );
}

function factsOf(
  { kind, area, areaBefore, cost }: SiteItem,
  { answer }: ReturnType<typeof useSitingText>,
): string {
  const written = formatArea(area);
  const areas =
    kind === "close"
      ? null
      : written === null
        ? answer.areaUnknown
        : areaBefore === null || kind !== "enlarge"
          ? answer.area(written)
          : answer.areaFrom(formatArea(areaBefore) ?? "", written);
  const money = cost === null ? answer.costUnknown : answer.cost(formatPlain(cost));
  return [areas, money].filter((part) => part !== null).join(" · ");
}

/** Degrees of latitude around an item, about 700 m. */
const AROUND = 0.0063;

function flyTo(app: ReturnType<typeof useApp>, { lon, lat }: SiteItem): void {
  app.map.current?.flyTo([lon - AROUND, lat - AROUND, lon + AROUND, lat + AROUND]);
}

function TakeAll({
  answer,
  stale,
}: {
  readonly answer: SiteAnswer;
  readonly stale: boolean;
}): ReactElement | null {
  const app = useApp();
  const text = useSitingText().answer;
  const { options: words } = useText();
  const options = useAppState((state) => state.options);
  const present = useAppState((state) => isPresent(state, state.currentOption));
  const readOnly = useAppState(isReadOnly);
  const left = answer.items.filter(({ id }) => !answer.taken.includes(id));
  if (left.length === 0) {
    if (answer.taken.length === 0) return null;
    return <Button onClick={() => changeView(app, { comparing: true })}>{text.compare}</Button>;
  }
  const disabled = stale || readOnly;
  if (present) {
    return (
      <Button kind="primary" disabled={disabled} onClick={() => takeItems(app, left, "new")}>
        {text.takeAllNew(nextOptionName(options, words.letter))}
      </Button>
    );
  }
  return (
    <>
      <Button kind="primary" disabled={disabled} onClick={() => takeItems(app, left, "current")}>
        {text.takeAll}
      </Button>
      <Button disabled={disabled} onClick={() => takeItems(app, left, "new")}>
        {text.takeNew}
      </Button>
    </>
  );
}
