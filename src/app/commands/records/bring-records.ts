// What is kept beside the plan itself (registers, matters, meetings) taken over from another plan option, as one act: a
// new option begins as a copy, and what is written down in one later is not in the other.

import type { App } from "../../state/app.ts";
import { findOption, optionSetOf } from "../../state/plan-options.ts";
import { type Edit, editTogether } from "../edit-together.ts";

/** The shown option has the other's rows, matters and meetings afterwards, and none but those. The number of edits. */
export function bringRecords(app: App, from: string): number {
  const state = app.store.getState();
  const plan = findOption(optionSetOf(state), from)?.history.plan;
  if (plan === undefined) return 0;
  const own = state.history.plan;
  const gone = (name: "registers" | "matters" | "meetings"): string[] => {
    const kept = new Set(plan[name].map(({ id }) => id));
    return own[name].flatMap(({ id }) => (kept.has(id) ? [] : [id]));
  };
  const here = new Set(own.meetings.map(({ id }) => id));
  const edits: readonly Edit[] = [
    ["register.remove", { ids: gone("registers") }],
    ["register.change", { rows: plan.registers }],
    ["matter.remove", { ids: gone("matters") }],
    ["matter.change", { matters: plan.matters }],
    ...gone("meetings").map((id): Edit => ["meeting.remove", { id }]),
    ...plan.meetings.map(
      (meeting): Edit => (here.has(meeting.id) ? ["meeting.change", meeting] : ["meeting.add", meeting]),
    ),
  ];
  return editTogether(app, edits);
}
