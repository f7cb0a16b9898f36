// Matters as a table, those overdue the longest first.

import type { ReactElement } from "react";
import type { Matter } from "../../../core/model/index.ts";
import { daysOverdue, dueDate, type MatterKind } from "../../../core/standards/index.ts";
import { inLanguage } from "../../../messages/findings.ts";
import { useDeskText } from "../../i18n/use-desk-text.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { matterPlaces } from "../../state/record-places.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { formatCount } from "../../ui/format.ts";
import type { MatterListProps } from "./matter-board.tsx";

export function MatterTable({ kinds, matters, open, onOpen }: MatterListProps): ReactElement {
  const app = useApp();
  const { matters: words } = useDeskText();
  const today = app.host.now().slice(0, 10);
  const late = (matter: Matter): number => daysOverdue(matter, kinds, today);
  const rows = matters.toSorted((a, b) => late(b) - late(a) || a.opened.localeCompare(b.opened));
  return (
    <div className="compare-scroll matter-table">
      <table className="compare">
        <thead>
          <tr>
            <th scope="col">{words.title}</th>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.opened}</th>
            <th scope="col">{words.due}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((matter) => (
            <MatterLine
              key={matter.id}
              matter={matter}
              kinds={kinds}
              late={late(matter)}
              chosen={matter.id === open}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface MatterLineProps {
  readonly matter: Matter;
  readonly kinds: readonly MatterKind[];
  readonly late: number;
  readonly chosen: boolean;
  readonly onOpen: (matter: string) => void;
}

function MatterLine({ matter, kinds, late, chosen, onOpen }: MatterLineProps): ReactElement {
  const { matters: words } = useDeskText();
  const language = useLanguage();
  const place = useAppState((state) => matterPlaces(state).find(({ id }) => id === matter.placeId)?.name);
  const kind = kinds.find(({ id }) => id === matter.kind);
  const state = kind?.states.find(({ id }) => id === matter.state);
  return (
    <tr aria-current={chosen || undefined}>
      <td>
        <button type="button" className="finding-go" onClick={() => onOpen(matter.id)}>
          {matter.name}
        </button>
      </td>
      <td>{kind === undefined ? matter.kind : inLanguage(kind.name, language)}</td>
      <td>{matter.position === undefined ? (place ?? words.wholeDistrict) : words.point}</td>
      <td>{state === undefined ? matter.state : inLanguage(state.name, language)}</td>
      <td>{matter.opened}</td>
      <td>
        {dueDate(matter, kinds)}
        {late > 0 && <em className="overdue">{words.overdue(formatCount(late))}</em>}
      </td>
    </tr>
  );
}
