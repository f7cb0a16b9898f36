// Matters by state: a row of columns for each kind, in the order of its workflow.

import type { ReactElement } from "react";
import type { Matter } from "../../../core/model/index.ts";
import { daysOverdue, dueDate, type MatterKind } from "../../../core/standards/index.ts";
import { inLanguage } from "../../../messages/findings.ts";
import { useDeskText } from "../../i18n/use-desk-text.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { matterPlaces } from "../../state/record-places.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { formatCount } from "../../ui/format.ts";

export interface MatterListProps {
  readonly kinds: readonly MatterKind[];
  readonly matters: readonly Matter[];
  readonly open: string | null;
  readonly onOpen: (matter: string) => void;
}

export function MatterBoard({ kinds, matters, open, onOpen }: MatterListProps): ReactElement {
  const language = useLanguage();
  return (
    <div className="matter-board">
      {kinds.map((kind) => {
        const own = matters.filter((matter) => matter.kind === kind.id);
        if (own.length === 0) return null;
        return (
          <section key={kind.id}>
            <h3>{inLanguage(kind.name, language)}</h3>
            <div className="matter-states">
              {kind.states.map(({ id, name }) => {
                const here = own.filter(({ state }) => state === id);
                return (
                  <div key={id} className="matter-state">
                    <h4>
                      {inLanguage(name, language)}
                      <span className="quiet">{formatCount(here.length)}</span>
                    </h4>
                    {here.map((matter) => (
                      <MatterTile
                        key={matter.id}
                        matter={matter}
                        kinds={kinds}
                        chosen={matter.id === open}
                        onOpen={onOpen}
                      />
                    ))}
                  </div>
                );
              })}
            </div>
          </section>
        );
      })}
    </div>
  );
}

interface MatterTileProps {
  readonly matter: Matter;
  readonly kinds: readonly MatterKind[];
  readonly chosen: boolean;
  readonly onOpen: (matter: string) => void;
}

function MatterTile({ matter, kinds, chosen, onOpen }: MatterTileProps): ReactElement {
  const app = useApp();
  const { matters: words } = useDeskText();
  const place = useAppState((state) => matterPlaces(state).find(({ id }) => id === matter.placeId)?.name);
  const late = daysOverdue(matter, kinds, app.host.now().slice(0, 10));
  const due = dueDate(matter, kinds);
  return (
    <button
      type="button"
      className="matter-tile"
      aria-current={chosen || undefined}
      onClick={() => onOpen(matter.id)}
    >
      {matter.name}
      <small className="quiet">
        {matter.position === undefined ? (place ?? words.wholeDistrict) : words.point}
      </small>
      {due !== null && (
        <small className="quiet">
          {words.due} {due}
        </small>
      )}
      {late > 0 && <em className="overdue">{words.overdue(formatCount(late))}</em>}
    </button>
  );
}
