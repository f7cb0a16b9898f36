// The stroke under way: totals of the grid painted into and of those it takes from, at every step of the pointer; and,
// once let go, how a grid that fell in pieces can be made whole.

import type { ReactElement } from "react";
import { changeGrids } from "../../commands/grids/change-grids.ts";
import { gridLabel } from "../../commands/grids/grid-label.ts";
import { takeRepair } from "../../commands/grids/grid-stroke.ts";
import { rangeShown } from "../../commands/grids/range-of.ts";
import { useGridsText } from "../../i18n/use-grids-text.ts";
import { useText } from "../../i18n/use-text.ts";
import type { GridNet, GridRepair } from "../../state/grid-work.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { formatCount } from "../../ui/format.ts";

interface StrokeReadoutProps {
  readonly net: GridNet;
}

/** Nothing while there is no stroke; the only part of the panel that moves with one. */
export function StrokeReadout({ net }: StrokeReadoutProps): ReactElement | null {
  const text = useGridsText();
  const { units } = useText();
  const { min, max } = useAppState(rangeShown);
  const stroke = useAppState(({ grids }) => grids?.stroke ?? null);
  if (stroke === null) return null;
  const name = (grid: number): string => {
    const own = net.grids[grid];
    return own === undefined ? text.newGrid : gridLabel(own) || text.card.unnamed;
  };
  return (
    <section className="stroke-readout" aria-live="polite">
      <h2>{text.stroke.title}</h2>
      <table>
        <tbody>
          {stroke.grids.map(({ grid, households, unknown, gained }) => (
            <tr key={grid} data-out={households < min || households > max || undefined}>
              <th scope="row">{name(grid)}</th>
              <td className="figure">
                {formatCount(households)}
                {unknown > 0 && "+?"}
                <span className="unit">{units.households}</span>
              </td>
              <td className="quiet">{signed(gained)}</td>
              <td>
                <span className="range-track">
                  <span
                    className="range-fill"
                    style={{ width: `${Math.min(100, (households / (max * 1.4)) * 100)}%` }}
                  />
                  <span
                    className="range-band"
                    style={{
                      left: `${(min / (max * 1.4)) * 100}%`,
                      width: `${((max - min) / (max * 1.4)) * 100}%`,
                    }}
                  />
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {stroke.broken.length > 0 && (
        <p className="refusal">{text.stroke.broken(stroke.broken.map(name).join("、"))}</p>
      )}
    </section>
  );
}

const signed = (households: number): string =>
  `${households < 0 ? "−" : "+"}${formatCount(Math.abs(households))}`;

interface RepairCardProps {
  readonly net: GridNet;
  readonly repair: GridRepair;
}

export function RepairCard({ net, repair }: RepairCardProps): ReactElement {
  const app = useApp();
  const text = useGridsText();
  const own = net.grids[repair.grid];
  return (
    <section className="repair-card" role="status">
      <p>{text.repair.title(own === undefined ? text.newGrid : gridLabel(own) || text.card.unnamed)}</p>
      {repair.offers.length === 0 && <p className="quiet note">{text.repair.none}</p>}
      <ul>
        {repair.offers.map(({ way, changes, households }, k) => (
          <li
            key={way}
            data-shown={k === repair.shown || undefined}
            onPointerEnter={() => changeGrids(app, { repair: { ...repair, shown: k } })}
          >
            <span>{text.repair[way](formatCount(changes.length), formatCount(households))}</span>
            <Button
              onFocus={() => changeGrids(app, { repair: { ...repair, shown: k } })}
              onClick={() => takeRepair(app, k)}
            >
              {text.repair.take}
            </Button>
          </li>
        ))}
      </ul>
      <Button kind="plain" onClick={() => changeGrids(app, { repair: null })}>
        {text.repair.leave}
      </Button>
    </section>
  );
}
