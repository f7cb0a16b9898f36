// Households by band: a bar of shares with the figures under it, in the map's colours.

import type { ReactElement } from "react";
import type { Totals } from "../../../core/assess/index.ts";
import type { Dictionary } from "../../i18n/dictionary.ts";
import { useText } from "../../i18n/use-text.ts";
import { bandsOf } from "../../state/result-keys.ts";
import { formatCount, formatPlain, formatShare } from "../../ui/format.ts";

interface Band {
  readonly key: "near" | "middle" | "far" | "outside" | "lost";
  readonly label: string;
  readonly households: number;
}

export function BandTable({
  totals,
  minutes,
}: {
  readonly totals: Totals;
  readonly minutes: number;
}): ReactElement {
  const text = useText();
  const bands = bandRows(totals, minutes, text);
  return (
    <div>
      <div className="band-bar" aria-hidden="true">
        {bands.map(({ key, households }) => (
          <span key={key} data-band={key} style={{ flexGrow: households }} />
        ))}
      </div>
      <table className="bands">
        <caption className="visually-hidden">{text.coverage.bands}</caption>
        <tbody>
          {bands.map(({ key, label, households }) => (
            <tr key={key}>
              <th scope="row">
                <span className="swatch" data-band={key} />
                {label}
              </th>
              <td>
                {formatCount(households)}
                <span className="unit">{text.units.households}</span>
              </td>
              <td className="quiet">
                {totals.households > 0 ? `${formatShare(households / totals.households)}%` : text.noValue}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Each band without the one inside it; what no path reaches is its own row when there is any. */
function bandRows(totals: Totals, minutes: number, { coverage, units }: Dictionary): Band[] {
  const [first, second, third] = bandsOf(minutes).map(formatPlain) as [string, string, string];
  const [near, middle, far] = totals.bands;
  const lost = totals.unlinked + totals.unreachable;
  const rows: Band[] = [
    { key: "near", label: `0–${first} ${units.minutes}`, households: near },
    { key: "middle", label: `${first}–${second} ${units.minutes}`, households: middle - near },
    { key: "far", label: `${second}–${third} ${units.minutes}`, households: far - middle },
    { key: "outside", label: `> ${third} ${units.minutes}`, households: totals.households - far - lost },
  ];
  if (lost > 0) {
    rows.push({ key: "lost", label: `${coverage.unlinked} / ${coverage.unreachable}`, households: lost });
  }
  return rows;
}
