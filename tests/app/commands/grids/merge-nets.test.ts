// The merged net on the demo: one draft, one step in the history, what cannot be settled still listed.

import { beforeAll, describe, expect, it, vi } from "vitest";
import { changeView } from "../../../../src/app/commands/change-view.ts";
import { acceptDraft, dropDraft } from "../../../../src/app/commands/grids/accept-draft.ts";
import { followGrids } from "../../../../src/app/commands/grids/follow-grids.ts";
import { draftMergedNet } from "../../../../src/app/commands/grids/merge-nets.ts";
import { compareNets } from "../../../../src/app/commands/grids/one-net.ts";
import { takePresentNet } from "../../../../src/app/commands/grids/take-present-net.ts";
import { stepHistory } from "../../../../src/app/commands/step-history.ts";
import { type DemoApp, demoApp } from "../../../helpers/demo-app.ts";

const SLOW = 120_000;

describe("the merged net of the demo", () => {
  let app: DemoApp;
  const work = () => app.store.getState().grids!;
  const compared = async () => {
    await vi.waitFor(
      () => expect(work().scenery).toMatchObject({ stale: false, outlines: { grids: expect.anything() } }),
      { timeout: SLOW, interval: 100 },
    );
    await compareNets(app);
    expect(work().oneNet!.net).toBe(work().net);
    return work().oneNet!.report.departments;
  };

  beforeAll(async () => {
    app = await demoApp();
    changeView(app, { step: "grids" });
    followGrids(app);
    await vi.waitFor(() => expect(app.store.getState().grids).not.toBeNull(), { timeout: SLOW });
    await takePresentNet(app);
  }, SLOW);

  it("is a draft until it is accepted, then one step that agrees more and is taken back whole", {
    timeout: SLOW,
  }, async () => {
    const before = await compared();
    const { history } = app.store.getState();
    const conflicts = before.reduce((sum, department) => sum + department.conflicts.length, 0);
    draftMergedNet(app);
    const { draft } = work();
    expect(app.store.getState().history).toBe(history);
    expect(draft).toMatchObject({ mode: "merge", running: false });
    expect(draft!.merge!.settled).toBeGreaterThan(0);
    expect(draft!.merge!.settled + draft!.merge!.open.length).toBe(conflicts);
    expect(draft!.movedHouseholds).toBeGreaterThan(0);
    dropDraft(app);
    expect(app.store.getState().history).toBe(history);

    draftMergedNet(app);
    expect(acceptDraft(app)).toBeNull();
    expect(work().draft).toBeNull();
    expect(app.store.getState().history.past).toHaveLength(history.past.length + 1);
    const after = await compared();
    const agreed = (departments: typeof before): number =>
      departments.reduce((sum, department) => sum + department.agreed, 0);
    expect(agreed(after)).toBeGreaterThan(agreed(before));
    expect(after.filter(({ hasJoined }) => hasJoined).length).toBeGreaterThanOrEqual(
      before.filter(({ hasJoined }) => hasJoined).length,
    );
    expect(after.some(({ conflicts: left }) => left.length > 0)).toBe(true);
    stepHistory(app, "undo");
    expect(app.store.getState().history.plan).toEqual(history.plan);
  });

  it("keeps the hues of grids that it leaves alone", () => {
    const { net } = work();
    const hues = new Map(net.grids.map(({ id }, k) => [id, net.hues[k]]));
    stepHistory(app, "redo");
    const { net: now } = work();
    const changed = now.grids.filter(({ id }, k) => hues.get(id) !== now.hues[k]);
    expect(changed.length).toBeLessThan(0.02 * now.grids.length);
  });
});
