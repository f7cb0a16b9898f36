// Households of every grid side by side, fewest first, over the band they should keep to.

import type { ReactElement } from "react";
import type { GridFacts } from "../../../core/gridding/index.ts";
import type { Grid } from "../../../core/model/index.ts";
import { gridLabel } from "../../commands/grids/grid-label.ts";
import { stateOf } from "../../commands/grids/grid-scenery.ts";
import { rangeShown } from "../../commands/grids/range-of.ts";
import { useGridsText } from "../../i18n/use-grids-text.ts";
import type { GridNet } from "../../state/grid-work.ts";
import { useAppState } from "../../state/use-app.ts";
import { formatCount } from "../../ui/format.ts";

const WIDTH = 300;
const HEIGHT = 64;
/** Bars wider than this can be pointed at. */
const COARSE = 3;

interface Bar {
  readonly grid: Grid;
  readonly facts: GridFacts | null;
  readonly households: number;
}

export function BalanceBar({ net }: { readonly net: GridNet }): ReactElement {
  const text = useGridsText();
  const { min, max } = useAppState(rangeShown);
  const selected = useAppState(({ view }) => (view.selection?.kind === "grid" ? view.selection.id : null));
  const bars = net.grids
    .map((grid, k): Bar => ({ grid, facts: net.facts[k] ?? null, households: net.facts[k]?.households ?? 0 }))
    .sort((a, b) => a.households - b.households);
  const most = Math.max(max * 1.15, ...bars.map(({ households }) => households));
  const step = WIDTH / Math.max(1, bars.length);
  const isCoarse = step > COARSE;
  const gap = isCoarse ? 0.6 : 0;
  const y = (households: number): number => HEIGHT * (1 - households / most);
  const shown = isCoarse ? bars : bars.filter(({ grid }) => grid.id === selected);
  const place = new Map(bars.map((bar, k) => [bar, k]));
  return (
    <svg className="balance" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={text.balance}>
      <rect className="balance-band" x={0} width={WIDTH} y={y(max)} height={y(min) - y(max)} />
      {!isCoarse &&
        [...outlinesOf(bars, step, y)].map(([state, path]) => (
          <path key={state} className="balance-grid" data-state={state} d={path} />
        ))}
      {shown.map((bar) => (
        <rect
          key={bar.grid.id}
          className="balance-grid"
          data-state={stateOf(bar.grid, bar.facts)}
          data-selected={bar.grid.id === selected || undefined}
          x={place.get(bar)! * step + gap / 2}
          width={Math.max(0.5, step - gap)}
          y={y(bar.households)}
          height={HEIGHT - y(bar.households)}
        >
          <title>{text.balanceBar(gridLabel(bar.grid), formatCount(bar.households))}</title>
        </rect>
      ))}
      {[min, max].map((limit) => (
        <text key={limit} x={0} y={y(limit) - 2}>
          {formatCount(limit)}
        </text>
      ))}
    </svg>
  );
}

/** One path for all bars of a state: a thousand bars too thin to point at are three shapes. */
function outlinesOf(
  bars: readonly Bar[],
  step: number,
  y: (households: number) => number,
): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  bars.forEach(({ grid, facts, households }, k) => {
    const state = stateOf(grid, facts);
    const bar = `M${round(k * step)},${HEIGHT}V${round(y(households))}h${round(step)}V${HEIGHT}z`;
    paths.set(state, (paths.get(state) ?? "") + bar);
  });
  return paths;
}

const round = (value: number): number => Math.round(value * 100) / 100;
