// The adapters in a page, for a test that drives a real browser: one project, one option, one lock.

import { createAutosave } from "../../../src/adapters/autosave.ts";
import { openProjectStore } from "../../../src/adapters/project-store.ts";
import { recover } from "../../../src/adapters/recover.ts";
import { openTabLock } from "../../../src/adapters/tab-lock.ts";
import type { SavedProject } from "../../../src/core/formats/index.ts";
import {
  EDITS,
  type History,
  isRefusal,
  type OptionSet,
  record,
  undo,
} from "../../../src/core/model/index.ts";
import { smallBaseline, smallProject } from "../../helpers/small-project.ts";

async function openPage() {
  const store = await openProjectStore();
  const events: string[] = [];
  let autosave: ReturnType<typeof createAutosave> | null = null;
  let history: History | null = null;
  let edits = 0;
  let shown = "";
  const setOf = (id: string, own: History): OptionSet => ({
    options: [{ id, name: "现状", history: own }],
    current: id,
  });

  const load = async (project: string) => {
    const contents = await store.open(project);
    if (contents === null) throw new Error(`no project ${project}`);
    const recovery = recover(contents);
    if ("fault" in recovery) throw new Error(recovery.fault);
    const option = recovery.project.currentOption;
    const log = contents.logs.find((one) => one.option.id === option);
    history = recovery.histories.get(option) ?? null;
    shown = option;
    if (history === null || log === undefined) throw new Error(`no option ${option}`);
    autosave = createAutosave({
      ...{ store, project, stamps: new Map([[option, log.option.stamp]]), stored: setOf(option, history) },
      now: () => new Date().toISOString(),
      onStored: () => lock?.announce(),
      onFailure: ({ code }) => events.push(code),
    });
    return { ...recovery.report, lon: history.plan.centers[0]?.lon ?? null };
  };
  const lock = await openTabLock({
    project: "p-1",
    tab: crypto.randomUUID(),
    onRole: (role, reason) => events.push(`${role}:${reason}`),
    onChanged: () => events.push("changed"),
    beforeYield: async () => autosave?.settled(),
  });
  return {
    events,
    lock,
    load,
    store,
    /** A project of so many residences; resolves with the milliseconds its saving took. */
    save: async (residences: number) => {
      const households = Array.from({ length: residences }, (_, i) => i % 90);
      const options = [{ id: "A", name: "现状", edits: [] }];
      const project: SavedProject = smallProject({
        ...{ baseline: smallBaseline(3, households), options, currentOption: "A" },
      });
      const began = performance.now();
      await store.save(project, []);
      return performance.now() - began;
    },
    /** Moves the first centre; milliseconds this thread was busy with it. */
    edit: (lon: number) => {
      if (history === null || autosave === null) throw new Error("nothing is open");
      const patch = EDITS["center.move"](history.plan, { id: "c0", lon, lat: 28 });
      if (isRefusal(patch)) throw new Error(patch.refused);
      const time = new Date().toISOString();
      history = record(history, { label: "center.move", patch, figures: {}, note: `${++edits}`, time });
      const began = performance.now();
      autosave.follow(setOf(shown, history));
      return performance.now() - began;
    },
    undo: () => {
      if (history === null || autosave === null) throw new Error("nothing is open");
      history = undo(history);
      autosave.follow(setOf(shown, history));
    },
    settled: async () => autosave?.settled(),
  };
}

export type TestPage = Awaited<ReturnType<typeof openPage>>;
declare global {
  interface Window {
    test: TestPage;
  }
}
window.test = await openPage();
