// Gates of compounds. A gate is open unless the file says that it is closed.

import type { Gates } from "../model/index.ts";
import type { ImportLog, RowFault } from "./import-log.ts";
import { logRows } from "./import-log.ts";
import type { PlacedLayer } from "./place-layer.ts";
import { representativePoints } from "./representative-points.ts";
import { textOf } from "./text-of.ts";

export function buildGates(layers: readonly PlacedLayer[], log: ImportLog): Gates {
  const points = layers.map(({ rows, table }) => {
    const faults: RowFault[] = [];
    const xy = representativePoints(rows, true, faults);
    logRows(log, table, faults);
    return Array.from(xy);
  });
  const column = (field: "compound" | "open"): string[] =>
    layers.flatMap(({ rows, spec }) =>
      rows.map(({ source }) =>
        spec.fields[field] === undefined ? "" : textOf(source.properties[spec.fields[field]]),
      ),
    );
  return {
    xy: Float64Array.from(points.flat()),
    compound: column("compound"),
    open: Uint8Array.from(column("open"), (text) => (CLOSED.test(text) ? 0 : 1)),
    row: Uint32Array.from(layers.flatMap(({ rows }) => rows.map(({ source }) => source.row))),
  };
}

const CLOSED = /^(?:0|否|no|n|false|closed?|locked|关|封|停用|不开放|不通)|关闭|封闭|封堵/i;
