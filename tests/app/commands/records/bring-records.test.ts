// Registers, matters and meetings of one plan option taken over in another: nothing else comes, and one step undoes it.

import { beforeEach, describe, expect, it } from "vitest";
import { addOption } from "../../../../src/app/commands/add-option.ts";
import { editPlan } from "../../../../src/app/commands/edit-plan.ts";
import { bringRecords } from "../../../../src/app/commands/records/bring-records.ts";
import { stepHistory } from "../../../../src/app/commands/step-history.ts";
import { switchOption } from "../../../../src/app/commands/switch-option.ts";
import { recordsApart } from "../../../../src/app/state/records-apart.ts";
import type { RegisterRow } from "../../../../src/core/model/index.ts";
import { type TestApp, testApp } from "../../app-fixture.ts";

const row = (id: string, hosts: number): RegisterRow => ({
  ...{ id, kind: "community", name: id, placeId: "C1", position: null },
  ...{ numbers: { hosts }, texts: {}, dates: {} },
});

let app: TestApp;
let present = "";
let option = "";
const now = () => app.store.getState();
const kept = () => {
  const { registers, matters, meetings } = now().history.plan;
  return { registers, matters, meetings };
};

beforeEach(() => {
  app = testApp();
  present = now().currentOption;
  editPlan(app, "register.add", { rows: [row("a", 1), row("b", 1)] });
  editPlan(app, "meeting.add", { id: "m1", name: "一季度联席会" });
  option = addOption(app, { name: "方案A", from: "current" }) ?? "";
});

describe("records of another option", () => {
  it("are the same in a new option, whatever is done to its centres", () => {
    expect(recordsApart(now())).toEqual([]);
    editPlan(app, "center.move", { id: "A", lon: 113.002, lat: 28.001 });
    expect(recordsApart(now())).toEqual([]);
    expect(bringRecords(app, present)).toBe(0);
  });

  it("are told where they differ, and come as one step that can be undone", () => {
    editPlan(app, "center.remove", { id: "B" });
    editPlan(app, "register.change", { rows: [row("a", 5), row("c", 2)] });
    editPlan(app, "register.remove", { ids: ["b"] });
    editPlan(app, "meeting.change", { id: "m1", chair: "区委组织部部长" });
    editPlan(app, "meeting.add", { id: "m2", name: "二季度联席会" });
    const wanted = kept();
    switchOption(app, present);
    expect(recordsApart(now())).toEqual([option]);
    const before = kept();
    const { past } = now().history;

    expect(bringRecords(app, option)).toBeGreaterThan(0);
    expect(recordsApart(now())).toEqual([]);
    expect(kept().meetings).toEqual(wanted.meetings);
    expect([...kept().registers].sort((x, y) => x.id.localeCompare(y.id))).toEqual(
      [...wanted.registers].sort((x, y) => x.id.localeCompare(y.id)),
    );
    expect(now().history.plan.centers).toHaveLength(2);

    stepHistory(app, "undo");
    expect(kept()).toEqual(before);
    expect(now().history.past).toHaveLength(past.length);
    expect(recordsApart(now())).toEqual([option]);
  });

  it("of an option that is gone are none", () => {
    expect(bringRecords(app, "gone")).toBe(0);
  });
});
