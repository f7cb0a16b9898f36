// Why the question could not be asked: what has to be said first, or what is wrong in a table, row by row.

import type { ReactElement } from "react";
import { tableFaultSentence } from "../../../messages/siting.ts";
import { useSitingText } from "../../i18n/use-siting-text.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import type { SiteFault } from "../../state/site-work.ts";
import { formatCount } from "../../ui/format.ts";

/** Names or sentences shown before it is enough. */
const SHOWN = 5;

export function FaultNote({ fault }: { readonly fault: SiteFault }): ReactElement {
  const text = useSitingText();
  const language = useLanguage();
  const lines =
    fault.kind === "table"
      ? fault.faults.map((one) => tableFaultSentence(fault.file, one, language))
      : fault.kind === "lack"
        ? fault.names
        : fault.sites;
  const rest = lines.length - SHOWN;
  return (
    <div className="refusal" role="alert">
      {fault.kind === "lack" && <p>{text.lacks[fault.lack]}</p>}
      {fault.kind === "strangers" && (
        <p>{text.strangers(fault.file, fault.sites.length, formatCount(fault.residences))}</p>
      )}
      {lines.length > 0 && (
        <ul>
          {lines.slice(0, SHOWN).map((line) => (
            <li key={line}>{line}</li>
          ))}
          {rest > 0 && <li>{text.more(formatCount(rest))}</li>}
        </ul>
      )}
    </div>
  );
}
