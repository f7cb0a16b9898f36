// As many rows as a wall has room for, each a way to the place it names; how many more there are.

import type { ReactElement } from "react";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import { formatCount } from "../../ui/format.ts";

export interface TalkRow {
  readonly id: string;
  readonly name: string;
  readonly said: string;
  readonly onPick: (() => void) | null;
}

const ROOM = 8;

interface RowsProps {
  readonly rows: readonly TalkRow[];
  readonly room?: number;
}

export function Rows({ rows, room = ROOM }: RowsProps): ReactElement {
  const { talk: words } = useMeetingText();
  return (
    <>
      <ul className="talk-rows">
        {rows.slice(0, room).map(({ id, name, said, onPick }) => (
          <li key={id}>
            <button type="button" disabled={onPick === null} onClick={onPick ?? undefined}>
              <span>{name}</span>
              <span className="talk-said">{said}</span>
            </button>
          </li>
        ))}
      </ul>
      {rows.length > room && <p className="talk-more">{words.more(formatCount(rows.length - room))}</p>}
    </>
  );
}
