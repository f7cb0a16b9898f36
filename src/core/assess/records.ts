// What the registers say, beside the layers: rows of places, areas of rows, nets of departments. A register that was
// not given is unknown, not empty; one that was given and has no row for a place counts none there, unless it is said to
// be listed in part only.

import type { Areas } from "../model/index.ts";
import type { RegisterRow } from "../standards/index.ts";

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

/** Walks to places other than centres, in decimetres (UNREACHED where there is no way). */
export interface FacilityWalks {
  /** By register: from each residence to the nearest of its rows. */
  readonly fromResidences: Readonly<Record<string, Uint32Array>>;
  /** By `from>to` (a register, and a register or "centers"): from each row in order; NaN where it joins no path. */
  readonly between: Readonly<Record<string, Float64Array>>;
}
