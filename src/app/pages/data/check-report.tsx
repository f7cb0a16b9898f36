// What the check found, file by file and gravest first: alike issues under one line, each with row, field and what to
// do; one that has a place leads there on the map. Rows set aside can be saved, mended and dropped in again.

import { Download } from "lucide-react";
import { type ReactElement, useMemo, useState } from "react";
import type { Issue, Severity } from "../../../core/base/index.ts";
import { issueSentence } from "../../../messages/issues.ts";
import { exportSetAside } from "../../commands/export-set-aside.ts";
import { useDataText } from "../../i18n/use-data-text.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { groupIssues, type IssueGroup } from "../../state/group-issues.ts";
import { issueBounds } from "../../state/issue-place.ts";
import { withoutMended } from "../../state/mended-rows.ts";
import { analysisOf, baselineOf } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { formatCount } from "../../ui/format.ts";
import { Segmented } from "../../ui/segmented.tsx";

const NONE: readonly Issue[] = [];
const NOTHING = { issues: NONE, setAside: [] };
const SHOWN = ["all", "error", "warning", "info"] as const;
type Shown = (typeof SHOWN)[number];

export function CheckReport(): ReactElement {
  const text = useText();
  const words = useDataText();
  const project = useAppState((state) => state.project);
  const joined = useAppState(({ scene }) => scene?.issues ?? NONE);
  const placed = useAppState((state) => analysisOf(state)?.issues ?? NONE);
  const [shown, setShown] = useState<Shown>("all");
  const { issues: read, setAside } = useMemo(
    () => (project === null ? NOTHING : withoutMended(project)),
    [project],
  );
  const all = useMemo(() => [...read, ...joined, ...placed], [read, joined, placed]);
  const files = useMemo(
    () => groupByFile(shown === "all" ? all : all.filter(({ severity }) => severity === shown)),
    [all, shown],
  );
  const label = (which: Shown): string => (which === "all" ? words.all : text.data.severity[which]);
  return (
    <section>
      <h2>
        {text.data.issues}
        <span className="quiet">{all.length === 0 ? "" : text.data.issueCount(formatCount(all.length))}</span>
      </h2>
      {all.length === 0 && <p className="quiet">{text.data.issuesNone}</p>}
      {setAside.length > 0 && (
        <p className="quiet mend-hint">{words.mendHint(formatCount(setAside.length))}</p>
      )}
      {all.length > 0 && (
        <Segmented<Shown>
          label={words.filter}
          value={shown}
          options={SHOWN.filter((which) => which === "all" || countOf(all, which) > 0).map((which) => ({
            value: which,
            label: which === "all" ? label(which) : `${label(which)} ${formatCount(countOf(all, which))}`,
          }))}
          onChange={setShown}
        />
      )}
      {files.map(([file, groups]) => (
        <div key={file} className="checked-file">
          <div className="checked-head">
            <h3 title={file}>{file === "" ? words.project : file}</h3>
            <AsideButton file={file} rows={setAside.filter((row) => row.file === file).length} />
          </div>
          <ul className="issues" aria-label={`${text.data.issues} ${file}`}>
            {groups.map((group) => (
              <IssueItem key={group.key} group={group} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** Saves the file's rows that were set aside, to be mended. */
function AsideButton({ file, rows }: { readonly file: string; readonly rows: number }): ReactElement | null {
  const app = useApp();
  const words = useDataText();
  if (rows === 0) return null;
  return (
    <Button onClick={() => exportSetAside(app, file)}>
      <Download size={14} aria-hidden="true" />
      {words.exportAside(formatCount(rows))}
    </Button>
  );
}

const countOf = (issues: readonly Issue[], which: Severity): number =>
  issues.filter(({ severity }) => severity === which).length;

/** Files in the order of their gravest issue; "" for what belongs to none. */
function groupByFile(issues: readonly Issue[]): [string, IssueGroup[]][] {
  const files = new Map<string, IssueGroup[]>();
  for (const group of groupIssues(issues)) {
    const file = group.issues[0]?.file ?? "";
    files.set(file, [...(files.get(file) ?? []), group]);
  }
  return [...files];
}

const FEW = 1;
const MANY = 200;

function IssueItem({ group }: { readonly group: IssueGroup }): ReactElement {
  const text = useText();
  const words = useDataText();
  const [open, setOpen] = useState(false);
  const { severity, issues } = group;
  const listed = issues.slice(0, open ? MANY : FEW);
  return (
    <li>
      <span className="severity" data-severity={severity}>
        {text.data.severity[severity]}
        {issues.length > 1 && ` ${formatCount(issues.length)}`}
      </span>
      {listed.map((issue) => (
        <IssueLine key={`${issue.row ?? ""} ${JSON.stringify(issue.values ?? {})}`} issue={issue} />
      ))}
      {open && issues.length > MANY && (
        <p className="quiet">{words.more(formatCount(issues.length - MANY))}</p>
      )}
      {issues.length > FEW && (
        <Button kind="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? text.data.showLess : text.data.showAll(formatCount(issues.length))}
        </Button>
      )}
    </li>
  );
}

function IssueLine({ issue }: { readonly issue: Issue }): ReactElement {
  const app = useApp();
  const words = useDataText();
  const language = useLanguage();
  const baseline = useAppState(baselineOf);
  const { file: _, ...inFile } = issue;
  const sentence = issueSentence(inFile, language, "app");
  const bounds = baseline === null ? null : issueBounds(baseline, issue);
  if (bounds === null) return <p>{sentence}</p>;
  return (
    <p>
      <button
        type="button"
        className="issue-place"
        title={words.showOnMap}
        onClick={() => app.map.current?.flyTo(bounds)}
      >
        {sentence}
      </button>
    </p>
  );
}
