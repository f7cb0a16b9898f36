// The findings under the map: a line of counts, opened into a table that can be filtered and sorted. Choosing
// a row shows its place on the map; choosing a place on the map scrolls to its first row.

import { ChevronDown, ChevronUp, X } from "lucide-react";
import { type ReactElement, useMemo, useState } from "react";
import { type Finding, FLAGS, type Flag, type Verdict } from "../../../core/assess/index.ts";
import { flagLabel, verdictLabel } from "../../../messages/findings.ts";
import { changeSettings } from "../../commands/change-settings.ts";
import { changeView } from "../../commands/change-view.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { type FindingOrder, orderFindings } from "../../state/order-findings.ts";
import { analysisOf } from "../../state/plan-selectors.ts";
import { isStale } from "../../state/result-keys.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { IconButton } from "../../ui/button.tsx";
import { formatCount } from "../../ui/format.ts";
import { Mark } from "../../ui/mark.tsx";
import { Resizer } from "../../ui/resizer.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { FindingsTable } from "./findings-table.tsx";

const NO_FINDINGS: readonly Finding[] = [];
const DRAWER_HEIGHT = 240;
const CHIP_ORDER: readonly Verdict[] = ["unmet", "unknown", "met"];

export function FindingsDrawer(): ReactElement | null {
  const app = useApp();
  const text = useText();
  const findings = useAppState((state) => analysisOf(state)?.findings ?? NO_FINDINGS);
  const open = useAppState(({ view }) => view.drawerOpen);
  const filter = useAppState(({ view }) => view.filter);
  const stale = useAppState(isStale);
  const height = useAppState(({ settings }) => settings.drawerHeight) ?? DRAWER_HEIGHT;
  const [order, setOrder] = useState<FindingOrder>({ column: "verdict", descending: false });
  const shown = useMemo(
    () => (open ? orderFindings(findings, filter, order) : []),
    [open, findings, filter, order],
  );
  if (findings.length === 0) return null;
  const toggle = open ? text.findings.shut : text.findings.open;
  return (
    <section
      className="drawer"
      aria-label={text.findings.title}
      data-stale={stale || undefined}
      style={open ? { height: `min(${height}px, 50vh)` } : {}}
    >
      {open && (
        <Resizer
          label={text.resize.drawer}
          edge="top"
          limits={[140, 800]}
          onResize={(drawerHeight) => changeSettings(app, { drawerHeight })}
        />
      )}
      <header className="drawer-head">
        <IconButton
          label={toggle}
          aria-expanded={open}
          onClick={() => changeView(app, { drawerOpen: !open })}
        >
          {open ? <ChevronDown size={16} /> : <ChevronUp size={16} />}
        </IconButton>
        <h2>{text.findings.title}</h2>
        <VerdictChips findings={findings} />
        <span className="grow" />
        {open && <RuleFilter />}
        {open && <FlagFilter findings={findings} />}
        {open && (
          <span className="quiet">
            {text.findings.count(formatCount(shown.length), formatCount(findings.length))}
          </span>
        )}
      </header>
      {open && <FindingsTable findings={findings} shown={shown} order={order} onOrder={setOrder} />}
    </section>
  );
}

function VerdictChips({ findings }: { readonly findings: readonly Finding[] }): ReactElement {
  const app = useApp();
  const language = useLanguage();
  const filter = useAppState(({ view }) => view.filter);
  return (
    <div className="chips">
      {CHIP_ORDER.map((verdict) => {
        const count = findings.filter((finding) => finding.verdict === verdict).length;
        const pressed = filter.verdict === verdict;
        return (
          <button
            key={verdict}
            type="button"
            className="chip"
            aria-pressed={pressed}
            onClick={() =>
              changeView(app, {
                filter: { ...filter, verdict: pressed ? null : verdict },
                drawerOpen: true,
              })
            }
          >
            <Mark state={verdict} />
            {verdictLabel(verdict, language)}
            <span className="quiet">{formatCount(count)}</span>
          </button>
        );
      })}
    </div>
  );
}

/** The one rule shown, to be let go. */
function RuleFilter(): ReactElement | null {
  const app = useApp();
  const filter = useAppState(({ view }) => view.filter);
  const { rule, ...others } = filter;
  if (rule === undefined) return null;
  return (
    <button type="button" className="chip" aria-pressed onClick={() => changeView(app, { filter: others })}>
      {rule}
      <X size={12} aria-hidden="true" />
    </button>
  );
}

const ALL = "all";

function FlagFilter({ findings }: { readonly findings: readonly Finding[] }): ReactElement {
  const app = useApp();
  const text = useText();
  const language = useLanguage();
  const filter = useAppState(({ view }) => view.filter);
  const raised = FLAGS.filter((flag) => findings.some((finding) => finding.flag === flag));
  return (
    <SelectField<Flag | typeof ALL>
      label={text.findings.filterFlag}
      value={filter.flag ?? ALL}
      options={[
        { value: ALL, label: text.findings.allFlags },
        ...raised.map((flag) => ({ value: flag, label: flagLabel(flag, language) })),
      ]}
      onChange={(flag) => changeView(app, { filter: { ...filter, flag: flag === ALL ? null : flag } })}
    />
  );
}
