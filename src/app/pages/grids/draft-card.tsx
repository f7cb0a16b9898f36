// A draft on the table: how good it is and how sure, what it moves, where it cannot be done and why; accepted as a whole,
// community by community, or let go.

import { type ReactElement, useState } from "react";
import { gridReasonSentence } from "../../../messages/gridding.ts";
import type { EditRefusal } from "../../commands/edit-plan.ts";
import { acceptDraft, dropDraft } from "../../commands/grids/accept-draft.ts";
import { stateOf } from "../../commands/grids/grid-scenery.ts";
import { selectPlace } from "../../commands/select-place.ts";
import { useGridsText } from "../../i18n/use-grids-text.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import type { GridDraft } from "../../state/grid-work.ts";
import { baselineOf } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { formatCount } from "../../ui/format.ts";
import { BalanceBar } from "./balance-bar.tsx";
import { useRefusals } from "./use-refusals.ts";

interface DraftCardProps {
  readonly draft: GridDraft;
}

export function DraftCard({ draft }: DraftCardProps): ReactElement {
  const app = useApp();
  const text = useGridsText();
  const { net, areas, movedHouseholds, retired, running } = draft;
  const say = useRefusals();
  const [refused, setRefused] = useState<EditRefusal | null>(null);
  const living = net.grids.map((grid, k) => stateOf(grid, net.facts[k] ?? null));
  const inRange = living.filter((state) => state === "inRange").length;
  const proven = areas.filter((area) => area.proven >= 1).length;
  return (
    <>
      <section className="draft-card stack" aria-live="polite">
        <h2>{running ? text.draft.running : text.draft.ready}</h2>
        <p>{text.draft.summary(formatCount(inRange), formatCount(living.length))}</p>
        <BalanceBar net={net} />
        {!running && (
          <p className="quiet note">
            {[
              ...(areas.length > 0
                ? [
                    (draft.mode === "micro" ? text.draft.provenMicro : text.draft.proven)(
                      formatCount(proven),
                      formatCount(areas.length),
                    ),
                  ]
                : []),
              ...(draft.mode === "leastChange" ? [text.draft.moved(formatCount(movedHouseholds))] : []),
              ...(retired.length > 0 ? [text.draft.retired(formatCount(retired.length))] : []),
            ].join(" · ")}
          </p>
        )}
        {refused !== null && <p className="refusal">{say(refused)}</p>}
        <div className="draft-actions">
          {running ? (
            <Button onClick={() => app.store.getState().work?.cancel()}>{text.draft.stop}</Button>
          ) : (
            <>
              <Button kind="primary" onClick={() => setRefused(acceptDraft(app))}>
                {text.draft.acceptAll}
              </Button>
              <Button onClick={() => dropDraft(app)}>{text.draft.drop}</Button>
            </>
          )}
        </div>
      </section>
      {!running && areas.length > 0 && <DraftAreas draft={draft} />}
    </>
  );
}

/** Communities of the draft, those with reasons first. */
function DraftAreas({ draft }: DraftCardProps): ReactElement {
  const kind = draft.mode === "micro" ? "grid" : "community";
  const app = useApp();
  const text = useGridsText();
  const language = useLanguage();
  const names = useAppState((state) => baselineOf(state)?.residences ?? null);
  const unitName = (unit: number): string => names?.name[unit] || names?.id[unit] || String(unit);
  const sorted = [...draft.areas].sort(
    (a, b) => b.reasons.length - a.reasons.length || b.cost.outside - a.cost.outside || a.area - b.area,
  );
  return (
    <section className="draft-areas fill">
      <ul className="scroll">
        {sorted.map(({ area, grids, reasons, feasible, households }) => (
          <li key={area}>
            <button
              type="button"
              className="draft-area"
              onClick={() => selectPlace(app, { kind, id: draft.places.ids[area] ?? "" }, { fly: true })}
            >
              <span data-state={feasible ? "met" : "out"}>
                {draft.places.names[area] || draft.places.ids[area]}
              </span>
              <span className="quiet">
                {formatCount(grids)} · {formatCount(households)}
                <span className="unit">{language === "en" ? "hh" : "户"}</span>
              </span>
            </button>
            <Button kind="plain" onClick={() => void acceptDraft(app, [area])}>
              {text.draft.accept}
            </Button>
            {reasons.map((reason) => (
              <p key={`${reason.code} ${reason.unit ?? ""}`} className="quiet note">
                {gridReasonSentence(reason, language, unitName)}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
