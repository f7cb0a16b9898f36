// One residential building: how far it is from a centre, and why.

import type { ReactElement } from "react";
import { UNREACHED, walkMeters, walkMinutes } from "../../../core/base/index.ts";
import { selectPlace } from "../../commands/select-place.ts";
import { useText } from "../../i18n/use-text.ts";
import { analysisOf, baselineOf, centersOf } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { Figure } from "../../ui/figure.tsx";
import { formatCount, formatMinutes } from "../../ui/format.ts";
import { Mark } from "../../ui/mark.tsx";
import { Fact, Facts } from "./facts.tsx";

export function ResidenceCard({ index }: { readonly index: number }): ReactElement | null {
  const app = useApp();
  const text = useText();
  const baseline = useAppState(baselineOf);
  const scene = useAppState((state) => state.scene);
  const analysis = useAppState(analysisOf);
  const centers = useAppState(centersOf);
  if (baseline === null || scene === null) return null;
  const { inspector: words, units } = text;
  const { residences, communities } = baseline;
  const households = residences.households[index] ?? Number.NaN;
  const community = communities.records[scene.residenceCommunity[index] ?? -1];
  const center = centers[analysis?.access.nearest[index] ?? -1];
  const compound = residences.compound[index] ?? "";
  const file = baseline.sources.find(({ role }) => role === "residences")?.file ?? "";
  return (
    <article>
      <header className="card-head">
        <p className="quiet">
          {words.residence} · {residences.id[index]}
        </p>
        <h2>{residences.name[index] || compound || residences.id[index]}</h2>
        <p className="quiet note">{words.source(file, String(residences.row[index] ?? ""))}</p>
        <WalkVerdict index={index} />
      </header>
      <Facts>
        <Fact name={words.households}>
          <Figure value={Number.isNaN(households) ? null : formatCount(households)} unit={units.households} />
        </Fact>
        {compound !== "" && <Fact name={words.compound}>{compound}</Fact>}
        {community !== undefined && (
          <Fact name={words.ownCommunity}>
            <Button kind="plain" onClick={() => selectPlace(app, { kind: "community", id: community.id })}>
              {community.name}
            </Button>
          </Fact>
        )}
        {center !== undefined && (
          <Fact name={words.nearest}>
            <Button kind="plain" onClick={() => selectPlace(app, { kind: "center", id: center.id })}>
              {center.name}
            </Button>
          </Fact>
        )}
      </Facts>
    </article>
  );
}

/** Minutes and metres to the nearest centre, or why there are none. */
function WalkVerdict({ index }: { readonly index: number }): ReactElement | null {
  const text = useText();
  const scene = useAppState((state) => state.scene);
  const analysis = useAppState(analysisOf);
  if (analysis === null || scene === null) return null;
  const distance = analysis.access.distance[index] ?? UNREACHED;
  const { walk } = analysis;
  if (distance === UNREACHED) {
    const linked = scene.linked[index] === 1;
    return (
      <p className="state" data-state={linked ? "tooFar" : "unknown"}>
        <Mark state={linked ? "tooFar" : "unknown"} />
        {linked ? text.inspector.unreachable : text.inspector.unlinked}
      </p>
    );
  }
  const minutes = walkMinutes(distance, walk.speed);
  const inside = minutes <= walk.minutes;
  return (
    <p className="state" data-state={inside ? "met" : "tooFar"}>
      <Mark state={inside ? "met" : "tooFar"} />
      <Figure value={formatMinutes(minutes)} unit={text.units.minutes} />
      <Figure value={formatCount(walkMeters(distance))} unit={text.units.metres} />
      {inside ? text.coverage.covered : text.coverage.outside}
      {scene.estimate && <span className="quiet"> · {text.inspector.estimate}</span>}
    </p>
  );
}
