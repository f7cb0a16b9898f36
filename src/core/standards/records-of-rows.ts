// Rows as they are typed in or imported, in the form in which they are judged: a register is listed in part until a row
// says that the others are all there are. Attributes of places are no list.

import type { RegisterRow } from "../model/index.ts";
import { describesPlaces } from "./place-words.ts";

export interface RecordsOfRows {
  /** Registers that were given; null = typed in. */
  readonly registers: Readonly<Record<string, null>>;
  readonly rows: readonly RegisterRow[];
  /** Registers listed in part, with the ids of the places that are known to have none. */
  readonly partial: Readonly<Record<string, readonly string[]>>;
}

export function recordsOfRows(all: readonly RegisterRow[]): RecordsOfRows {
  const nones = all.filter(({ none }) => none === true);
  const whole = new Set(nones.flatMap(({ kind, placeId }) => (placeId === null ? [kind] : [])));
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  const listedInPart = kinds.filter((kind) => !whole.has(kind) && !describesPlaces({ id: kind }));
  return {
    registers: Object.fromEntries(kinds.map((kind) => [kind, null])),
    rows: nones.length === 0 ? all : all.filter(({ none }) => none !== true),
    partial: Object.fromEntries(
      listedInPart.map((register) => [
        register,
        nones.flatMap(({ kind, placeId }) => (kind === register && placeId !== null ? [placeId] : [])),
      ]),
    ),
  };
}
