// Places that are points and no more: transit stops, exercise points. Polygons stand for a point inside them.

import type { PointPlaces } from "../model/index.ts";
import { assignIds } from "./assign-ids.ts";
import type { ImportLog, RowFault } from "./import-log.ts";
import { logRows } from "./import-log.ts";
import { joinFloats } from "./join-floats.ts";
import type { PlacedLayer } from "./place-layer.ts";
import { representativePoints } from "./representative-points.ts";
import { textOf } from "./text-of.ts";

export function buildPoints(layers: readonly PlacedLayer[], log: ImportLog): PointPlaces {
  const taken = new Map<string, number>();
  const parts = layers.map(({ rows, spec, table }) => {
    const faults: RowFault[] = [];
    const sources = rows.map(({ source }) => source);
    const ids = assignIds(sources, spec.fields.id, taken, faults);
    const xy = representativePoints(rows, true, faults);
    logRows(log, table, faults);
    const column = (field: "name" | "kind"): string[] =>
      sources.map(({ properties }) =>
        spec.fields[field] === undefined ? "" : textOf(properties[spec.fields[field]]),
      );
    return { ids, xy, names: column("name"), kinds: column("kind"), rows: sources.map(({ row }) => row) };
  });
  const id = parts.flatMap(({ ids }) => ids);
  return {
    count: id.length,
    id,
    name: parts.flatMap(({ names }) => names),
    kind: parts.flatMap(({ kinds }) => kinds),
    xy: joinFloats(parts.map(({ xy }) => xy)),
    row: Uint32Array.from(parts.flatMap(({ rows }) => rows)),
  };
}
