// Tab 一张网: how far each department's net fits the plan's, where it does not, and who has to change what.

import { Check, Download } from "lucide-react";
import { type ReactElement, useEffect, useState } from "react";
import { counterpartOf, type DepartmentNetReport, type NetConflict } from "../../../core/gridding/index.ts";
import { gridLabel } from "../../commands/grids/grid-label.ts";
import { draftMergedNet } from "../../commands/grids/merge-nets.ts";
import { compareNets, exportChanges, showConflict, yieldTo } from "../../commands/grids/one-net.ts";
import { useGridsText } from "../../i18n/use-grids-text.ts";
import { useText } from "../../i18n/use-text.ts";
import type { GridWork } from "../../state/grid-work.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { baselineOf } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { formatCount, formatShare } from "../../ui/format.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { VirtualList } from "../../ui/virtual-list.tsx";

export function OneNetTab({ work }: { readonly work: GridWork }): ReactElement {
  const app = useApp();
  const { oneNet: words } = useGridsText();
  const count = useAppState((state) => baselineOf(state)?.departmentNets.length ?? 0);
  const readOnly = useAppState(isReadOnly);
  const [wish, setWish] = useState<number | null>(null);
  const { net, scenery, oneNet } = work;
  const isDrawn = scenery.outlines !== null && !scenery.stale;
  useEffect(() => {
    if (isDrawn && oneNet?.net !== net) void compareNets(app);
  }, [app, isDrawn, net, oneNet]);
  if (count === 0) {
    return (
      <section className="stack">
        <h2>{words.none}</h2>
        <p className="quiet note">{words.noneHint}</p>
      </section>
    );
  }
  if (oneNet === null) return <p className="quiet note one-net-wait">{words.comparing}</p>;
  const { departments, joined } = oneNet.report;
  const chosen =
    wish ??
    Math.max(
      0,
      departments.findIndex(({ hasJoined }) => !hasJoined),
    );
  const department = departments[chosen];
  return (
    <>
      <section className="headline" aria-label={words.title}>
        <p className="hero">
          {words.progress(formatCount(joined), formatCount(departments.length))}
          <span className="hero-of">{words.progressOf}</span>
        </p>
        {oneNet.net !== net && <p className="quiet note">{words.comparing}</p>}
      </section>
      <section className="stack">
        <Segmented
          label={words.departments}
          value={String(chosen)}
          options={departments.map(({ name, hasJoined }, k) => ({
            value: String(k),
            label: hasJoined ? `${name} ✓` : name,
          }))}
          onChange={(value) => setWish(Number(value))}
        />
        {department !== undefined && <Agreement report={department} />}
        {joined < departments.length && (
          <div>
            <Button
              kind="primary"
              disabled={readOnly || oneNet.net !== net}
              title={words.mergeHint}
              onClick={() => draftMergedNet(app)}
            >
              {words.merge}
            </Button>
          </div>
        )}
        <div className="draft-actions">
          <Button onClick={() => void exportChanges(app, "xlsx")}>
            <Download size={14} aria-hidden="true" />
            {words.exportXlsx}
          </Button>
          <Button onClick={() => void exportChanges(app, "csv")}>{words.exportCsv}</Button>
        </div>
      </section>
      {department !== undefined && <Conflicts key={department.name} work={work} report={department} />}
    </>
  );
}

function Agreement({ report }: { readonly report: DepartmentNetReport }): ReactElement {
  const { oneNet: words } = useGridsText();
  const { units } = useText();
  const bars = [
    { name: words.byHouseholds, share: report.share },
    { name: words.byArea, share: report.areaShare },
  ];
  return (
    <>
      <dl className="agreement">
        {bars.map(({ name, share }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <span className="range-track">
                <span className="range-fill" style={{ width: `${100 * (share || 0)}%` }} />
              </span>
              <span className="figure">
                {formatShare(share) ?? words.unknown}
                <span className="unit">{units.percent}</span>
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {report.hasJoined ? (
        <p className="quiet note">
          <Check size={14} aria-hidden="true" /> {words.joined}
        </p>
      ) : (
        <p className="quiet note">
          {words.toChange(
            formatCount(report.conflicts.length),
            formatCount(report.conflicts.reduce((sum, { households }) => sum + households, 0)),
          )}
          {report.missing.length > 0 && ` · ${words.missing(formatCount(report.missing.length))}`}
          {report.extra.length > 0 && ` · ${words.extra(formatCount(report.extra.length))}`}
        </p>
      )}
    </>
  );
}

interface ConflictsProps {
  readonly work: GridWork;
  readonly report: DepartmentNetReport;
}

/** Largest first; choosing one shows it on the map. */
function Conflicts({ work, report }: ConflictsProps): ReactElement {
  const { conflicts } = report;
  return (
    <section className="fill">
      <VirtualList
        count={conflicts.length}
        rowHeight={52}
        chosen={conflicts.findIndex(({ units }) => units === work.disputed)}
        row={(index, style) => {
          const conflict = conflicts[index];
          return conflict === undefined ? null : (
            <li key={`${conflict.base}/${conflict.lies}`} style={style} className="conflict">
              <ConflictRow work={work} report={report} conflict={conflict} />
            </li>
          );
        }}
        wrap={(rows, style) => <ul style={style}>{rows}</ul>}
      />
    </section>
  );
}

function ConflictRow({
  work,
  report,
  conflict,
}: ConflictsProps & { readonly conflict: NetConflict }): ReactElement {
  const app = useApp();
  const text = useGridsText();
  const { units } = useText();
  const { oneNet: words } = text;
  const { net, ground, oneNet } = work;
  const { base, belongs, lies, households, units: rows } = conflict;
  const grid = net.grids[base];
  const area = ground.areaIds.indexOf(grid?.communityId ?? "");
  const isCurrent = oneNet?.net === net;
  const target = isCurrent ? counterpartOf(ground, net.gridOf, report, conflict) : -1;
  const targetGrid = net.grids[target];
  return (
    <>
      <button
        type="button"
        className="row"
        aria-current={work.disputed === rows || undefined}
        onClick={() => showConflict(app, conflict)}
      >
        <span className="conflict-name">
          {grid === undefined ? "" : gridLabel(grid)}{" "}
          <span className="quiet">{ground.areaNames[area] ?? ""}</span>
          <small className="quiet">
            {words.lies(report.codes[lies] ?? "", report.codes[belongs] ?? words.nowhere)}
          </small>
        </span>
        <span className="figure">
          {formatCount(households)}
          <span className="unit">{units.households}</span>
        </span>
      </button>
      <Button
        kind="plain"
        disabled={targetGrid === undefined || targetGrid.locked || grid?.locked === true}
        title={targetGrid === undefined ? words.noCounterpart : words.yieldHint(gridLabel(targetGrid))}
        onClick={() => void yieldTo(app, target, conflict)}
      >
        {words.yield}
      </Button>
    </>
  );
}
