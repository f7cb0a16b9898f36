// Results by key: asked once, kept, and judged by the rows of the plan they are of even when two plans are asked at once.

import { describe, expect, it } from "vitest";
import { addOption } from "../../../src/app/commands/add-option.ts";
import {
  areasOfOption,
  measureOption,
  stateWithOption,
} from "../../../src/app/commands/meeting/measure-options.ts";
import { removeCenter } from "../../../src/app/commands/remove-center.ts";
import { analysisFor } from "../../../src/app/commands/results-for.ts";
import { resultsOfOption } from "../../../src/app/commands/siting/swipe-model.ts";
import type { RegisterRow } from "../../../src/core/model/index.ts";
import { settle, testApp } from "../app-fixture.ts";

const row = {
  id: "r1",
  kind: "staff",
  placeId: "A",
  numbers: { posts: 3 },
  texts: {},
} as unknown as RegisterRow;

describe("results of options", () => {
  it("are computed once for each state and found again by it", async () => {
    const app = testApp();
    const present = app.store.getState().currentOption;
    const plan = addOption(app, { name: "方案A", from: "current" })!;
    removeCenter(app, "A");
    const [old, planned] = await Promise.all([
      measureOption(app, { id: present }),
      measureOption(app, { id: plan }),
    ]);
    expect(old?.key).not.toBe(planned?.key);
    expect(app.runs.filter((task) => task === "scene.analyse")).toHaveLength(2);
    const found = await resultsOfOption(app, plan, "circles");
    expect(found?.analysis).toBe(planned?.value);
    expect(found?.areas).toEqual((await areasOfOption(app, { id: plan }))?.value);
    expect(found?.centers.map(({ id }) => id)).toEqual(["B"]);
    expect(app.runs).toHaveLength(3);
  });

  it("are null for an option that is gone", async () => {
    const app = testApp();
    expect(await measureOption(app, { id: "gone" })).toBeNull();
    expect(await resultsOfOption(app, "gone", "circles")).toBeNull();
    expect(stateWithOption(app.store.getState(), "gone")).toBeNull();
    expect(app.runs).toEqual([]);
  });

  it("take turns, each with its own rows of registers before it", async () => {
    const app = testApp();
    const state = app.store.getState();
    const { history } = state;
    const other = { ...history, revision: 7, plan: { ...history.plan, registers: [row] } };
    app.hold = true;
    const both = Promise.all([analysisFor(app, { ...state, history: other }), analysisFor(app, state)]);
    for (let turn = 0; turn < 4; turn++) {
      await settle();
      app.letGo();
    }
    await both;
    expect(app.runs).toEqual(["scene.records", "scene.analyse", "scene.records", "scene.analyse"]);
  });
});
