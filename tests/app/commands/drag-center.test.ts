import { describe, expect, it } from "vitest";
import { cancelDrag, endDrag, moveDrag, startDrag } from "../../../src/app/commands/drag-center.ts";
import { followResults } from "../../../src/app/commands/follow-results.ts";
import { nudgeCenter } from "../../../src/app/commands/nudge-center.ts";
import { stepHistory } from "../../../src/app/commands/step-history.ts";
import { centersOf } from "../../../src/app/state/plan-selectors.ts";
import { settle, testApp } from "../app-fixture.ts";

describe("dragging a centre", () => {
  it("asks for the newest position only, one request at a time", async () => {
    const app = testApp();
    app.hold = true;
    startDrag(app, "A");
    for (let i = 1; i <= 5; i++) moveDrag(app, "A", 113 + i / 1000, 28);
    expect(app.runs).toEqual(["scene.drag"]);
    app.letGo();
    await settle();
    expect(app.runs).toEqual(["scene.drag", "scene.drag"]);
    app.letGo();
    await settle();
    expect(app.runs).toHaveLength(2);
    const shown = app.store.getState().drag?.analysis as unknown as { asked: { lon: number }[] };
    expect(shown.asked[0]?.lon).toBe(113.005);
  });

  it("is one entry of the history, with its metres", () => {
    const app = testApp();
    startDrag(app, "A");
    moveDrag(app, "A", 113.002, 28);
    moveDrag(app, "A", 113.004, 28);
    endDrag(app, "A", 113.005, 28);
    const { history } = app.store.getState();
    expect(history.past).toHaveLength(1);
    expect(history.past[0]?.entry.figures["metres"]).toBeCloseTo(491.8, 0);
    expect(history.plan.centers[0]?.lon).toBe(113.005);
  });

  it("shows the last figures until the whole result is there, then lets go", async () => {
    const app = testApp();
    followResults(app);
    await settle();
    startDrag(app, "A");
    moveDrag(app, "A", 113.005, 28);
    await settle();
    endDrag(app, "A", 113.005, 28);
    expect(app.store.getState().drag?.analysis).not.toBeNull();
    await settle();
    await settle();
    expect(app.store.getState().drag).toBeNull();
    expect(app.runs.at(-2)).toBe("scene.analyse");
  });

  it("keeps nothing when cancelled or put back", () => {
    const app = testApp();
    startDrag(app, "A");
    moveDrag(app, "A", 113.005, 28);
    cancelDrag(app);
    expect(centersOf(app.store.getState())[0]?.lon).toBe(113);
    startDrag(app, "A");
    moveDrag(app, "A", 113.005, 28);
    endDrag(app, "A", 113, 28);
    expect(app.store.getState().history.past).toHaveLength(0);
    expect(app.store.getState().drag).toBeNull();
  });
});

describe("nudging a centre", () => {
  it("folds nudges that follow each other into one entry", () => {
    const app = testApp();
    nudgeCenter(app, "A", 10, 0);
    nudgeCenter(app, "A", 10, 0);
    nudgeCenter(app, "A", 0, 50);
    expect(app.store.getState().history.past).toHaveLength(1);
    nudgeCenter(app, "B", 10, 0);
    expect(app.store.getState().history.past).toHaveLength(2);
    stepHistory(app, "undo");
    stepHistory(app, "undo");
    expect(app.store.getState().history.plan.centers[0]?.lon).toBe(113);
  });
});
