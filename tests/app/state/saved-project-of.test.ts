// The open project as a project file holds it, and the settings that travel with it.

import { describe, expect, it } from "vitest";
import type { ProjectIdentity } from "../../../src/app/state/keeping.ts";
import { identityOf, readWorkSettings, savedProjectOf } from "../../../src/app/state/saved-project-of.ts";
import { DEFAULT_SETTINGS } from "../../../src/app/state/settings.ts";
import { readProjectArchive, writeProjectArchive } from "../../../src/core/formats/index.ts";
import { openHistory, openPlan } from "../../../src/core/model/index.ts";
import { playActs } from "../../helpers/random-edits.ts";
import { smallProject } from "../../helpers/small-project.ts";
import { testApp } from "../app-fixture.ts";

const identity: ProjectIdentity = {
  ...{ id: "p", name: "Town", createdAt: "2026-01-01T00:00:00Z", packs: [], extra: {} },
};

describe("savedProjectOf", () => {
  it("is a sound project file with the edits of every option, made until now", async () => {
    const { baseline, imported } = smallProject();
    const edits = playActs(openPlan(baseline), [["move", 0, 2]]);
    const state = {
      ...testApp().store.getState(),
      project: { origin: "files", files: [], imported: { ...imported, baseline } } as const,
      history: openHistory(openPlan(baseline), { id: "A", name: "A", edits }),
      options: ["A", "B"].map((id) => ({ id, name: `plan ${id}`, history: openHistory(openPlan(baseline)) })),
      currentOption: "A",
    };
    const saved = savedProjectOf(state, identity, "2026-02-02T00:00:00Z");
    if (saved === null) throw new Error("there was data to save");
    const read = await readProjectArchive("a.quandian", await writeProjectArchive(saved));
    if ("refusal" in read) throw new Error(JSON.stringify(read.refusal));
    expect(read.project.options).toEqual([
      { id: "A", name: "plan A", edits },
      { id: "B", name: "plan B", edits: [] },
    ]);
    expect(read.project.currentOption).toBe("A");
    expect(identityOf(read.project)).toEqual(identity);
  });

  it("is nothing without data", () => {
    const state = { ...testApp().store.getState(), project: null };
    expect(savedProjectOf(state, identity, "2026-02-02T00:00:00Z")).toBeNull();
  });
});

describe("readWorkSettings", () => {
  it("brings back walking, rules, view and step", () => {
    const app = testApp();
    const state = app.store.getState();
    const settings = { ...DEFAULT_SETTINGS, walk: { minutes: 10, speed: 0.8 }, packId: "other" };
    const saved = savedProjectOf(
      { ...state, settings, view: { ...state.view, step: "assess" } },
      identity,
      "",
    );
    expect(readWorkSettings(saved?.settings ?? null)).toMatchObject({
      ...{ origin: "files", step: "assess", walk: { minutes: 10, speed: 0.8 }, packId: "other" },
      residences: 4,
    });
  });

  it("falls back where it understands nothing", () => {
    for (const odd of [null, 7, "x", [1], { step: "none", walk: "fast", bytes: "many" }]) {
      const { walk } = DEFAULT_SETTINGS;
      expect(readWorkSettings(odd)).toMatchObject({ origin: "saved", step: "circles", walk, bytes: null });
    }
  });
});
