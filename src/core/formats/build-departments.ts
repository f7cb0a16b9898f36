// The nets other departments work by: one net a file, or one for each department that a column of the file names. A
// file without such a column is known by its layer, by what its headers call a unit (警务区编号 → 警务区), or by its name.

import type { DepartmentNet } from "../model/index.ts";
import { buildAreas } from "./build-areas.ts";
import type { ImportLog } from "./import-log.ts";
import type { PlacedLayer, PlacedRow } from "./place-layer.ts";
import { textOf } from "./text-of.ts";

export const buildDepartments = (layers: readonly PlacedLayer[], log: ImportLog): DepartmentNet[] =>
  layers.flatMap((layer) =>
    [...byDepartment(layer)].map(([department, rows]): DepartmentNet => {
      const areas = buildAreas("grid", [{ ...layer, rows }], null, log);
      return { department, file: layer.table.file, areas };
    }),
  );

/** Rows of each department, in the order of their first rows. */
function byDepartment(layer: PlacedLayer): ReadonlyMap<string, PlacedRow[]> {
  const column = layer.spec.fields.department;
  const own = titleOf(layer);
  const nets = new Map<string, PlacedRow[]>();
  for (const row of layer.rows) {
    const said = column === undefined ? "" : textOf(row.source.properties[column]);
    const department = said || own;
    const net = nets.get(department);
    if (net === undefined) nets.set(department, [row]);
    else net.push(row);
  }
  return nets;
}

function titleOf({ table, spec: { fields } }: PlacedLayer): string {
  if (table.layer !== "") return table.layer;
  for (const column of [fields.name, fields.id]) {
    const unit = UNIT.exec(column ?? "")?.[1] ?? "";
    if (unit !== "" && !GENERAL.test(unit)) return unit;
  }
  const stem = table.file.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, "");
  return stem.replace(/^(?:departments?|部门|条线)[-_ ]*/i, "") || stem;
}

/** Headers in Chinese: what is named, then that it is a name or a code. */
const UNIT = /^(\p{Script=Han}{2,}?)(?:名称?|编号|编码|代码|号)$/u;
const GENERAL = /^(?:单元|责任|部门)?网格$|^中文$/;
