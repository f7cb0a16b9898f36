// The tools of the hand: which one, how large the brush, whether it stays in one community, whether it makes a new grid.

import { Building2, Lasso, MousePointer2, Paintbrush, Plus, Scissors, Spline } from "lucide-react";
import type { ReactElement } from "react";
import { changeGrids } from "../../commands/grids/change-grids.ts";
import { useGridsText } from "../../i18n/use-grids-text.ts";
import { BRUSH_SIZES, GRID_TOOL_KEYS, GRID_TOOLS, type GridTool } from "../../map/grids/grid-tools.ts";
import type { GridWork } from "../../state/grid-work.ts";
import { useApp } from "../../state/use-app.ts";
import { CheckField } from "../../ui/check-field.tsx";

const ICONS: Readonly<Record<GridTool, typeof Lasso>> = {
  select: MousePointer2,
  brush: Paintbrush,
  compound: Building2,
  lasso: Lasso,
  split: Scissors,
  border: Spline,
};

export function ToolBar({ work }: { readonly work: GridWork }): ReactElement {
  const app = useApp();
  const text = useGridsText();
  const { tool, brush, masked, paintsNew, draft } = work;
  return (
    <section className="grid-tools" aria-label={text.tools.label}>
      <div className="tool-row" role="toolbar" aria-label={text.tools.label}>
        {GRID_TOOLS.map((own) => {
          const Icon = ICONS[own];
          return (
            <button
              key={own}
              type="button"
              className="tool"
              aria-pressed={own === tool}
              aria-keyshortcuts={GRID_TOOL_KEYS[own].toUpperCase()}
              disabled={draft !== null && own !== "select"}
              onClick={() => changeGrids(app, { tool: own })}
            >
              <Icon size={16} strokeWidth={1.6} aria-hidden="true" />
              {text.tools[own]}
              <kbd>{GRID_TOOL_KEYS[own].toUpperCase()}</kbd>
            </button>
          );
        })}
      </div>
      <p className="quiet note">{draft === null ? text.toolHint[tool] : text.draft.handsOff}</p>
      {draft === null && tool !== "select" && <p className="quiet note">{text.toolKeys}</p>}
      {draft === null && tool !== "select" && (
        <div className="tool-options">
          {tool === "brush" && (
            <label className="brush-size">
              <span className="quiet">{text.brushSize}</span>
              <input
                type="range"
                min={BRUSH_SIZES[0]}
                max={BRUSH_SIZES.at(-1)}
                value={brush}
                onChange={(event) => changeGrids(app, { brush: Number(event.target.value) })}
              />
              <kbd>[ ]</kbd>
            </label>
          )}
          {tool !== "border" && (
            <CheckField
              label={text.masked}
              checked={masked}
              onChange={(next) => changeGrids(app, { masked: next })}
            />
          )}
          {tool !== "split" && tool !== "border" && (
            <button
              type="button"
              className="button"
              aria-pressed={paintsNew}
              title={text.newGridHint}
              onClick={() => changeGrids(app, { paintsNew: !paintsNew })}
            >
              <Plus size={14} aria-hidden="true" />
              {text.newGrid}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
