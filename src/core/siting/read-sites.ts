// Tables about sites by their ids, from the rows of CSV files: what a site has (area, cost, whether it stands today), and
// what may be done at it (action, area afterwards, cost). A blank is unknown, never 0; a cell that is no figure, an
// id twice or an unknown action is told with its row and column, and none of the table is used then.

import { SITE_ACTIONS, type SiteAction, type SiteActionKind } from "./capacity-question.ts";
import type { TableFault, TableFaultCode } from "./read-matrix.ts";

export interface SiteTable {
  /** Square metres and money of each site; NaN: not given. */
  readonly area: Float64Array;
  readonly price: Float64Array;
  /** 1: stands today; null: no column says so. */
  readonly existing: Uint8Array | null;
  readonly faults: readonly TableFault[];
}

/** Rows about other sites than `sites` are passed over. */
export function readSites(rows: readonly (readonly string[])[], sites: readonly string[]): SiteTable {
  const table = new Cells(rows);
  const area = new Float64Array(sites.length).fill(Number.NaN);
  const price = area.slice();
  const existing = table.has("existing") ? new Uint8Array(sites.length) : null;
  const seen = new Set<string>();
  for (const r of table.lines()) {
    const id = table.id(r);
    if (seen.has(id)) table.tell("id.twice", r, "id", id);
    seen.add(id);
    const j = sites.indexOf(id);
    if (j < 0) continue;
    area[j] = table.figure(r, "area", 0);
    price[j] = table.figure(r, "cost", 0);
    if (existing !== null && YES.test(table.text(r, "existing"))) existing[j] = 1;
  }
  return { area, price, existing, faults: table.faults };
}

/** One row a thing that may be done; its site must be one of `sites`. */
export function readActions(
  rows: readonly (readonly string[])[],
  sites: readonly string[],
): { readonly actions: readonly SiteAction[]; readonly faults: readonly TableFault[] } {
  const table = new Cells(rows);
  const actions: SiteAction[] = [];
  if (!table.has("action")) table.tell("action.unknown", 0, "action", "");
  for (const r of table.lines()) {
    const id = table.id(r);
    const word = table.text(r, "action").toLowerCase();
    const kind = SITE_ACTIONS.find((name) => name === word || ACTION_WORDS[name].includes(word));
    const site = sites.indexOf(id);
    if (site < 0) table.tell("id.unknown", r, "id", id);
    if (kind === undefined) table.tell("action.unknown", r, "action", word);
    const area = kind === "close" ? 0 : table.figure(r, "area", 0);
    const cost = table.figure(r, "cost", -Infinity);
    if (site >= 0 && kind !== undefined) actions.push({ site, kind, area, cost });
  }
  return { actions, faults: table.faults };
}

const ACTION_WORDS: Readonly<Record<SiteActionKind, readonly string[]>> = {
  build: ["新建", "建设"],
  enlarge: ["扩建", "改扩建"],
  share: ["共享", "共享用房"],
  close: ["关闭", "撤并"],
};
const HEADERS = {
  id: ["id", "site", "编号", "候选点编号"],
  area: ["area", "floorarea", "面积", "可用面积", "建筑面积"],
  cost: ["cost", "price", "造价", "费用", "投资"],
  existing: ["existing", "现有", "已建"],
  action: ["action", "做法", "措施"],
} as const;
type Header = keyof typeof HEADERS;
const YES = /^(?:1|y|yes|true|是|有)$/i;

class Cells {
  readonly faults: TableFault[] = [];
  private readonly rows: readonly (readonly string[])[];
  private readonly header: readonly string[];
  private readonly columns: Readonly<Record<Header, number>>;
  constructor(rows: readonly (readonly string[])[]) {
    this.rows = rows;
    this.header = (rows[0] ?? []).map((name) => name.trim());
    // "费用（万元）" is "费用": what stands in brackets is the unit.
    const plain = this.header.map((name) =>
      name
        .replace(/[（(].*$/, "")
        .trim()
        .toLowerCase(),
    );
    const find = (header: Header): number =>
      plain.findIndex((name) => (HEADERS[header] as readonly string[]).includes(name));
    this.columns = {
      id: Math.max(0, find("id")),
      area: find("area"),
      cost: find("cost"),
      existing: find("existing"),
      action: find("action"),
    };
    if (rows.length < 2) this.tell("table.empty", 0, "id", "");
  }

  has(header: Header): boolean {
    return this.columns[header] >= 0;
  }

  *lines(): Generator<number> {
    for (let r = 1; r < this.rows.length; r++) {
      if (this.rows[r]!.length === this.header.length) yield r;
      else this.tell("table.ragged", r, "id", `${this.rows[r]!.length}/${this.header.length}`);
    }
  }

  id(r: number): string {
    const id = this.text(r, "id");
    if (id === "") this.tell("table.noId", r, "id", "");
    return id;
  }

  text(r: number, header: Header): string {
    return (this.rows[r]![this.columns[header]] ?? "").trim();
  }

  /** NaN where it is blank or there is no such column. */
  figure(r: number, header: Header, least: number): number {
    const text = this.text(r, header);
    if (text === "") return Number.NaN;
    const value = Number(text);
    if (!Number.isFinite(value)) this.tell("cell.notNumber", r, header, text);
    else if (value < least) this.tell("cell.negative", r, header, text);
    return value;
  }

  /** Row r of the rows; files count from 1. */
  tell(code: TableFaultCode, r: number, header: Header, value: string): void {
    this.faults.push({ code, row: r + 1, column: this.header[this.columns[header]] ?? "", value });
  }
}
