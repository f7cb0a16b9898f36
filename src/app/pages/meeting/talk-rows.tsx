// As many rows as a wall has room for, each a way to the place it names; how many more there are.

import type { ReactElement } from "react";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import { formatCount } from "../../ui/format.ts";

export interface TalkRow {
  readonly id: string;
  readonly name: string;
  /** Empty parts are left out; none is broken in its middle. */
  readonly said: readonly string[];
  readonly onPick: (() => void) | null;
}

const ROOM = 8;

interface RowsProps {
  readonly rows: readonly TalkRow[];
  readonly room?: number;
  /** What is said stands under the name, for long names. */
  readonly stacked?: boolean;
  /** How many there are is said elsewhere. */
  readonly silent?: boolean;
}

export function Rows({ rows, room = ROOM, stacked = false, silent = false }: RowsProps): ReactElement {
  const { talk: words } = useMeetingText();
  return (
    <>
      <ul className="talk-rows" data-stacked={stacked || undefined}>
        {rows.slice(0, room).map(({ id, name, said, onPick }) => (
          <li key={id}>
            <button type="button" disabled={onPick === null} onClick={onPick ?? undefined}>
              <span>{name}</span>
              <span className="talk-said">
                {said
                  .filter((part) => part !== "")
                  .map((part) => (
                    <span key={part}>{part}</span>
                  ))}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {!silent && rows.length > room && (
        <p className="talk-more">{words.more(formatCount(rows.length - room))}</p>
      )}
    </>
  );
}
