// One community: how it stands, its figures, the evidence.

import type { ReactElement } from "react";
import { useText } from "../../i18n/use-text.ts";
import { analysisOf, communityState } from "../../state/plan-selectors.ts";
import { useAppState } from "../../state/use-app.ts";
import { Figure } from "../../ui/figure.tsx";
import { formatArea, formatKnown, formatMinutes, formatShare } from "../../ui/format.ts";
import { Mark } from "../../ui/mark.tsx";
import { Evidence } from "./evidence.tsx";
import { ExplainedFact, Facts } from "./facts.tsx";

export function CommunityCard({ id }: { readonly id: string }): ReactElement | null {
  const text = useText();
  const result = useAppState((state) =>
    analysisOf(state)?.communities.find((community) => community.id === id),
  );
  if (result === undefined) return null;
  const { inspector: words, units } = text;
  const state = communityState(result);
  return (
    <article>
      <header className="card-head">
        <p className="quiet">
          {words.community} · {result.id}
        </p>
        <h2>{result.name}</h2>
        <p className="state" data-state={state}>
          <Mark state={state} />
          {text.assess.state[state]}
        </p>
      </header>
      <Facts>
        <ExplainedFact name={words.households} figure="communityHouseholds" place={id}>
          <Figure value={formatKnown(result.households)} unit={units.households} />
        </ExplainedFact>
        <ExplainedFact name={words.coverage} figure="communityCoverage" place={id}>
          <Figure value={formatShare(result.coverage)} unit={units.percent} />
        </ExplainedFact>
        <ExplainedFact name={words.floorArea} figure="communityArea" place={id}>
          <Figure value={formatArea(result.floorArea)} unit={units.squareMetres} />
        </ExplainedFact>
        <ExplainedFact name={words.requiredArea} figure="communityAsked" place={id}>
          <Figure value={formatArea(result.requiredArea)} unit={units.squareMetres} />
        </ExplainedFact>
        <ExplainedFact name={words.typical} figure="p50" place={id}>
          <Figure value={formatMinutes(result.p50Minutes)} unit={units.minutes} />
        </ExplainedFact>
        <ExplainedFact name={words.ninety} figure="p90" place={id}>
          <Figure value={formatMinutes(result.p90Minutes)} unit={units.minutes} />
        </ExplainedFact>
        <ExplainedFact name={words.worst} figure="worst" place={id}>
          <Figure value={formatMinutes(result.worstMinutes)} unit={units.minutes} />
        </ExplainedFact>
        <ExplainedFact name={words.allocated} figure="allocated" place={id}>
          <Figure value={formatKnown(result.allocatedHouseholds)} unit={units.households} />
        </ExplainedFact>
      </Facts>
      <Evidence kind="community" id={id} />
    </article>
  );
}
