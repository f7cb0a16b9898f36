// The keeper on a real implementation of the Indexed Database specification: what is on screen is stored, every state
// of the keeping is true, and what was stored comes back.

import "fake-indexeddb/auto";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { addOption } from "../../../src/app/commands/add-option.ts";
import { closeProject } from "../../../src/app/commands/close-project.ts";
import { createKeeper, type Keeper } from "../../../src/app/commands/keeper/keeper.ts";
import { readStored } from "../../../src/app/commands/read-stored.ts";
import { removeOption } from "../../../src/app/commands/remove-option.ts";
import { renameCenter } from "../../../src/app/commands/rename-center.ts";
import { stepHistory } from "../../../src/app/commands/step-history.ts";
import { switchOption } from "../../../src/app/commands/switch-option.ts";
import { isAtRisk } from "../../../src/app/state/keeping.ts";
import { openHistory, openPlan } from "../../../src/core/model/index.ts";
import { smallProject } from "../../helpers/small-project.ts";
import { type TestApp, testApp } from "../app-fixture.ts";

beforeAll(() => {
  vi.stubGlobal("addEventListener", () => undefined);
});

/** Files of one's own, of a sound project. */
function ownFiles(): TestApp {
  const app = testApp();
  const { baseline, imported } = smallProject();
  app.store.setState({
    project: { origin: "files", files: [], imported: { ...imported, baseline } },
    history: openHistory(openPlan(baseline)),
  });
  return app;
}

const idOfFirst = (app: TestApp): string => app.store.getState().history.plan.centers[0]?.id ?? "";

const keepers: Keeper[] = [];
afterEach(async () => {
  for (const keeper of keepers.splice(0)) (await keeper.store()).close();
});

async function keep(app: TestApp): Promise<Keeper> {
  const keeper = createKeeper(app);
  keepers.push(keeper);
  await keeper.settled();
  return keeper;
}

const keepingOf = (app: TestApp) => app.store.getState().keeping;

describe("the keeper", () => {
  it("stores the data once, then every edit, and says so truly", async () => {
    const app = ownFiles();
    const keeper = await keep(app);
    expect(keepingOf(app).state).toBe("saved");
    expect(isAtRisk(app.store.getState())).toBe(false);
    renameCenter(app, idOfFirst(app), "Renamed");
    expect(keepingOf(app).state).toBe("saving");
    await keeper.settled();
    expect(keepingOf(app).state).toBe("saved");
    const id = keepingOf(app).identity?.id ?? "";
    const stored = await readStored(await keeper.store(), id, { ...app.store.getState(), desk: null });
    expect(stored?.plans.options[0]?.history.plan.centers[0]?.name).toBe("Renamed");
    closeProject(app);
    await keeper.settled();
  });

  it("marks an edit made before it came as stored once it is", async () => {
    const app = ownFiles();
    app.store.setState(({ project }) => ({ project: project && { ...project, origin: "demo" as const } }));
    renameCenter(app, idOfFirst(app), "Renamed");
    const keeper = await keep(app);
    expect(keepingOf(app)).toMatchObject({ state: "saved", failure: null });
    closeProject(app);
    await keeper.settled();
  });

  it("lets a project go that is put away, and brings it back", async () => {
    const app = ownFiles();
    const keeper = await keep(app);
    renameCenter(app, idOfFirst(app), "Renamed");
    await keeper.settled();
    const id = keepingOf(app).identity?.id ?? "";
    closeProject(app);
    await keeper.settled();
    expect(keepingOf(app)).toMatchObject({ identity: null, state: "none" });
    expect(await keeper.open(id)).toBe(true);
    expect(app.store.getState().history.plan.centers[0]?.name).toBe("Renamed");
    expect(keepingOf(app)).toMatchObject({ identity: { id }, role: "writer", state: "saved" });
    closeProject(app);
    await keeper.settled();
  });

  it("stores every option with its own edits, and brings back the one that was shown", async () => {
    const app = ownFiles();
    const keeper = await keep(app);
    const first = app.store.getState().currentOption;
    const center = idOfFirst(app);
    renameCenter(app, center, "Present");
    const second = addOption(app, { name: "方案A", from: "present" }) ?? "";
    renameCenter(app, center, "Option");
    switchOption(app, first);
    renameCenter(app, center, "Present again");
    stepHistory(app, "undo");
    switchOption(app, second);
    await keeper.settled();
    expect(keepingOf(app).state).toBe("saved");
    const id = keepingOf(app).identity?.id ?? "";
    closeProject(app);
    await keeper.settled();
    expect(await keeper.open(id)).toBe(true);
    const nameOf = () => app.store.getState().history.plan.centers[0]?.name;
    expect([app.store.getState().currentOption, nameOf()]).toEqual([second, "Option"]);
    switchOption(app, first);
    expect(nameOf()).toBe("Present");
    stepHistory(app, "redo");
    expect(nameOf()).toBe("Present again");
    expect(removeOption(app, second)).not.toBeNull();
    await keeper.settled();
    const left = await readStored(await keeper.store(), id, { ...app.store.getState(), desk: null });
    expect(left?.plans.options.map((option) => option.id)).toEqual([first]);
    closeProject(app);
    await keeper.settled();
  });

  it("reads no data again that is on screen already", async () => {
    const app = ownFiles();
    const keeper = await keep(app);
    renameCenter(app, idOfFirst(app), "Renamed");
    await keeper.settled();
    const { identity } = keepingOf(app);
    const { project, history, currentOption } = app.store.getState();
    if (project === null || identity === null) throw new Error("nothing is kept");
    const store = await keeper.store();
    const { baseline: data } = await store.placeOf(identity.id, currentOption);
    expect((await store.open(identity.id, data))?.baseline).toBeNull();
    const again = await readStored(store, identity.id, { history, desk: { project, identity, data } });
    expect(again?.project.imported.baseline).toBe(project.imported.baseline);
    expect(again?.plans.options[0]?.history.plan.centers[0]?.name).toBe("Renamed");
    const other = await readStored(store, identity.id, {
      history,
      desk: { project, identity, data: data - 1 },
    });
    expect(other?.project.imported.baseline).not.toBe(project.imported.baseline);
    expect(other?.project.imported.baseline).toEqual(project.imported.baseline);
    closeProject(app);
    await keeper.settled();
  });
});
