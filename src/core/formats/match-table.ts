// Which table a name in a project file or argument means: of that path, else of that base name (a browser hands over
// base names only), else a layer inside the archive or data set of that name, the one that suits the role best.

import type { LayerRole } from "../model/index.ts";
import type { FeatureTable } from "./feature-table.ts";
import { guessRoles } from "./guess-role.ts";
import type { Tables } from "./read-tables.ts";

/** Names of the tables that may be meant, the likeliest first. */
export function matchTables(wanted: string, role: LayerRole, tables: Tables): string[] {
  const names = [...tables.keys()];
  const tests = [
    (name: string) => name === wanted,
    (name: string) => baseOf(name) === baseOf(wanted),
    (name: string) => isInside(name, wanted),
    (name: string) => isSibling(name, wanted),
  ];
  const found = tests.map((test) => names.filter(test)).find((matches) => matches.length > 0) ?? [];
  const scores = new Map(found.map((name) => [name, scoreOf(tables.get(name) ?? null, role)]));
  return found.toSorted((a, b) => scores.get(b)! - scores.get(a)!);
}

/** May this file be, or hold, what `wanted` names? */
export const mayHold = (file: string, wanted: string): boolean => {
  const whole = wanted.replace(/#[^#]*$/, "");
  return [wanted, whole].some(
    (name) => baseOf(file) === baseOf(name) || isInside(file, name) || isSibling(file, name),
  );
};

const baseOf = (path: string): string => path.replace(/^.*[/\\]/, "");

/** "a.zip/b/roads.shp" and "a.gpkg#roads" are inside "x/a.zip" and "x/a.gpkg". */
const isInside = (name: string, container: string): boolean =>
  [container, baseOf(container)].some(
    (outer) => name.startsWith(`${outer}/`) || name.startsWith(`${outer}#`) || name.includes(`/${outer}#`),
  ) || name.includes(`/${baseOf(container)}/`);

/** Any member of a Shapefile names the whole of it. */
const isSibling = (name: string, wanted: string): boolean =>
  /\.(?:shp|dbf|shx|prj|cpg)$/i.test(wanted) && stemOf(name) === stemOf(wanted);

const stemOf = (path: string): string =>
  baseOf(path)
    .replace(/\.[^.]*$/, "")
    .toLowerCase();

const scoreOf = (table: FeatureTable | null, role: LayerRole): number =>
  table === null ? -1 : (guessRoles(table).find((guess) => guess.role === role)?.score ?? 0);
