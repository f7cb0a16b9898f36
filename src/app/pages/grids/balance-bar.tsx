// Households of every grid side by side, fewest first, over the band they should keep to.

import type { ReactElement } from "react";
import { gridLabel } from "../../commands/grids/grid-label.ts";
import { stateOf } from "../../commands/grids/grid-scenery.ts";
import { rangeShown } from "../../commands/grids/range-of.ts";
import { useGridsText } from "../../i18n/use-grids-text.ts";
import type { GridNet } from "../../state/grid-work.ts";
import { useAppState } from "../../state/use-app.ts";
import { formatCount } from "../../ui/format.ts";

const WIDTH = 300;
const HEIGHT = 64;

export function BalanceBar({ net }: { readonly net: GridNet }): ReactElement {
  const text = useGridsText();
  const { min, max } = useAppState(rangeShown);
  const selected = useAppState(({ view }) => (view.selection?.kind === "grid" ? view.selection.id : null));
  const bars = net.grids
    .map((grid, k) => ({ grid, facts: net.facts[k] ?? null, households: net.facts[k]?.households ?? 0 }))
    .sort((a, b) => a.households - b.households);
  const most = Math.max(max * 1.15, ...bars.map(({ households }) => households));
  const step = WIDTH / Math.max(1, bars.length);
  const gap = step > 3 ? 0.6 : 0;
  const y = (households: number): number => HEIGHT * (1 - households / most);
  return (
    <svg className="balance" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={text.balance}>
      <rect className="balance-band" x={0} width={WIDTH} y={y(max)} height={y(min) - y(max)} />
      {bars.map(({ grid, facts, households }, k) => (
        <rect
          key={grid.id}
          className="balance-grid"
          data-state={stateOf(grid, facts)}
          data-selected={grid.id === selected || undefined}
          x={k * step + gap / 2}
          width={Math.max(0.5, step - gap)}
          y={y(households)}
          height={HEIGHT - y(households)}
        >
          <title>{text.balanceBar(gridLabel(grid), formatCount(households))}</title>
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
