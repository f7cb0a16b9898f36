// One centre: whom it serves, what the rules say of it, and what can be changed about it.

import { Trash2 } from "lucide-react";
import { type ReactElement, useMemo } from "react";
import type { ServiceCenter } from "../../../core/model/index.ts";
import { removeCenter } from "../../commands/remove-center.ts";
import { renameCenter } from "../../commands/rename-center.ts";
import { resizeCenter } from "../../commands/resize-center.ts";
import { selectPlace } from "../../commands/select-place.ts";
import { useText } from "../../i18n/use-text.ts";
import { communityOf } from "../../state/judged-place.ts";
import { analysisOf, baselineOf, centersOf, communityState } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { EntryField } from "../../ui/entry-field.tsx";
import { Figure } from "../../ui/figure.tsx";
import { formatArea, formatKnown } from "../../ui/format.ts";
import { Mark } from "../../ui/mark.tsx";
import { Evidence } from "./evidence.tsx";
import { ExplainedFact, Facts } from "./facts.tsx";

export function CenterCard({ id }: { readonly id: string }): ReactElement | null {
  const text = useText();
  const center = useAppState((state) => centersOf(state).find((one) => one.id === id));
  const result = useAppState((state) => analysisOf(state)?.centers.find((one) => one.id === id));
  const origin = useAppState((state) => originOf(state.project, center));
  if (center === undefined) return null;
  const { inspector: words, units } = text;
  return (
    <article>
      <header className="card-head">
        <p className="quiet">
          {words.center} · {words.levels[center.level]}
        </p>
        <h2>{center.name}</h2>
        <p className="quiet note">
          {origin === null
            ? words.added
            : `${words.source(origin.file, String(center.row))}${origin.edited ? ` · ${words.edited}` : ""}`}
        </p>
        {result?.linked === false && <p className="refusal">{words.unlinked}</p>}
      </header>
      <Facts>
        <ExplainedFact name={words.floorArea} figure="centerArea" place={id}>
          <Figure value={formatArea(center.floorArea)} unit={units.squareMetres} />
        </ExplainedFact>
        <ExplainedFact name={words.reachHere} figure="centerReach" place={id}>
          <Figure value={formatKnown(result?.reachHouseholds ?? null)} unit={units.households} />
        </ExplainedFact>
        <ExplainedFact name={words.nearestHere} figure="centerNearest" place={id}>
          <Figure value={formatKnown(result?.households ?? null)} unit={units.households} />
        </ExplainedFact>
        <ExplainedFact name={words.nearestInside} figure="centerInside" place={id}>
          <Figure value={formatKnown(result?.coveredHouseholds ?? null)} unit={units.households} />
        </ExplainedFact>
      </Facts>
      <Evidence kind="center" id={id} />
      <OwnCommunity center={center} />
      <CenterActions center={center} />
    </article>
  );
}

/** The community it serves, and how that stands: a centre is judged by its people first. */
function OwnCommunity({ center }: { readonly center: ServiceCenter }): ReactElement | null {
  const app = useApp();
  const text = useText();
  const communities = useAppState((state) => baselineOf(state)?.communities ?? null);
  const id = useMemo(
    () => (communities === null ? undefined : communityOf(center, communities)),
    [center, communities],
  );
  const result = useAppState((state) => analysisOf(state)?.communities.find((one) => one.id === id));
  if (result === undefined) return null;
  const state = communityState(result);
  return (
    <button
      type="button"
      className="own-community"
      onClick={() => selectPlace(app, { kind: "community", id: result.id })}
    >
      <span className="quiet">{text.inspector.ownCommunity}</span>
      <span>{result.name}</span>
      <Mark state={state} />
      {text.assess.state[state]}
    </button>
  );
}

function CenterActions({ center }: { readonly center: ServiceCenter }): ReactElement {
  const app = useApp();
  const { inspector: words } = useText();
  const { id, name, floorArea } = center;
  return (
    <section className="actions" aria-label={words.actions}>
      <EntryField
        label={words.rename}
        value={name}
        onEnter={(typed) => {
          const refused = renameCenter(app, id, typed);
          return refused === null ? null : words.refusals[refused];
        }}
      />
      <EntryField
        label={words.resize}
        inputMode="decimal"
        value={floorArea === null ? "" : String(floorArea)}
        onEnter={(typed) => {
          const refused = resizeCenter(app, id, typed === "" ? null : Number(typed.replaceAll(",", "")));
          return refused === null ? null : words.refusals[refused];
        }}
      />
      <p className="quiet note">{words.nudge}</p>
      <Button onClick={() => removeCenter(app, id)}>
        <Trash2 size={14} aria-hidden="true" />
        {words.remove}
      </Button>
    </section>
  );
}

const origins = new WeakMap<ServiceCenter, { readonly file: string; readonly edited: boolean }>();

/** File of a centre and whether it differs from it; null when it was added. The same record for the same centre. */
function originOf(
  project: Parameters<typeof baselineOf>[0]["project"],
  center: ServiceCenter | undefined,
): { readonly file: string; readonly edited: boolean } | null {
  if (center === undefined || center.row === 0) return null;
  const known = origins.get(center);
  if (known !== undefined) return known;
  const baseline = baselineOf({ project });
  const file = baseline?.sources.find(({ role }) => role === "centers")?.file ?? "";
  const origin = { file, edited: baseline?.centers.includes(center) === false };
  origins.set(center, origin);
  return origin;
}
