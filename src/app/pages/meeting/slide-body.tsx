// What each step of the presentation says.

import type { ComponentType, ReactElement } from "react";
import type { CommunityResult } from "../../../core/assess/index.ts";
import { selectPlace } from "../../commands/select-place.ts";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import { useText } from "../../i18n/use-text.ts";
import type { CommunityState } from "../../map/map-model.ts";
import { analysisOf } from "../../state/plan-selectors.ts";
import { reachState, sizeState } from "../../state/spoken-state.ts";
import type { Slide, Talk } from "../../state/talk.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { formatArea, formatCount, formatKnown, formatPlain, formatShare } from "../../ui/format.ts";
import { BigFigure } from "./big-figure.tsx";
import { GridsSlide } from "./grids-slide.tsx";
import { DecisionsSlide, ListsSlide } from "./lists-slide.tsx";
import { MinutesBars } from "./minutes-bars.tsx";
import { OptionsSlide } from "./options-slide.tsx";
import { Rows, type TalkRow } from "./talk-rows.tsx";

export function SlideBody({ talk }: { readonly talk: Talk }): ReactElement {
  const { slides } = useMeetingText();
  const Body = BODIES[talk.slide];
  return (
    <>
      <h1>{slides[talk.slide]}</h1>
      <Body talk={talk} />
    </>
  );
}

interface SlideProps {
  readonly talk: Talk;
}

function PresentSlide(): ReactElement | null {
  const { talk: words } = useMeetingText();
  const { units } = useText();
  const analysis = useAppState(analysisOf);
  const centers = useAppState(({ history }) => history.plan.centers.length);
  if (analysis === null) return <p className="talk-line">{words.noFigures}</p>;
  const { totals, walk } = analysis;
  return (
    <>
      <dl className="talk-figures" data-headline>
        <BigFigure value={formatShare(totals.coverage)} unit={units.percent}>
          {words.within(formatPlain(walk.minutes))}
          <small>{words.ofHouseholds(formatCount(totals.covered), formatCount(totals.households))}</small>
        </BigFigure>
      </dl>
      <MinutesBars totals={totals} walk={walk} />
      <dl className="talk-figures" data-two>
        <BigFigure value={formatCount(totals.households - totals.covered)} unit={words.households}>
          {words.measures.outside}
        </BigFigure>
        <BigFigure value={formatCount(centers)}>{words.centers}</BigFigure>
      </dl>
    </>
  );
}

function FarSlide(): ReactElement {
  const { talk: words } = useMeetingText();
  const judged = useJudged((result) => {
    const state = reachState(result);
    if (state !== "tooFar") return { state, weight: 0, said: words.unknown };
    const outside = (result.households ?? Number.NaN) - result.covered;
    return { state, weight: outside, said: words.farRow(formatKnown(outside) ?? "") };
  });
  return <Flagged judged={judged} count={words.farCount} none={words.noneFar} mark="tooFar" />;
}

function SmallSlide(): ReactElement {
  const { talk: words } = useMeetingText();
  const judged = useJudged((result) => {
    const state = sizeState(result);
    if (state === "noCenter") return { state, weight: Infinity, said: words.noCenterRow };
    if (state !== "tooSmall") return { state, weight: 0, said: words.unknownRow };
    const short = (result.requiredArea ?? Number.NaN) - (result.floorArea ?? Number.NaN);
    return Number.isNaN(short)
      ? { state, weight: 0, said: words.unknownRow }
      : { state, weight: short, said: words.smallRow(formatArea(short) ?? "") };
  });
  return <Flagged judged={judged} count={words.smallCount} none={words.noneSmall} mark="tooSmall" />;
}

interface Verdict {
  readonly state: CommunityState;
  readonly weight: number;
  readonly said: string;
}

interface Judged {
  readonly flagged: readonly TalkRow[];
  readonly unknown: readonly TalkRow[];
}

/** Communities by what `judge` says of them, the worst first; null before there are figures. */
function useJudged(judge: (result: CommunityResult) => Verdict): Judged | null {
  const app = useApp();
  const analysis = useAppState(analysisOf);
  if (analysis === null) return null;
  const verdicts = analysis.communities
    .map((result) => ({ result, ...judge(result) }))
    .sort((a, b) => b.weight - a.weight);
  const rows = (wanted: (state: CommunityState) => boolean): readonly TalkRow[] =>
    verdicts
      .filter(({ state }) => wanted(state))
      .map(({ result: { id, name }, said }) => ({
        ...{ id, name, said: [said] },
        onPick: () => selectPlace(app, { kind: "community", id }, { fly: true }),
      }));
  return {
    flagged: rows((state) => state !== "met" && state !== "unknown"),
    unknown: rows((state) => state === "unknown"),
  };
}

interface FlaggedProps {
  readonly judged: Judged | null;
  readonly count: string;
  readonly none: string;
  readonly mark: "tooFar" | "tooSmall";
}

/** What is not known is counted apart and listed last: nobody is told that all is well. */
function Flagged({ judged, count, none, mark }: FlaggedProps): ReactElement {
  const { talk: words } = useMeetingText();
  const communities = useAppState((state) => analysisOf(state)?.communities.length ?? 0);
  if (judged === null) return <p className="talk-line">{words.noFigures}</p>;
  if (communities === 0) return <p className="talk-line">{words.noCommunities}</p>;
  const { flagged, unknown } = judged;
  if (flagged.length + unknown.length === 0) return <p className="talk-line">{none}</p>;
  return (
    <>
      <dl className="talk-figures" data-mark={mark}>
        <BigFigure value={formatCount(flagged.length)}>
          {count}
          {unknown.length > 0 && <small>{words.unknownCount(formatCount(unknown.length))}</small>}
        </BigFigure>
      </dl>
      <Rows rows={[...flagged, ...unknown]} />
    </>
  );
}

const BODIES: Readonly<Record<Slide, ComponentType<SlideProps>>> = {
  present: PresentSlide,
  tooFar: FarSlide,
  tooSmall: SmallSlide,
  options: OptionsSlide,
  grids: GridsSlide,
  lists: ListsSlide,
  decisions: DecisionsSlide,
};
