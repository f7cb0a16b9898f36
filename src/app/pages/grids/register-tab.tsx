// Tab 登记: every grid of the plan in one table that is filled in where it stands; what is not known is said so.

import { Download } from "lucide-react";
import { type CSSProperties, type ReactElement, useMemo, useState } from "react";
import { GRID_KINDS } from "../../../core/model/index.ts";
import { editPlan } from "../../commands/edit-plan.ts";
import {
  ASKED_POSTS,
  exportRegister,
  exportUnits,
  findRows,
  isIncomplete,
  type RegisterRow,
  registerRows,
} from "../../commands/grids/register.ts";
import { saveSheets } from "../../commands/grids/save-sheets.ts";
import { selectPlace } from "../../commands/select-place.ts";
import { useGridsText } from "../../i18n/use-grids-text.ts";
import type { GridWork } from "../../state/grid-work.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { formatCount } from "../../ui/format.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { VirtualList } from "../../ui/virtual-list.tsx";
import { RegisterCell } from "./register-cell.tsx";
import { useRefusals } from "./use-refusals.ts";

const ROW_HEIGHT = 30;

export function RegisterTab({ work }: { readonly work: GridWork }): ReactElement {
  const app = useApp();
  const { register: words } = useGridsText();
  const { net, ground } = work;
  const [typed, setTyped] = useState("");
  const [filter, setFilter] = useState<"all" | "missing">("all");
  const selected = useAppState(({ view }) => (view.selection?.kind === "grid" ? view.selection.id : null));
  const rows = useMemo(() => registerRows({ net, ground }), [net, ground]);
  const incomplete = useMemo(() => rows.filter(isIncomplete), [rows]);
  const shown = findRows(filter === "missing" ? incomplete : rows, typed);
  return (
    <section className="register fill">
      <div className="register-head">
        <div className="register-tools">
          <input
            className="field"
            type="search"
            aria-label={words.search}
            placeholder={words.search}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Segmented
            label={words.all}
            value={filter}
            options={[
              { value: "all", label: `${words.all} ${formatCount(rows.length)}` },
              { value: "missing", label: `${words.missing} ${formatCount(incomplete.length)}` },
            ]}
            onChange={setFilter}
          />
          <span className="grow" />
          <Button onClick={() => void exportRegister(app, shown, "table")}>
            <Download size={14} aria-hidden="true" />
            {words.exportAll}
          </Button>
          <Button onClick={() => void exportRegister(app, shown, "forms")}>{words.exportForms}</Button>
          <Button
            onClick={() =>
              void saveSheets(
                app,
                shown.map(({ grid }) => grid),
              )
            }
          >
            {words.sheets}
          </Button>
          <Button title={words.unitsHint} onClick={() => void exportUnits(app)}>
            {words.units}
          </Button>
        </div>
        {incomplete.length > 0 && (
          <p className="quiet note">{words.missingPosts(formatCount(incomplete.length))}</p>
        )}
      </div>
      <VirtualList
        count={shown.length}
        rowHeight={ROW_HEIGHT}
        headHeight={ROW_HEIGHT}
        chosen={shown.findIndex(({ grid }) => grid.id === selected)}
        row={(index, style) => {
          const row = shown[index];
          return row === undefined ? null : (
            <Row key={row.grid.id} row={row} chosen={row.grid.id === selected} style={style} />
          );
        }}
        wrap={(list, style) => (
          <table className="register-table" aria-rowcount={shown.length + 1}>
            <RegisterHead />
            <tbody style={style}>{list}</tbody>
          </table>
        )}
      />
    </section>
  );
}

function RegisterHead(): ReactElement {
  const { columns } = useGridsText().register;
  const texts = [columns.code, columns.name, columns.community];
  const numbers = [columns.households, columns.compounds, ...ASKED_POSTS.map((post) => columns[post])];
  return (
    <thead>
      <tr className="register-row" style={{ height: ROW_HEIGHT }}>
        {texts.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
        {numbers.map((name) => (
          <th key={name} scope="col" className="number">
            {name}
          </th>
        ))}
        <th scope="col">{columns.kind}</th>
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly row: RegisterRow;
  readonly chosen: boolean;
  readonly style: CSSProperties;
}

function Row({
  row: { grid, community, households, unknown, compounds },
  chosen,
  style,
}: RowProps): ReactElement {
  const app = useApp();
  const { register: words, card } = useGridsText();
  const say = useRefusals();
  const { id, name, code, kind, posts } = grid;
  return (
    <tr className="register-row" aria-current={chosen || undefined} style={style}>
      <RegisterCell
        label={words.columns.code}
        value={code}
        onEnter={(typed) => say(editPlan(app, "grid.recode", { codes: { [id]: typed } }))}
      />
      <RegisterCell
        label={words.columns.name}
        value={name}
        onEnter={(typed) => say(editPlan(app, "grid.rename", { id, name: typed }))}
      />
      <td>
        <button
          type="button"
          className="cell"
          onClick={() => selectPlace(app, { kind: "grid", id }, { fly: true })}
        >
          {community}
        </button>
      </td>
      <td className="number figure">
        {formatCount(households)}
        {unknown > 0 && "+?"}
      </td>
      <td className="number figure">{formatCount(compounds)}</td>
      {ASKED_POSTS.map((post) => (
        <RegisterCell
          key={post}
          label={words.columns[post]}
          placeholder={words.unknown}
          isNumber
          value={posts[post] === undefined || posts[post] === null ? "" : String(posts[post])}
          onEnter={(typed) =>
            say(
              editPlan(app, "grid.setPosts", { id, posts: { [post]: typed === "" ? null : Number(typed) } }),
            )
          }
        />
      ))}
      <td>
        <SelectField
          label={words.columns.kind}
          value={kind}
          options={GRID_KINDS.map((value) => ({ value, label: card.kinds[value] }))}
          onChange={(next) => void editPlan(app, "grid.setKind", { id, kind: next })}
        />
      </td>
    </tr>
  );
}
