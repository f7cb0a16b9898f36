// The register of grids as rows: what is known of each grid, who holds which posts, and what is missing; saved as one
// table, or as a form for each grid; and every building with its grid.

import type { CellValue, ExportTable } from "../../../core/formats/index.ts";
import { GRID_POSTS, type Grid, type GridPost } from "../../../core/model/index.ts";
import { GRIDS_DICTIONARIES } from "../../i18n/use-grids-text.ts";
import type { App } from "../../state/app.ts";
import type { GridWork } from "../../state/grid-work.ts";
import { saveTables } from "../save-tables.ts";

export interface RegisterRow {
  readonly grid: Grid;
  readonly community: string;
  /** Known households; `unknown` buildings have no figure. */
  readonly households: number;
  readonly unknown: number;
  readonly residences: number;
  readonly compounds: number;
}

/** Posts that the form of every grid asks for; the rest depend on who leads it. */
export const ASKED_POSTS = [
  "gridChiefs",
  "gridWorkers",
  "partyBranches",
  "partyGroups",
] as const satisfies readonly GridPost[];

/** By community and code. */
export function registerRows({ net, ground }: Pick<GridWork, "net" | "ground">): RegisterRow[] {
  const place = new Map(ground.areaIds.map((id, area) => [id, area]));
  const areaOf = ({ communityId }: Grid): number => place.get(communityId) ?? -1;
  const compounds = net.grids.map(() => new Set<number>());
  ground.units.compound.forEach((compound, unit) => {
    if (compound >= 0) compounds[net.gridOf[unit]!]?.add(compound);
  });
  return net.grids
    .map((grid, k) => ({
      grid,
      community: ground.areaNames[areaOf(grid)] || grid.communityId,
      households: net.facts[k]?.households ?? 0,
      unknown: net.facts[k]?.unknown ?? 0,
      residences: net.facts[k]?.units ?? 0,
      compounds: compounds[k]?.size ?? 0,
    }))
    .sort((a, b) => areaOf(a.grid) - areaOf(b.grid) || a.grid.code.localeCompare(b.grid.code));
}

export const isIncomplete = ({ grid }: RegisterRow): boolean =>
  ASKED_POSTS.some((post) => (grid.posts[post] ?? null) === null);

export function findRows(rows: readonly RegisterRow[], words: string): readonly RegisterRow[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === "") return rows;
  return rows.filter(({ grid, community }) =>
    [grid.code, grid.name, community].some((text) => text.toLowerCase().includes(wanted)),
  );
}

/** One table of all, or a table of two columns for each grid. */
export async function exportRegister(
  app: App,
  rows: readonly RegisterRow[],
  shape: "table" | "forms",
): Promise<void> {
  const { register } = GRIDS_DICTIONARIES[app.store.getState().settings.language];
  const columns = registerColumns(app);
  const headers = columns.map(({ name, type, unit }) => ({
    name,
    type,
    ...(unit === undefined ? {} : { unit }),
  }));
  const tables: ExportTable[] =
    shape === "table"
      ? [
          {
            name: register.file,
            columns: headers,
            rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
            geometry: null,
          },
        ]
      : rows.map((row) => ({
          name: row.grid.code || row.grid.name || row.grid.id,
          columns: [register.item, register.content].map((name) => ({ name, type: "string" })),
          rows: columns.map(({ name, unit, cell }) => {
            const value = cell(row);
            const text =
              value === null ? register.unknown : `${value}${unit === undefined ? "" : ` ${unit}`}`;
            return [name, text];
          }),
          geometry: null,
        }));
  await saveTables(app, tables, "xlsx", shape === "table" ? register.file : register.formFile);
}

/** Every building with its grid, as the command line's units.csv: grids by code, by name where they have none. */
export async function exportUnits(app: App): Promise<void> {
  const work = app.store.getState().grids;
  if (work !== null) await saveTables(app, [unitTable(work)], "csv", "units");
}

export function unitTable({ net, ground }: Pick<GridWork, "net" | "ground">): ExportTable {
  const { unitIds, units, areaIds, compounds } = ground;
  const text = (name: string) => ({ name, type: "string" as const });
  return {
    name: "units",
    columns: [...["id", "grid", "area"].map(text), { name: "households", type: "number" }, text("compound")],
    rows: unitIds.map((id, unit) => [
      id,
      net.grids[net.gridOf[unit]!]?.code || net.grids[net.gridOf[unit]!]?.name || "",
      areaIds[units.area[unit]!] ?? "",
      units.households[unit]!,
      compounds[units.compound[unit]!] ?? "",
    ]),
    geometry: null,
  };
}

interface RegisterColumn {
  readonly name: string;
  readonly type: "string" | "number" | "integer";
  readonly unit?: string;
  readonly cell: (row: RegisterRow) => CellValue;
}

function registerColumns(app: App): RegisterColumn[] {
  const { register, card } = GRIDS_DICTIONARIES[app.store.getState().settings.language];
  const { columns, householdUnit } = register;
  const text = (name: string, cell: (row: RegisterRow) => string): RegisterColumn => ({
    name,
    type: "string",
    cell,
  });
  const count = (name: string, cell: (row: RegisterRow) => number | null): RegisterColumn => ({
    name,
    type: "integer",
    cell,
  });
  return [
    text(columns.code, ({ grid }) => grid.code),
    text(columns.name, ({ grid }) => grid.name),
    text(columns.community, ({ community }) => community),
    text(columns.kind, ({ grid }) => card.kinds[grid.kind]),
    { name: columns.households, type: "number", unit: householdUnit, cell: ({ households }) => households },
    count(columns.unknown, ({ unknown }) => unknown),
    count(columns.residences, ({ residences }) => residences),
    count(columns.compounds, ({ compounds }) => compounds),
    ...GRID_POSTS.map((post) => count(columns[post], ({ grid }) => grid.posts[post] ?? null)),
    text(columns.note, ({ grid }) => grid.note),
  ];
}
