// Says what kind of grid one is: a base grid, or one set aside for an office building, a market, a campus.

import { changeRecord } from "./edit-record.ts";
import type { GridKind } from "./grid.ts";
import type { Patch } from "./patch.ts";
import type { PlanState } from "./plan-state.ts";
import type { Refusal } from "./refusal.ts";

export interface SetGridKind {
  readonly id: string;
  readonly kind: GridKind;
}

export const setGridKind = (plan: PlanState, { id, kind }: SetGridKind): Patch | Refusal =>
  changeRecord(plan, "grids", id, { kind });
