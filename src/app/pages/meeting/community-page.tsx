// One community before an audience: how it stands, its figures, why.

import type { ReactElement } from "react";
import { basisSentence, evidenceSentence, inLanguage } from "../../../messages/findings.ts";
import { backOut } from "../../commands/meeting/talk.ts";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { analysisOf, communityState, findingsOf, packOf } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { formatArea, formatCount, formatKnown, formatMinutes, formatShare } from "../../ui/format.ts";
import { Mark } from "../../ui/mark.tsx";
import { BigFigure } from "./big-figure.tsx";

/** Reasons shown; the rest is in the pack. */
const ROOM = 2;

export function CommunityPage({ id }: { readonly id: string }): ReactElement | null {
  const app = useApp();
  const { talk: words } = useMeetingText();
  const { assess, units } = useText();
  const language = useLanguage();
  const analysis = useAppState(analysisOf);
  const pack = useAppState(packOf);
  const result = analysis?.communities.find((community) => community.id === id);
  if (result === undefined) return <p className="talk-line">{words.placeGone}</p>;
  const state = communityState(result);
  const short = (result.requiredArea ?? Number.NaN) - (result.floorArea ?? Number.NaN);
  const outside = result.households === null ? null : result.households - result.covered;
  const unmet = findingsOf(analysis, "community", id).filter(({ verdict }) => verdict === "unmet");
  return (
    <>
      <h1>{result.name}</h1>
      <p className="talk-state">
        <Mark state={state} />
        {assess.state[state]}
      </p>
      <dl className="talk-figures" data-two>
        <BigFigure value={formatKnown(outside)} unit={words.households}>
          {words.measures.outside}
          <small>
            {words.ofHouseholds(formatKnown(result.covered) ?? "", formatKnown(result.households) ?? "—")}
          </small>
        </BigFigure>
        <BigFigure value={formatShare(result.coverage)} unit={units.percent}>
          {words.measures.coverage}
        </BigFigure>
        <BigFigure value={formatMinutes(result.worstMinutes)} unit={units.minutes}>
          {words.worst}
        </BigFigure>
        <BigFigure value={formatArea(result.floorArea)} unit={units.squareMetres}>
          {words.area}
          {short > 0 && <small>{`${words.short} ${formatArea(short)} ${units.squareMetres}`}</small>}
        </BigFigure>
      </dl>
      {unmet.length > 0 && <h2>{words.findings}</h2>}
      <ul className="talk-reasons">
        {unmet.slice(0, ROOM).map((finding) => {
          const rule = pack?.rules.find((one) => one.id === finding.ruleId);
          return (
            <li key={finding.ruleId}>
              {rule !== undefined && <b>{inLanguage(rule.title, language)}</b>}
              {evidenceSentence(finding, language)}
              {rule !== undefined && <small>{basisSentence(rule, language)}</small>}
            </li>
          );
        })}
      </ul>
      {unmet.length > ROOM && <p className="talk-more">{words.more(formatCount(unmet.length - ROOM))}</p>}
      <button type="button" className="talk-link" onClick={() => backOut(app)}>
        {words.back}
      </button>
    </>
  );
}
