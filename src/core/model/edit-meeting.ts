// The pack of a meeting: made, changed, removed. A new one follows up the decisions of the one before.

import { addRecord, changeRecord, removeRecord } from "./edit-record.ts";
import type { MeetingPack } from "./meeting.ts";
import type { Patch } from "./patch.ts";
import type { PlanState } from "./plan-state.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** What is absent is empty, at the level of the subdistrict. */
export interface AddMeeting extends Partial<MeetingPack> {
  readonly id: string;
  readonly name: string;
}
export interface ChangeMeeting extends Partial<Omit<MeetingPack, "id">> {
  readonly id: string;
}
export interface RemoveMeeting {
  readonly id: string;
}

const EMPTY_PACK = {
  date: null,
  level: "subdistrict",
  chair: "",
  chairLevel: "subdistrict",
  members: [],
  agenda: [],
  opinions: [],
  decisions: [],
  followUp: [],
  notes: {},
} as const;

export function addMeeting(plan: PlanState, input: AddMeeting): Patch | Refusal {
  const followUp = plan.meetings.at(-1)?.decisions ?? [];
  const meeting: MeetingPack = { ...EMPTY_PACK, followUp, ...input, name: input.name.trim() };
  return hasDates(meeting) ? addRecord(plan, "meetings", meeting) : refuse("date.invalid");
}

export function changeMeeting(plan: PlanState, { id, ...fields }: ChangeMeeting): Patch | Refusal {
  const meeting = plan.meetings.find((one) => one.id === id);
  if (meeting !== undefined && !hasDates({ ...meeting, ...fields })) return refuse("date.invalid");
  return changeRecord(plan, "meetings", id, fields);
}

export const removeMeeting = (plan: PlanState, { id }: RemoveMeeting): Patch | Refusal =>
  removeRecord(plan, "meetings", id);

const hasDates = ({ date, decisions, followUp }: MeetingPack): boolean =>
  [date, ...[...decisions, ...followUp].map(({ due }) => due)].every(
    (day) => day === null || /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(day),
  );
