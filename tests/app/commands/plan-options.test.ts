// Plan options: each keeps its own edits and undo, numbers of states never meet, the last one stays.

import { describe, expect, it } from "vitest";
import { addOption } from "../../../src/app/commands/add-option.ts";
import { removeCenter } from "../../../src/app/commands/remove-center.ts";
import { removeOption, restoreOption } from "../../../src/app/commands/remove-option.ts";
import { renameOption } from "../../../src/app/commands/rename-option.ts";
import { resizeCenter } from "../../../src/app/commands/resize-center.ts";
import { selectPlace } from "../../../src/app/commands/select-place.ts";
import { stepHistory } from "../../../src/app/commands/step-history.ts";
import { switchOption } from "../../../src/app/commands/switch-option.ts";
import { optionSetOf, savedOptionsOf } from "../../../src/app/state/plan-options.ts";
import { type TestApp, testApp } from "../app-fixture.ts";

const areaOf = (app: TestApp) => app.store.getState().history.plan.centers[0]?.floorArea;
const names = (app: TestApp) => app.store.getState().options.map(({ name }) => name);

describe("plan options", () => {
  it("are copied from the one shown or begun from the present, each with its own edits and undo", () => {
    const app = testApp();
    const present = app.store.getState().currentOption;
    resizeCenter(app, "A", 600);
    const copy = addOption(app, { name: " 方案A ", from: "current" })!;
    expect([app.store.getState().currentOption, areaOf(app)]).toEqual([copy, 600]);
    resizeCenter(app, "A", 700);
    const fresh = addOption(app, { name: "方案B", from: "present" })!;
    expect(areaOf(app)).toBe(500);
    expect(switchOption(app, present)).toBe(true);
    expect(areaOf(app)).toBe(600);
    stepHistory(app, "undo");
    expect(areaOf(app)).toBe(500);
    switchOption(app, copy);
    expect(areaOf(app)).toBe(700);
    stepHistory(app, "undo");
    stepHistory(app, "undo");
    expect(areaOf(app)).toBe(500);
    switchOption(app, present);
    stepHistory(app, "redo");
    expect(areaOf(app)).toBe(600);
    expect(savedOptionsOf(app.store.getState()).map(({ id, edits }) => [id, edits.length])).toEqual([
      [present, 1],
      [copy, 0],
      [fresh, 0],
    ]);
  });

  it("give no two states one number", () => {
    const app = testApp();
    const seen = new Map<number, string>();
    const look = () => {
      const { revision, plan } = app.store.getState().history;
      const centers = JSON.stringify(plan.centers);
      expect(seen.get(revision) ?? centers).toBe(centers);
      seen.set(revision, centers);
    };
    const first = app.store.getState().currentOption;
    resizeCenter(app, "A", 600);
    look();
    const second = addOption(app, { name: "B", from: "current" })!;
    for (const [step, id] of [second, first, second, second, first].entries()) {
      switchOption(app, id);
      look();
      resizeCenter(app, "A", 1000 + step);
      look();
      if (step % 2 === 1) stepHistory(app, "undo");
      look();
    }
  });

  it("are renamed, removed and put back where they were; the last one stays", () => {
    const app = testApp();
    const first = app.store.getState().currentOption;
    const second = addOption(app, { name: "B", from: "current" })!;
    resizeCenter(app, "A", 800);
    expect(renameOption(app, second, " 方案乙 ")).toBe(true);
    expect(renameOption(app, second, " ")).toBe(false);
    const removed = removeOption(app, second)!;
    expect([app.store.getState().currentOption, areaOf(app)]).toEqual([first, 500]);
    expect(removeOption(app, first)).toBeNull();
    expect(restoreOption(app, removed)).toBe(true);
    expect(restoreOption(app, removed)).toBe(false);
    expect(names(app)[1]).toBe("方案乙");
    switchOption(app, second);
    expect(areaOf(app)).toBe(800);
    expect(optionSetOf(app.store.getState()).options[1]?.history.past).toHaveLength(1);
  });

  it("unselect a centre that the other option does not have", () => {
    const app = testApp();
    const first = app.store.getState().currentOption;
    const second = addOption(app, { name: "B", from: "current" })!;
    removeCenter(app, "B");
    switchOption(app, first);
    selectPlace(app, { kind: "center", id: "B" });
    switchOption(app, second);
    expect(app.store.getState().view.selection).toBeNull();
  });

  it("are not made or removed by a tab that looks on, nor without a name", () => {
    const app = testApp();
    const first = app.store.getState().currentOption;
    expect(addOption(app, { name: "  ", from: "current" })).toBeNull();
    app.store.setState(({ keeping }) => ({ keeping: { ...keeping, role: "reader" } }));
    expect(addOption(app, { name: "B", from: "current" })).toBeNull();
    expect(renameOption(app, first, "B")).toBe(false);
    expect(removeOption(app, first)).toBeNull();
    expect(switchOption(app, "none")).toBe(false);
  });
});
