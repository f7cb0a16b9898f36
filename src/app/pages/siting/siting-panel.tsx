// Step 选址: what is asked, who the candidates are, the search, its answer and what to take of it; the pin and the ways
// that are drawn by hand.

import { type ReactElement, useEffect, useRef } from "react";
import { changeSiting } from "../../commands/siting/change-siting.ts";
import { followSiting } from "../../commands/siting/follow-siting.ts";
import { useSitingText } from "../../i18n/use-siting-text.ts";
import type { OptionDifference, SiteWork } from "../../state/site-work.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { formatCount } from "../../ui/format.ts";
import { AnswerCard } from "./answer-card.tsx";
import { AskForm } from "./ask-form.tsx";
import { CandidateList } from "./candidate-list.tsx";
import { FaultNote } from "./fault-note.tsx";
import { RunCard } from "./run-card.tsx";
import { SiteTools } from "./site-tools.tsx";
import "./siting.css";
import { useSiteKeys } from "./use-site-keys.ts";

export function SitingPanel(): ReactElement {
  const app = useApp();
  const text = useSitingText();
  const work = useStillWork();
  const loaded = useAppState(({ scene }) => scene !== null);
  useEffect(() => followSiting(app), [app]);
  useSiteKeys(app);
  if (work === null) return <p className="quiet">{loaded ? text.opening : text.none}</p>;
  return (
    <>
      <AskForm work={work} />
      <Candidates work={work} />
      <section className="stack">
        <RunCard work={work} />
        {work.fault !== null && <FaultNote fault={work.fault} />}
      </section>
      {work.difference !== null && <DifferenceCard difference={work.difference} />}
      {work.answer !== null && <AnswerCard work={work} answer={work.answer} />}
      <SiteTools work={work} />
    </>
  );
}

/** The work, the same object while only the pin and what the map draws move: the panel does not follow the pointer. */
function useStillWork(): SiteWork | null {
  const last = useRef<SiteWork | null>(null);
  return useAppState(({ sites }) => {
    const { current } = last;
    const moved =
      sites === null ||
      current === null ||
      (Object.keys(sites) as (keyof SiteWork)[]).some(
        (key) => key !== "pin" && key !== "scenery" && sites[key] !== current[key],
      );
    if (moved) last.current = sites;
    return last.current;
  });
}

function Candidates({ work }: { readonly work: SiteWork }): ReactElement {
  const text = useSitingText();
  const count = useAppState(({ history }) => history.plan.candidates.length);
  return (
    <details className="fold" open={work.picked !== null || undefined}>
      <summary>
        {text.candidates.title}
        <span className="quiet">{text.candidates.count(formatCount(count))}</span>
      </summary>
      <CandidateList work={work} />
    </details>
  );
}

function DifferenceCard({ difference }: { readonly difference: OptionDifference }): ReactElement {
  const app = useApp();
  const text = useSitingText().difference;
  const { from, to, won, lost } = difference;
  return (
    <section className="stack">
      <h2>{text.title(from, to)}</h2>
      <p className="difference-sums">
        <span className="swatch" data-change="won" />
        {text.won(formatCount(won))}
        <span className="swatch" data-change="lost" />
        {text.lost(formatCount(lost))}
      </p>
      <div>
        <Button onClick={() => changeSiting(app, { difference: null })}>{text.close}</Button>
      </div>
    </section>
  );
}
