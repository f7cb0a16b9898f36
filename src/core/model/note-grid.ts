// Notes something on a grid.

import { changeRecord } from "./edit-record.ts";
import type { Patch } from "./patch.ts";
import type { PlanState } from "./plan-state.ts";
import type { Refusal } from "./refusal.ts";

export interface NoteGrid {
  readonly id: string;
  readonly note: string;
}

export const noteGrid = (plan: PlanState, { id, note }: NoteGrid): Patch | Refusal =>
  changeRecord(plan, "grids", id, { note: note.trim() });
