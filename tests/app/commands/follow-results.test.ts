import { describe, expect, it } from "vitest";
import { changeSettings } from "../../../src/app/commands/change-settings.ts";
import { followResults } from "../../../src/app/commands/follow-results.ts";
import { moveCenter } from "../../../src/app/commands/move-center.ts";
import { stepHistory } from "../../../src/app/commands/step-history.ts";
import { analysisKey, isStale } from "../../../src/app/state/result-keys.ts";
import { Failure } from "../../../src/core/base/index.ts";
import { settle, testApp } from "../app-fixture.ts";

describe("followResults", () => {
  it("computes once for what is shown, and nothing while nothing changes", async () => {
    const app = testApp();
    followResults(app);
    await settle();
    expect(app.runs).toEqual(["scene.analyse", "scene.areas"]);
    const state = app.store.getState();
    expect(state.analysis?.key).toBe(analysisKey(state));
    app.store.setState({ view: { ...state.view, step: "assess" } });
    await settle();
    expect(app.runs).toHaveLength(2);
  });

  it("follows an edit, marks the old figures stale meanwhile, and takes undo from the cache", async () => {
    const app = testApp();
    followResults(app);
    await settle();
    app.hold = true;
    expect(moveCenter(app, "A", 113.005, 28)).toBeNull();
    expect(isStale(app.store.getState())).toBe(true);
    app.hold = false;
    app.letGo();
    await settle();
    expect(isStale(app.store.getState())).toBe(false);
    const runs = app.runs.length;
    stepHistory(app, "undo");
    await settle();
    expect(isStale(app.store.getState())).toBe(false);
    expect(app.runs).toHaveLength(runs);
  });

  it("skips states that were only passed through", async () => {
    const app = testApp();
    followResults(app);
    await settle();
    app.hold = true;
    const walk = (speed: number): void => changeSettings(app, { walk: { minutes: 15, speed } });
    for (const speed of [0.5, 0.6, 0.7, 0.8]) walk(speed);
    app.hold = false;
    app.letGo();
    await settle();
    await settle();
    expect(app.runs.filter((task) => task === "scene.analyse")).toHaveLength(3);
    expect(isStale(app.store.getState())).toBe(false);
  });

  it("says a failure once, and tries again only when something changes", async () => {
    const app = testApp();
    let tries = 0;
    const run = (): Promise<never> => {
      tries++;
      return Promise.reject(new Failure("noCenters"));
    };
    const failing = { ...app, engine: { run } };
    followResults(failing);
    await settle();
    app.store.setState({ path: null });
    await settle();
    expect([tries, app.store.getState().trouble?.code, app.store.getState().work]).toEqual([
      1,
      "noCenters",
      null,
    ]);
    changeSettings(failing, { walk: { minutes: 10, speed: 1 } });
    await settle();
    expect(tries).toBe(2);
  });
});
