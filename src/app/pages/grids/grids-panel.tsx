// Step 网格: the net as it stands, a draft by the machine, the tools of the hand, every grid and its problems.

import { type ReactElement, Suspense, useEffect, useState } from "react";
import type { Issue } from "../../../core/base/index.ts";
import { GRID_LEVELS } from "../../../core/model/index.ts";
import { issueSentence } from "../../../messages/issues.ts";
import { changeGrids } from "../../commands/grids/change-grids.ts";
import { followGrids } from "../../commands/grids/follow-grids.ts";
import { stateOf } from "../../commands/grids/grid-scenery.ts";
import { sumHouseholds } from "../../commands/grids/grid-stroke.ts";
import { rangeShown } from "../../commands/grids/range-of.ts";
import { hasPresentNet, takePresentNet } from "../../commands/grids/take-present-net.ts";
import { selectPlace } from "../../commands/select-place.ts";
import { useGridsText } from "../../i18n/use-grids-text.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { type GridWork, PANEL_TABS } from "../../state/grid-work.ts";
import { baselineOf } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { formatCount } from "../../ui/format.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { BalanceBar } from "./balance-bar.tsx";
import { DraftCard } from "./draft-card.tsx";
import { DraftForm } from "./draft-form.tsx";
import { GridList } from "./grid-list.tsx";
import "./grids.css";
import { OneNetTab } from "./one-net-tab.tsx";
import { RegisterTab } from "./register-tab.tsx";
import { RepairCard, StrokeReadout } from "./stroke-readout.tsx";
import { ToolBar } from "./tool-bar.tsx";
import { useGridKeys } from "./use-grid-keys.ts";
import { useStillWork } from "./use-still-work.ts";

export function GridsPanel(): ReactElement {
  const app = useApp();
  const text = useGridsText();
  const work = useStillWork();
  const loaded = useAppState(({ scene }) => scene !== null);
  useEffect(() => followGrids(app), [app]);
  useGridKeys(app);
  if (work === null) return <p className="quiet">{loaded ? text.opening : text.none}</p>;
  return <Suspense>{work.draft === null ? <Tabs work={work} /> : <DraftCard draft={work.draft} />}</Suspense>;
}

function LevelSwitch({ work }: { readonly work: GridWork }): ReactElement {
  const app = useApp();
  const text = useGridsText();
  return (
    <div className="grid-tabs">
      <Segmented
        label={text.level}
        value={work.level}
        options={GRID_LEVELS.map((value) => ({ value, label: text.levels[value] }))}
        onChange={(level) => {
          changeGrids(app, { level, tool: "select", repair: null });
          selectPlace(app, null);
        }}
      />
    </div>
  );
}

/** A plan without grids has nothing to register or to compare. */
function Tabs({ work }: { readonly work: GridWork }): ReactElement {
  const app = useApp();
  const text = useGridsText();
  const hasGrids = useAppState(({ history }) => history.plan.grids.length > 0);
  if (!hasGrids) return <DivideTab work={work} />;
  return (
    <>
      <div className="grid-tabs">
        <Segmented
          label={text.title}
          value={work.tab}
          options={PANEL_TABS.map((value) => ({ value, label: text.tabs[value] }))}
          onChange={(tab) =>
            changeGrids(app, tab === "divide" ? { tab } : { tab, tool: "select", level: "grid" })
          }
        />
      </div>
      {work.tab === "divide" && (
        <>
          <LevelSwitch work={work} />
          <DivideTab work={work} />
        </>
      )}
      {work.tab === "register" && <RegisterTab work={work} />}
      {work.tab === "oneNet" && <OneNetTab work={work} />}
    </>
  );
}

function DivideTab({ work }: { readonly work: GridWork }): ReactElement {
  const text = useGridsText();
  const { net, repair } = work;
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  if (net.grids.length === 0) {
    return (
      <>
        {work.level === "grid" && <EmptyNet onTaken={setIssues} />}
        {work.level === "micro" && (
          <section className="stack">
            <h2>{text.noneMicro}</h2>
          </section>
        )}
        <DraftForm work={work} />
        <GroundIssues issues={work.ground.issues} />
      </>
    );
  }
  return (
    <>
      <NetHeadline work={work} />
      <TakenIssues issues={issues} />
      <ToolBar work={work} />
      <StrokeReadout net={net} />
      {repair !== null && <RepairCard net={net} repair={repair} />}
      <details className="redraft">
        <DraftSummary />
        <DraftForm work={work} />
      </details>
      <GroundIssues issues={work.ground.issues} />
      <GridList work={work} />
    </>
  );
}

/** What is odd about the buildings and communities that grids are made of. */
function GroundIssues({ issues }: { readonly issues: readonly Issue[] }): ReactElement | null {
  const text = useGridsText();
  const language = useLanguage();
  if (issues.length === 0) return null;
  return (
    <details className="redraft">
      <summary>{text.groundIssues(formatCount(issues.length))}</summary>
      <ul className="issues ground-issues">
        {issues.map((issue) => (
          <li key={`${issue.code} ${Object.values(issue.values ?? {}).join()}`}>
            <p>{issueSentence(issue, language, "app")}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}

function DraftSummary(): ReactElement {
  const text = useGridsText();
  return <summary>{text.draft.again}</summary>;
}

function EmptyNet({ onTaken }: { readonly onTaken: (issues: readonly Issue[]) => void }): ReactElement {
  const app = useApp();
  const text = useGridsText();
  const count = useAppState((state) => baselineOf(state)?.grids.records.length ?? 0);
  return (
    <section className="stack">
      <h2>{text.none}</h2>
      <p className="quiet note">{text.noneHint}</p>
      {hasPresentNet(app) && (
        <Button onClick={() => void takePresentNet(app).then((issues) => onTaken(issues ?? []))}>
          {count > 0 ? text.take(formatCount(count)) : text.takeCodes}
        </Button>
      )}
    </section>
  );
}

function TakenIssues({ issues }: { readonly issues: readonly Issue[] }): ReactElement | null {
  const text = useGridsText();
  const language = useLanguage();
  if (issues.length === 0) return null;
  return (
    <section className="stack">
      <h2>{text.took(formatCount(issues.length))}</h2>
      <ul className="issues">
        {issues.map((issue) => (
          <li key={issue.code}>{issueSentence(issue, language)}</li>
        ))}
      </ul>
    </section>
  );
}

function NetHeadline({ work }: { readonly work: GridWork }): ReactElement {
  const text = useGridsText();
  const { min, max } = useAppState(rangeShown);
  const { net, ground } = work;
  const inRange = net.grids.filter((grid, k) => stateOf(grid, net.facts[k] ?? null) === "inRange").length;
  return (
    <section className="headline" aria-label={text.title}>
      <p className="hero">
        {text.headline(formatCount(inRange), formatCount(net.grids.length))}
        <span className="hero-of">{text.headlineOf(formatCount(min), formatCount(max))}</span>
      </p>
      <BalanceBar net={net} />
      {(work.scenery.outlines === null || work.scenery.stale) && (
        <p className="quiet note" role="status">
          {text.drawing}
        </p>
      )}
      {work.faulty.length > 0 && (
        <p className="note refusal">
          {text.faulty(work.faulty.map((area) => ground.areaNames[area] || ground.areaIds[area]).join("、"))}
        </p>
      )}
      {net.without.length > 0 && (
        <p className="note refusal">
          {text.unplaced(
            formatCount(net.without.length),
            formatCount(sumHouseholds(ground.units, net.without)),
          )}
        </p>
      )}
    </section>
  );
}
