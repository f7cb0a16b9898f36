// What the check found, gravest first: alike issues under one line, each with file, row, field and what to do.

import { Download } from "lucide-react";
import { type ReactElement, useMemo, useState } from "react";
import type { Issue } from "../../../core/base/index.ts";
import { issueSentence } from "../../../messages/issues.ts";
import { exportSetAside } from "../../commands/export-set-aside.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { groupIssues, type IssueGroup } from "../../state/group-issues.ts";
import { analysisOf } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { formatCount } from "../../ui/format.ts";

const NONE: readonly Issue[] = [];

export function IssueList(): ReactElement {
  const app = useApp();
  const text = useText();
  const read = useAppState(({ project }) => project?.imported.issues ?? NONE);
  const joined = useAppState(({ scene }) => scene?.issues ?? NONE);
  const placed = useAppState((state) => analysisOf(state)?.issues ?? NONE);
  const setAside = useAppState(({ project }) => project?.imported.setAside.length ?? 0);
  const groups = useMemo(() => groupIssues([...read, ...joined, ...placed]), [read, joined, placed]);
  const count = read.length + joined.length + placed.length;
  return (
    <section>
      <h2>
        {text.data.issues}
        <span className="quiet">{count === 0 ? "" : text.data.issueCount(formatCount(count))}</span>
      </h2>
      {count === 0 && <p className="quiet">{text.data.issuesNone}</p>}
      {setAside > 0 && (
        <p className="set-aside">
          {text.data.setAside(formatCount(setAside))}
          <Button onClick={() => exportSetAside(app)}>
            <Download size={14} aria-hidden="true" />
            {text.data.exportSetAside}
          </Button>
        </p>
      )}
      <ul className="issues" aria-label={text.data.issues}>
        {groups.map((group) => (
          <IssueItem key={group.key} group={group} />
        ))}
      </ul>
    </section>
  );
}

const FEW = 1;
const MANY = 200;

function IssueItem({ group }: { readonly group: IssueGroup }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const { severity, issues } = group;
  return (
    <li>
      <span className="severity" data-severity={severity}>
        {text.data.severity[severity]}
      </span>
      {issues.slice(0, all ? MANY : FEW).map((issue) => {
        const sentence = issueSentence(issue, language);
        return <p key={`${issue.row ?? ""} ${sentence}`}>{sentence}</p>;
      })}
      {issues.length > FEW && (
        <Button kind="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text.data.showLess : text.data.showAll(formatCount(issues.length))}
        </Button>
      )}
    </li>
  );
}
