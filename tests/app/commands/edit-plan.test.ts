import { describe, expect, it } from "vitest";
import { addCenter } from "../../../src/app/commands/add-center.ts";
import { setAsideCsv } from "../../../src/app/commands/export-set-aside.ts";
import { removeCenter } from "../../../src/app/commands/remove-center.ts";
import { renameCenter } from "../../../src/app/commands/rename-center.ts";
import { resizeCenter } from "../../../src/app/commands/resize-center.ts";
import { selectPlace } from "../../../src/app/commands/select-place.ts";
import { stepBack } from "../../../src/app/commands/step-back.ts";
import { stepHistory } from "../../../src/app/commands/step-history.ts";
import { testApp } from "../app-fixture.ts";

describe("edits", () => {
  it("adds a centre, selects it, and undo unselects what is gone", () => {
    const app = testApp();
    addCenter(app, 113.004, 28.001, "New centre");
    const { history, view } = app.store.getState();
    expect(history.plan.centers.at(-1)).toMatchObject({ id: "new-1", name: "New centre 1", floorArea: null });
    expect(view.selection).toEqual({ kind: "center", id: "new-1" });
    stepHistory(app, "undo");
    expect(app.store.getState().view.selection).toBeNull();
  });

  it("makes or refuses with the reason, and enters only what was made", () => {
    const app = testApp();
    expect(resizeCenter(app, "A", 702)).toBeNull();
    expect(resizeCenter(app, "A", Number.NaN)).toBe("floorArea.invalid");
    expect(resizeCenter(app, "A", 702)).toBe("nothingChanged");
    expect(renameCenter(app, "A", "  ")).toBe("name.blank");
    removeCenter(app, "B");
    const { history } = app.store.getState();
    expect(history.past.map(({ entry }) => entry.label)).toEqual(["center.resize", "center.remove"]);
    expect(history.past[0]?.entry.time).toBe("2026-01-01T00:00:00.000Z");
  });

  it("steps back one thing at a time", () => {
    const app = testApp();
    selectPlace(app, { kind: "center", id: "A" });
    app.store.setState(({ view }) => ({
      view: { ...view, drawerOpen: true, tool: "addCenter" },
      trouble: { code: "internal", details: {} },
    }));
    const left = (): readonly unknown[] => {
      const { view, trouble } = app.store.getState();
      return [trouble !== null, view.tool, view.selection !== null, view.drawerOpen];
    };
    stepBack(app);
    expect(left()).toEqual([false, "addCenter", true, true]);
    stepBack(app);
    expect(left()).toEqual([false, "select", true, true]);
    stepBack(app);
    expect(left()).toEqual([false, "select", false, true]);
    stepBack(app);
    expect(left()).toEqual([false, "select", false, false]);
  });
});

describe("setAsideCsv", () => {
  it("keeps every column, quotes what needs it and disarms formulas", () => {
    const csv = setAsideCsv(
      [
        {
          file: "a.csv",
          row: 7,
          reason: { code: "row.noGeometry", severity: "error", file: "a.csv", row: 7 },
          properties: { 名称: '=cmd("x")', 户数: "1,200" },
          geometry: null,
        },
      ],
      "zh-CN",
    );
    const [head, line] = csv.split("\r\n");
    expect(head).toBe("\uFEFFfile,row,reason,名称,户数");
    expect(line?.startsWith("a.csv,7,")).toBe(true);
    expect(line?.endsWith(`,"'=cmd(""x"")","1,200"`)).toBe(true);
  });
});
