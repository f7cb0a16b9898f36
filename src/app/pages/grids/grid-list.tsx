// Every grid of the net by community, or only those with a problem, and the way to the next problem.

import { ChevronRight } from "lucide-react";
import { type CSSProperties, type ReactElement, useMemo, useState } from "react";
import { gridLabel } from "../../commands/grids/grid-label.ts";
import { listProblems, troubleOf } from "../../commands/grids/grid-problems.ts";
import { goToNextProblem } from "../../commands/grids/next-problem.ts";
import { rangeShown } from "../../commands/grids/range-of.ts";
import { selectPlace } from "../../commands/select-place.ts";
import { useGridsText } from "../../i18n/use-grids-text.ts";
import { useText } from "../../i18n/use-text.ts";
import { deeperHue } from "../../map/grids/grid-hues.ts";
import type { GridNet, GridWork } from "../../state/grid-work.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { formatCount } from "../../ui/format.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { VirtualList } from "../../ui/virtual-list.tsx";

export function GridList({ work }: { readonly work: GridWork }): ReactElement {
  const app = useApp();
  const text = useGridsText();
  const net = work.draft?.net ?? work.net;
  const { areaIds } = work.ground;
  const range = useAppState(rangeShown);
  const selected = useAppState(({ view }) => (view.selection?.kind === "grid" ? view.selection.id : null));
  const [filter, setFilter] = useState<"all" | "problems">("all");
  const problems = useMemo(() => listProblems(net, range), [net, range]);
  const all = useMemo(() => sortedGrids(net.grids, areaIds), [net.grids, areaIds]);
  const rows = filter === "problems" ? problems.map(({ grid }) => grid) : all;
  return (
    <section className="fill">
      <h2>
        {problems.length === 0 ? text.noProblems : text.problems(formatCount(problems.length))}
        <span className="grow" />
        <Button kind="plain" disabled={problems.length === 0} onClick={() => goToNextProblem(app)}>
          {text.next}
          <ChevronRight size={14} aria-hidden="true" />
        </Button>
      </h2>
      <Segmented
        label={text.filter.all}
        value={filter}
        options={[
          { value: "all", label: `${text.filter.all} ${formatCount(net.grids.length)}` },
          { value: "problems", label: `${text.filter.problems} ${formatCount(problems.length)}` },
        ]}
        onChange={setFilter}
      />
      <VirtualList
        count={rows.length}
        rowHeight={36}
        chosen={rows.findIndex((grid) => net.grids[grid]?.id === selected)}
        row={(index, style) => {
          const grid = rows[index];
          return grid === undefined ? null : (
            <GridRow key={net.grids[grid]?.id} net={net} grid={grid} work={work} style={style} />
          );
        }}
        wrap={(list, style) => (
          <ul aria-label={text.title} style={style}>
            {list}
          </ul>
        )}
      />
    </section>
  );
}

/** By community, then by code. */
function sortedGrids(grids: GridNet["grids"], areaIds: readonly string[]): number[] {
  const place = new Map(areaIds.map((id, area) => [id, area]));
  const keys = grids.map(({ communityId, code }) => ({ area: place.get(communityId) ?? -1, code }));
  return [...grids.keys()].sort((a, b) => {
    const [left, right] = [keys[a]!, keys[b]!];
    const byCode = left.code < right.code ? -1 : Number(left.code > right.code);
    return left.area - right.area || byCode || a - b;
  });
}

interface GridRowProps {
  readonly net: GridNet;
  readonly grid: number;
  readonly work: GridWork;
  readonly style: CSSProperties;
}

function GridRow({ net, grid, work, style }: GridRowProps): ReactElement | null {
  const app = useApp();
  const text = useGridsText();
  const { units } = useText();
  const range = useAppState(rangeShown);
  const chosen = useAppState(
    ({ view }) => view.selection?.kind === "grid" && view.selection.id === net.grids[grid]?.id,
  );
  const record = net.grids[grid];
  const facts = net.facts[grid] ?? null;
  if (record === undefined) return null;
  const trouble = troubleOf(net, grid);
  const area = work.ground.areaIds.indexOf(record.communityId);
  const households = facts?.households ?? 0;
  const off =
    trouble !== "outside"
      ? trouble === null
        ? ""
        : text.trouble[trouble]
      : households > range.max
        ? text.over(formatCount(households - range.max))
        : text.under(formatCount(range.min - households));
  return (
    <li style={style}>
      <button
        type="button"
        className="row grid-row"
        aria-current={chosen || undefined}
        onClick={() => selectPlace(app, { kind: "grid", id: record.id }, { fly: true })}
      >
        <span className="swatch" style={{ background: deeperHue(net.hues[grid] ?? 0) }} />
        <span className="grid-row-name">
          {gridLabel(record) || text.card.unnamed}
          <span className="quiet"> {work.ground.areaNames[area] ?? ""}</span>
        </span>
        <span className="quiet grid-row-off">{off}</span>
        <span className="figure" data-out={trouble === "outside" || undefined}>
          {formatCount(households)}
          {(facts?.unknown ?? 0) > 0 && "+?"}
          <span className="unit">{units.households}</span>
        </span>
      </button>
    </li>
  );
}
