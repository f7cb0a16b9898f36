// How matters stand on a date: by state, closed, overdue. A matter is overdue when it is open after its own due
// date, or has stayed in a state longer than its kind allows; the day itself still counts as in time.

import { addDays, daysBetween } from "./days.ts";
import type { Matter, MatterKind } from "./matter.ts";
import { sinceDate } from "./move-matter.ts";

export interface MatterCounts {
  readonly all: number;
  readonly closed: number;
  readonly overdue: number;
  readonly byState: ReadonlyMap<string, number>;
}

/** The ISO date by which the next step must be taken; null = closed, of unknown kind, or without a limit. */
export function dueDate(matter: Matter, kinds: readonly MatterKind[]): string | null {
  const state = stateOf(matter, kinds);
  if (state === undefined || state.closed === true) return null;
  const own = state.days === undefined ? null : addDays(sinceDate(matter), state.days);
  if (own === null || matter.due === null) return own ?? matter.due;
  return own < matter.due ? own : matter.due;
}

/** Days past the due date on `today`; 0 = in time. */
export function daysOverdue(matter: Matter, kinds: readonly MatterKind[], today: string): number {
  const due = dueDate(matter, kinds);
  return due === null ? 0 : Math.max(0, daysBetween(due, today));
}

export function countMatters(
  matters: readonly Matter[],
  kinds: readonly MatterKind[],
  today: string,
): MatterCounts {
  const byState = new Map<string, number>();
  let [closed, overdue] = [0, 0];
  for (const matter of matters) {
    byState.set(matter.state, (byState.get(matter.state) ?? 0) + 1);
    if (stateOf(matter, kinds)?.closed === true) closed++;
    if (daysOverdue(matter, kinds, today) > 0) overdue++;
  }
  return { all: matters.length, closed, overdue, byState };
}

const stateOf = ({ kind, state }: Matter, kinds: readonly MatterKind[]) =>
  kinds.find(({ id }) => id === kind)?.states.find(({ id }) => id === state);
