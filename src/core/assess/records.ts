// What the registers say, beside the layers: rows of places, areas of rows, nets of departments. A register that was
// not given is unknown, not empty; one that was given and has no row for a place counts none there, unless it is said to
// be listed in part only.

import type { Areas } from "../model/index.ts";
import { describesPlaces, type RegisterRow } from "../standards/index.ts";

export interface Records {
  /** ISO date on which dates are judged; null = nobody said, and rules on dates stay unknown. */
  readonly asOf: string | null;
  /** Registers that were given, with the file they came from; null = typed in. */
  readonly registers: Readonly<Record<string, string | null>>;
  readonly rows: readonly RegisterRow[];
  /**
   * Registers listed in part: there a place without a row is unknown. With each the ids of the places that are known to
   * have none.
   */
  readonly partial?: Readonly<Record<string, readonly string[]>>;
  /** Areas of the rows of a register, whose record ids are row ids: renewal projects, micro-grids, … */
  readonly areas: Readonly<Record<string, Areas>>;
  /** Nets other departments work by. */
  readonly nets: readonly { readonly department: string; readonly file: string; readonly areas: Areas }[];
}

export const NO_RECORDS: Records = { asOf: null, registers: {}, rows: [], areas: {}, nets: [] };

/**
 * Rows as they are typed in or imported: a register is listed in part until a row says that the others are all there
 * are. Attributes of places are no list.
 */
export function recordsOfRows(
  all: readonly RegisterRow[],
): Pick<Records, "registers" | "rows"> & { readonly partial: Readonly<Record<string, readonly string[]>> } {
  const without = all.filter(({ none }) => none === true);
  const whole = new Set(without.flatMap(({ kind, placeId }) => (placeId === null ? [kind] : [])));
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  return {
    registers: Object.fromEntries(kinds.map((kind) => [kind, null])),
    rows: without.length === 0 ? all : all.filter(({ none }) => none !== true),
    partial: Object.fromEntries(
      kinds
        .filter((kind) => !whole.has(kind) && !describesPlaces({ id: kind }))
        .map((kind) => [
          kind,
          without.flatMap((row) => (row.kind === kind && row.placeId !== null ? [row.placeId] : [])),
        ]),
    ),
  };
}

/** Walks to places other than centres, in decimetres (UNREACHED where there is no way). */
export interface FacilityWalks {
  /** By register: from each residence to the nearest of its rows. */
  readonly fromResidences: Readonly<Record<string, Uint32Array>>;
  /** By `from>to` (a register, and a register or "centers"): from each row in order; NaN where it joins no path. */
  readonly between: Readonly<Record<string, Float64Array>>;
}
