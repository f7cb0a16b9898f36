// Plan options whose registers, matters or meetings are not those of the option shown.

import { type PlanRecord, type PlanState, sameRecord } from "../../core/model/index.ts";
import type { AppState } from "./app-state.ts";
import { optionSetOf } from "./plan-options.ts";

type Kept = Pick<PlanState, "registers" | "matters" | "meetings">;

/** Their ids; lists that are one and the same are not looked into. */
export function recordsApart(
  state: Pick<AppState, "history" | "options" | "currentOption">,
): readonly string[] {
  return optionSetOf(state).options.flatMap(({ id, history }) =>
    id === state.currentOption || sameKept(state.history.plan, history.plan) ? [] : [id],
  );
}

const sameKept = (a: Kept, b: Kept): boolean =>
  sameList(a.registers, b.registers) && sameList(a.matters, b.matters) && sameList(a.meetings, b.meetings);

/** In any order. */
function sameList(a: readonly PlanRecord[], b: readonly PlanRecord[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  const known = new Map(b.map((record) => [record.id, record]));
  return a.every((record) => {
    const other = known.get(record.id);
    return other !== undefined && (other === record || sameRecord(record, other));
  });
}
