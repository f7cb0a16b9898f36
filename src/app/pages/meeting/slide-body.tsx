// What each step of the presentation says.

import type { ComponentType, ReactElement } from "react";
import type { CommunityResult } from "../../../core/assess/index.ts";
import type { Analysis } from "../../../core/engine/index.ts";
import { selectPlace } from "../../commands/select-place.ts";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import { useText } from "../../i18n/use-text.ts";
import { analysisOf, communityState } from "../../state/plan-selectors.ts";
import type { Slide, Talk } from "../../state/talk.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { formatArea, formatCount, formatPlain, formatShare } from "../../ui/format.ts";
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
  const rows = useFlagged((result) => {
    const state = communityState(result);
    const outside = (result.households ?? 0) - result.covered;
    return state === "tooFar" || state === "both"
      ? { weight: outside, said: words.farRow(formatCount(outside)) }
      : null;
  });
  return <Flagged rows={rows} count={words.farCount} none={words.noneFar} mark="tooFar" />;
}

function SmallSlide(): ReactElement {
  const { talk: words } = useMeetingText();
  const rows = useFlagged((result) => {
    const state = communityState(result);
    if (state === "noCenter") return { weight: Infinity, said: words.noCenterRow };
    if (state !== "tooSmall" && state !== "both") return null;
    const short = (result.requiredArea ?? Number.NaN) - (result.floorArea ?? Number.NaN);
    return Number.isNaN(short)
      ? { weight: 0, said: words.unknownRow }
      : { weight: short, said: words.smallRow(formatArea(short) ?? "") };
  });
  return <Flagged rows={rows} count={words.smallCount} none={words.noneSmall} mark="tooSmall" />;
}

type Verdict = { readonly weight: number; readonly said: string } | null;

/** Communities of which `judge` says something, the worst first. */
function useFlagged(judge: (result: CommunityResult) => Verdict): readonly TalkRow[] {
  const app = useApp();
  const analysis: Analysis | null = useAppState(analysisOf);
  return (analysis?.communities ?? [])
    .flatMap((result) => {
      const verdict = judge(result);
      return verdict === null ? [] : [{ result, ...verdict }];
    })
    .sort((a, b) => b.weight - a.weight)
    .map(({ result: { id, name }, said }) => ({
      id,
      name,
      said: [said],
      onPick: () => selectPlace(app, { kind: "community", id }, { fly: true }),
    }));
}

interface FlaggedProps {
  readonly rows: readonly TalkRow[];
  readonly count: string;
  readonly none: string;
  readonly mark: "tooFar" | "tooSmall";
}

function Flagged({ rows, count, none, mark }: FlaggedProps): ReactElement {
  const { talk: words } = useMeetingText();
  const analysis = useAppState(analysisOf);
  if (analysis === null) return <p className="talk-line">{words.noFigures}</p>;
  if (analysis.communities.length === 0) return <p className="talk-line">{words.noCommunities}</p>;
  if (rows.length === 0) return <p className="talk-line">{none}</p>;
  return (
    <>
      <dl className="talk-figures" data-mark={mark}>
        <BigFigure value={formatCount(rows.length)}>{count}</BigFigure>
      </dl>
      <Rows rows={rows} />
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
