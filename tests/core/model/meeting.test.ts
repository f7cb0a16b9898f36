// The pack of a meeting and the matters of its lists in the plan: made, changed, taken back, saved, refused.

import { describe, expect, it } from "vitest";
import {
  applyPatch,
  EDITS,
  type EditCode,
  type EditInputs,
  EMPTY_PLAN,
  findBrokenEdit,
  invertPatch,
  isRaised,
  isRefusal,
  type Matter,
  type MeetingPack,
  type PlanState,
} from "../../../src/core/model/index.ts";
import { newIds } from "../../../src/core/model/merge-ids.ts";
import { renameInPlan } from "../../../src/core/model/rename-ids.ts";

function edit<C extends EditCode>(plan: PlanState, code: C, input: EditInputs[C]): PlanState {
  const patch = EDITS[code](plan, input);
  if (isRefusal(patch)) throw new Error(patch.refused);
  const after = applyPatch(plan, patch);
  expect(applyPatch(after, invertPatch(patch))).toEqual(plan);
  const entry = { label: code, patch, figures: {}, note: "", time: "2026-03-01T09:00:00Z" };
  expect(findBrokenEdit(plan, [entry])).toBe(-1);
  return after;
}

const first = edit(EMPTY_PLAN, "meeting.add", { id: "m1", name: " 三月联席会议 " });
const decision = { text: "扩建锦绣站", owner: "街道办", due: "2026-06-30", state: "decided" } as const;

describe("a meeting", () => {
  it("begins empty at the level of the subdistrict, its title trimmed", () => {
    const [meeting] = first.meetings;
    expect(meeting).toMatchObject({ name: "三月联席会议", level: "subdistrict", agenda: [], followUp: [] });
    expect(isRaised(meeting as MeetingPack)).toBe(false);
  });

  it("is raised when it is chaired from above", () => {
    const [meeting] = edit(first, "meeting.change", { id: "m1", chairLevel: "district" }).meetings;
    expect(isRaised(meeting as MeetingPack)).toBe(true);
  });

  it("follows up what the one before decided", () => {
    const decided = edit(first, "meeting.change", { id: "m1", decisions: [decision] });
    const next = edit(decided, "meeting.add", { id: "m2", name: "六月联席会议" });
    expect(next.meetings[1]).toMatchObject({ decisions: [], followUp: [decision] });
  });

  it.each([
    ["date.invalid", { id: "m1", date: "1.3.2026" }],
    ["date.invalid", { id: "m1", decisions: [{ ...decision, due: "2026-13-01" }] }],
    ["meeting.unknown", { id: "m9", chair: "书记" }],
    ["name.blank", { id: "m1", name: " " }],
    ["nothingChanged", { id: "m1", chair: "" }],
  ] as const)("is refused with %s", (refused, input) => {
    expect(EDITS["meeting.change"](first, input)).toEqual({ refused });
  });
});

it("keeps what a matter answers when a merge gives it another id", () => {
  const matter: Matter = {
    id: "need",
    kind: "need",
    name: "缺食堂",
    placeId: null,
    state: "raised",
    opened: "2026-03-01",
    due: null,
    texts: {},
    dates: {},
    moves: [],
  };
  const plan = {
    ...EMPTY_PLAN,
    matters: [matter, { ...matter, id: "project", kind: "project", answers: ["need"] }],
  };
  const ids = newIds([{ side: "theirs", collection: "matters", from: "need", to: "new-1" }], "theirs");
  expect(renameInPlan(plan, ids).matters.map(({ id, answers }) => [id, answers])).toEqual([
    ["new-1", undefined],
    ["project", ["new-1"]],
  ]);
});
