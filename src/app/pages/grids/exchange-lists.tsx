// The buildings on the border of a grid, to take in or to give away one by one: the brush, by keyboard.

import { type ReactElement, useMemo } from "react";
import { type BorderUnit, borderUnits, passUnit } from "../../commands/grids/exchange-units.ts";
import { gridLabel } from "../../commands/grids/grid-label.ts";
import { useGridsText } from "../../i18n/use-grids-text.ts";
import { useText } from "../../i18n/use-text.ts";
import type { GridWork } from "../../state/grid-work.ts";
import { baselineOf } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { formatCount } from "../../ui/format.ts";

interface ExchangeProps {
  readonly work: GridWork;
  /** Index into the net's grids. */
  readonly at: number;
}

export function ExchangeLists({ work, at }: ExchangeProps): ReactElement {
  const app = useApp();
  const { card: words } = useGridsText();
  const { net, ground } = work;
  const { outside, inside } = useMemo(() => borderUnits({ net, ground }, at), [net, ground, at]);
  return (
    <>
      <UnitList
        title={words.bring}
        action={words.bringIn}
        units={outside}
        work={work}
        onPass={({ unit }) => passUnit(app, unit, at)}
      />
      <UnitList
        title={words.give}
        action={words.giveAway}
        units={inside}
        work={work}
        onPass={({ unit, across }) => passUnit(app, unit, across)}
      />
    </>
  );
}

interface UnitListProps {
  readonly title: string;
  readonly action: string;
  readonly units: readonly BorderUnit[];
  readonly work: GridWork;
  readonly onPass: (unit: BorderUnit) => void;
}

function UnitList({ title, action, units, work, onPass }: UnitListProps): ReactElement | null {
  const text = useGridsText();
  const { units: words } = useText();
  const residences = useAppState((state) => baselineOf(state)?.residences ?? null);
  if (units.length === 0 || residences === null) return null;
  const nameOf = (unit: number): string => {
    const name = residences.name[unit] || residences.id[unit] || "";
    const compound = residences.compound[unit] ?? "";
    return name.startsWith(compound) ? name : `${compound} ${name}`;
  };
  return (
    <details className="exchange">
      <summary>
        {title} <span className="quiet">{formatCount(units.length)}</span>
      </summary>
      <ul className="plain">
        {units.map((own) => {
          const households = residences.households[own.unit] ?? Number.NaN;
          const grid = work.net.grids[own.across];
          return (
            <li key={own.unit}>
              <span>
                {nameOf(own.unit)}
                <span className="quiet"> {grid === undefined ? "" : gridLabel(grid)}</span>
              </span>
              <span className="figure">
                {Number.isNaN(households) ? (
                  text.register.unknown
                ) : (
                  <>
                    {formatCount(households)}
                    <span className="unit">{words.households}</span>
                  </>
                )}
              </span>
              <Button kind="plain" onClick={() => onPass(own)}>
                {action}
              </Button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
