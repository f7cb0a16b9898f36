// What came of a table that was imported: how many rows, and each row or column that was not taken, with why.

import type { ReactElement } from "react";
import type { Taken } from "../../commands/records/exchange-records.ts";
import { useDeskText } from "../../i18n/use-desk-text.ts";
import { formatCount } from "../../ui/format.ts";

/** Sentences shown; the rest are counted. */
const SHOWN = 12;

export function TakenNote({ taken }: { readonly taken: Taken | null }): ReactElement | null {
  const { registers: words } = useDeskText();
  if (taken === null) return null;
  const { file, rows, said } = taken;
  return (
    <div className="taken" role="status">
      <p>{words.imported(formatCount(rows), file)}</p>
      {said.length > 0 && (
        <>
          <p className="refusal">{words.asideTitle(formatCount(said.length))}</p>
          <ul>
            {said.slice(0, SHOWN).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            {said.length > SHOWN && <li className="quiet">{words.more(formatCount(said.length - SHOWN))}</li>}
          </ul>
        </>
      )}
    </div>
  );
}
