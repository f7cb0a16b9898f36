// A plan option (现状, 方案A, …): the baseline plus an ordered list of edits, which is also the
// change record: what was done, to what effect, why and when.

import type { EditCode } from "./edit-codes.ts";
import type { Patch } from "./patch.ts";

export interface ChangeEntry {
  readonly label: EditCode;
  readonly patch: Patch;
  /** Figures worth keeping with the change, for example `{ metres: 120, households: 372 }`. */
  readonly figures: Readonly<Record<string, number>>;
  /** Why, in the user's words; "" when nobody said. */
  readonly note: string;
  /** ISO date and time, given by the caller. */
  readonly time: string;
  /** Who made it; absent when nobody signed. */
  readonly by?: string;
  /** Entries that came in by one act and are undone together; absent = stands alone. */
  readonly group?: string;
}

export interface PlanOption {
  readonly id: string;
  readonly name: string;
  readonly edits: readonly ChangeEntry[];
}
