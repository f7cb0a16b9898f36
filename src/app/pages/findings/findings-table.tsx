// The table itself: only the rows in sight are in the page; the header sorts.

import { ArrowDown, ArrowUp } from "lucide-react";
import { type CSSProperties, type ReactElement, type ReactNode, useMemo } from "react";
import type { Finding } from "../../../core/assess/index.ts";
import { METRIC_SHAPES } from "../../../core/standards/index.ts";
import { formatFigure } from "../../../messages/figures.ts";
import {
  flagLabel,
  forceLabel,
  inLanguage,
  placeKindLabel,
  verdictLabel,
} from "../../../messages/findings.ts";
import { selectFinding } from "../../commands/select-finding.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { judgedPlace } from "../../state/judged-place.ts";
import { FINDING_COLUMNS, type FindingColumn, type FindingOrder } from "../../state/order-findings.ts";
import { packOf } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Mark } from "../../ui/mark.tsx";
import { VirtualList } from "../../ui/virtual-list.tsx";
import { markOf } from "../inspector/evidence.tsx";

const ROW_HEIGHT = 28;

interface FindingsTableProps {
  readonly findings: readonly Finding[];
  /** Indices into `findings`, in the order of the rows. */
  readonly shown: readonly number[];
  readonly order: FindingOrder;
  readonly onOrder: (order: FindingOrder) => void;
}

export function FindingsTable({ findings, shown, order, onOrder }: FindingsTableProps): ReactElement {
  const text = useText();
  const chosen = useAppState(({ view }) => view.finding);
  const selection = useAppState(({ view }) => view.selection);
  const app = useApp();
  // Read when the selection or the findings change, not on every state: it looks through all findings.
  const about = useMemo(
    () => (selection === null || findings.length === 0 ? null : judgedPlace(app.store.getState())),
    [app, selection, findings],
  );
  const isChosen = (index: number): boolean => {
    const place = findings[index]?.place;
    if (chosen >= 0) return index === chosen;
    return about !== null && about.kind === place?.kind && about.id === place.id;
  };
  const table = (rows: ReactNode, style: CSSProperties): ReactElement => (
    <table className="findings" aria-label={text.findings.title} aria-rowcount={shown.length + 1}>
      <HeaderRow order={order} onOrder={onOrder} />
      <tbody style={style}>{rows}</tbody>
    </table>
  );
  return (
    <>
      <VirtualList
        count={shown.length}
        rowHeight={ROW_HEIGHT}
        headHeight={ROW_HEIGHT}
        chosen={shown.findIndex(isChosen)}
        row={(row, style) => {
          const index = shown[row] ?? -1;
          const finding = findings[index];
          return finding === undefined ? null : (
            <FindingRow
              key={index}
              finding={finding}
              index={index}
              row={row}
              chosen={isChosen(index)}
              style={style}
            />
          );
        }}
        wrap={table}
      />
      {shown.length === 0 && <p className="quiet empty-table">{text.findings.none}</p>}
    </>
  );
}

function HeaderRow({ order, onOrder }: Pick<FindingsTableProps, "order" | "onOrder">): ReactElement {
  const text = useText();
  const Arrow = order.descending ? ArrowDown : ArrowUp;
  const sort = (column: FindingColumn): void =>
    onOrder({ column, descending: order.column === column && !order.descending });
  return (
    <thead>
      <tr className="finding-row finding-head">
        {FINDING_COLUMNS.map((column) => (
          <th
            key={column}
            scope="col"
            data-column={column}
            aria-sort={order.column === column ? (order.descending ? "descending" : "ascending") : "none"}
          >
            <button
              type="button"
              title={text.findings.sortBy(text.findings.columns[column])}
              onClick={() => sort(column)}
            >
              {text.findings.columns[column]}
              {order.column === column && <Arrow size={12} aria-hidden="true" />}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface FindingRowProps {
  readonly finding: Finding;
  readonly index: number;
  readonly row: number;
  readonly chosen: boolean;
  readonly style: CSSProperties;
}

function FindingRow({ finding, index, row, chosen, style }: FindingRowProps): ReactElement {
  const app = useApp();
  const text = useText();
  const language = useLanguage();
  const pack = useAppState(packOf);
  const { place, verdict, flag, metric, ruleId, force, actual, required, shortfall, unit } = finding;
  const rule = pack?.rules.find(({ id }) => id === ruleId);
  const figure = (value: number | null, of: typeof unit): string =>
    value === null ? text.unknown : formatFigure(value, of, language);
  return (
    <tr className="finding-row" aria-rowindex={row + 2} aria-current={chosen || undefined} style={style}>
      <td data-column="verdict">
        <button type="button" className="finding-go" onClick={() => selectFinding(app, index)}>
          <Mark state={markOf(finding)} />
          {flag === null ? verdictLabel(verdict, language) : flagLabel(flag, language)}
        </button>
      </td>
      <td data-column="place">
        <small className="quiet">{placeKindLabel(place.kind, language)}</small>
        {place.name}
      </td>
      <td data-column="rule">
        <small className="quiet">{ruleId}</small>
        {rule === undefined ? "" : inLanguage(rule.title, language)}
      </td>
      <td data-column="force">{forceLabel(force, language)}</td>
      <td data-column="actual">{figure(actual, METRIC_SHAPES[metric].unit)}</td>
      <td data-column="required">{figure(required, unit)}</td>
      <td data-column="shortfall">{verdict === "met" ? text.noValue : figure(shortfall, unit)}</td>
    </tr>
  );
}
