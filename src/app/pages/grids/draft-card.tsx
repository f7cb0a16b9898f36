// A draft on the table: how good it is and how sure, what it moves, where it cannot be done and why; accepted as a whole,
// community by community, or let go.

import { type ReactElement, useState } from "react";
import type { ProgressPart } from "../../../core/base/index.ts";
import { gridReasonSentence } from "../../../messages/gridding.ts";
import type { EditRefusal } from "../../commands/edit-plan.ts";
import { acceptDraft, dropDraft } from "../../commands/grids/accept-draft.ts";
import { gridLabel } from "../../commands/grids/grid-label.ts";
import { stateOf } from "../../commands/grids/grid-scenery.ts";
import { showConflict } from "../../commands/grids/one-net.ts";
import { selectPlace } from "../../commands/select-place.ts";
import { useGridsText } from "../../i18n/use-grids-text.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
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
  const { net, areas, movedHouseholds, retired, running, merge } = draft;
  const movesHouseholds = draft.mode === "leastChange" || draft.mode === "merge";
  const say = useRefusals();
  const [refused, setRefused] = useState<EditRefusal | null>(null);
  const living = net.grids.map((grid, k) => stateOf(grid, net.facts[k] ?? null));
  const inRange = living.filter((state) => state === "inRange").length;
  const proven = areas.filter((area) => area.proven >= 1).length;
  return (
    <>
      <section className="draft-card stack" aria-live="polite">
        <h2>{running ? text.draft.running : text.draft.ready}</h2>
        {draft.part !== null && <p className="draft-part">{partWords(draft, draft.part, text)}</p>}
        <p>{text.draft.summary(formatCount(inRange), formatCount(living.length))}</p>
        <BalanceBar net={net} />
        {!running && (
          <p className="quiet note">
            {[
              ...(areas.length > 0 && merge === null
                ? [
                    (draft.mode === "micro" ? text.draft.provenMicro : text.draft.proven)(
                      formatCount(proven),
                      formatCount(areas.length),
                    ),
                  ]
                : []),
              ...(merge === null ? [] : [mergeSummary(merge, text)]),
              ...(movesHouseholds ? [text.draft.moved(formatCount(movedHouseholds))] : []),
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
              {(merge === null || areas.length > 0) && (
                <Button kind="primary" onClick={() => setRefused(acceptDraft(app))}>
                  {text.draft.acceptAll}
                </Button>
              )}
              <Button onClick={() => dropDraft(app)}>{text.draft.drop}</Button>
            </>
          )}
        </div>
      </section>
      {!running && areas.length > 0 && <DraftAreas draft={draft} />}
      {merge !== null && merge.open.length > 0 && <OpenConflicts draft={draft} open={merge.open} />}
    </>
  );
}

const partWords = (
  { places }: GridDraft,
  { part, at, of }: ProgressPart,
  { draft: words }: ReturnType<typeof useGridsText>,
): string => words.part(formatCount(at), formatCount(of), places.names[part] || places.ids[part] || "");

const mergeSummary = (
  { settled, open }: NonNullable<GridDraft["merge"]>,
  { draft: words }: ReturnType<typeof useGridsText>,
): string =>
  settled === 0 ? words.mergedNone : words.merged(formatCount(settled), formatCount(open.length));

interface OpenConflictsProps extends DraftCardProps {
  readonly open: NonNullable<GridDraft["merge"]>["open"];
}

/** Conflicts that the draft leaves as they are, with the reason; choosing one shows it on the map. */
function OpenConflicts({ draft, open }: OpenConflictsProps): ReactElement {
  const app = useApp();
  const text = useGridsText();
  const { units } = useText();
  const disputed = useAppState(({ grids }) => grids?.disputed);
  const { ids, names } = draft.places;
  const nameOf = (community: string): string => names[ids.indexOf(community)] || community;
  return (
    <section className="draft-areas fill">
      <h2>{text.draft.mergeOpen}</h2>
      <ul className="scroll">
        {open.map(({ department, conflict, reason }) => {
          const grid = draft.net.grids[conflict.base];
          return (
            <li key={`${department} ${conflict.base} ${conflict.lies}`}>
              <button
                type="button"
                className="draft-area"
                aria-current={disputed === conflict.units || undefined}
                onClick={() => showConflict(app, conflict)}
              >
                <span className="conflict-name">
                  {grid === undefined ? "" : gridLabel(grid)}{" "}
                  <span className="quiet">{nameOf(grid?.communityId ?? "")}</span>
                  <small className="quiet">{text.draft.mergeReasons[reason]}</small>
                </span>
                <span className="quiet">
                  {formatCount(conflict.households)}
                  <span className="unit">{units.households}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
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
    (a, b) =>
      b.reasons.length - a.reasons.length || Number(a.feasible) - Number(b.feasible) || a.area - b.area,
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
