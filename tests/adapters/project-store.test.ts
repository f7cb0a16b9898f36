// The store on a real implementation of the Indexed Database specification: what was written is there after the
// tab is gone, whatever was edited, undone and redone; two writers never mix; snapshots keep what was.

import "fake-indexeddb/auto";
import fc from "fast-check";
import { openDB } from "idb";
import { afterEach, describe, expect, it } from "vitest";
import { createAutosave } from "../../src/adapters/autosave.ts";
import { historyWrites, wholeLog } from "../../src/adapters/history-writes.ts";
import { openProjectDatabase, TABLES } from "../../src/adapters/project-database.ts";
import { openProjectStore } from "../../src/adapters/project-store.ts";
import { type Recovery, type RecoveryFault, recover } from "../../src/adapters/recover.ts";
import { storageFailure } from "../../src/adapters/storage-failure.ts";
import type { ProjectStore, StoreContents } from "../../src/adapters/stored-project.ts";
import { Failure, SHORT_PIECES } from "../../src/core/base/index.ts";
import { PROJECT_VERSION } from "../../src/core/formats/index.ts";
import {
  editsOf,
  type History,
  type OptionSet,
  openHistory,
  openPlan,
  record,
  redo,
  undo,
} from "../../src/core/model/index.ts";
import { acts, playActs } from "../helpers/random-edits.ts";
import { smallProject } from "../helpers/small-project.ts";

const PROJECT = smallProject({ options: [{ id: "A", name: "现状", edits: [] }], currentOption: "A" });
const PLAN = openPlan(PROJECT.baseline);
const NOW = "2026-03-05T09:00:00Z";
const FILES = [{ name: "楼栋.csv", bytes: Uint8Array.of(1, 2, 3) }];

let databases = 0;
const open: ProjectStore[] = [];
afterEach(() => {
  for (const store of open.splice(0)) store.close();
});

async function newStore(name = `test-${++databases}`): Promise<ProjectStore> {
  const store = await openProjectStore(name);
  open.push(store);
  return store;
}

async function storeWith(project = PROJECT, name?: string): Promise<ProjectStore> {
  const store = await newStore(name);
  await store.save(project, FILES);
  return store;
}

async function contentsOf(store: ProjectStore): Promise<StoreContents> {
  const contents = await store.open(PROJECT.id);
  if (contents === null) throw new Error("the project is not there");
  return contents;
}

function sound(recovery: Recovery | RecoveryFault): Recovery {
  if ("fault" in recovery) throw new Error(recovery.fault);
  return recovery;
}

const stampOf = ({ logs }: StoreContents) => logs[0]!.option.stamp;
const codeOf = (work: Promise<unknown>) => work.then(String, (error: Failure) => error.code);

/** Histories as a person makes them: edits, undo and redo. */
const walks = fc.array(fc.oneof(acts(4), fc.constantFrom("undo" as const, "redo" as const)), {
  maxLength: 12,
});

function step(history: History, act: typeof walks extends fc.Arbitrary<(infer T)[]> ? T : never): History {
  if (act === "undo") return undo(history);
  if (act === "redo") return redo(history);
  const edits = editsOf(history);
  return playActs(PLAN, act, { before: edits }).slice(edits.length).reduce(record, history);
}

/** The one option of the project with this history, as autosave follows it. */
const only = (history: History): OptionSet => ({
  options: [{ id: "A", name: "现状", history }],
  current: "A",
});
const stampsOf = (contents: StoreContents) => new Map([["A", stampOf(contents)]]);

const logOf = ({ past, future }: History) => [...past, ...[...future].reverse()].map(({ entry }) => entry);

describe("historyWrites", () => {
  it("turns any stored log into that of any later history", () => {
    fc.assert(
      fc.property(walks, fc.nat(), (acts, from) => {
        const states = [openHistory(PLAN)];
        for (const act of acts) states.push(step(states.at(-1)!, act));
        const stored = states[from % states.length]!;
        const wanted = states.at(-1)!;
        const write = historyWrites(stored, wanted);
        const log =
          write === null ? logOf(stored) : [...logOf(stored).slice(0, write.keep), ...write.entries];
        expect(log).toEqual(logOf(wanted));
        expect(write?.made ?? stored.past.length).toBe(wanted.past.length);
        expect(wholeLog(wanted)).toEqual({ keep: 0, entries: logOf(wanted), made: wanted.past.length });
      }),
    );
  });

  it("writes one entry for an edit, none for an undo", () => {
    const opened = openHistory(PLAN, {
      id: "A",
      name: "",
      edits: playActs(PLAN, [
        ["move", 0, 3],
        ["rename", 1, 1],
      ]),
    });
    const edited = step(opened, [["resize", 2, 2]]);
    expect(historyWrites(opened, edited)).toMatchObject({
      keep: 2,
      made: 3,
      entries: [{ label: "center.resize" }],
    });
    expect(historyWrites(edited, undo(edited))).toEqual({ keep: 3, entries: [], made: 2 });
    expect(historyWrites(edited, edited)).toBeNull();
  });
});

describe("a project in the store", () => {
  it("comes back as it was saved", async () => {
    const project = smallProject();
    const contents = await contentsOf(await storeWith(project));
    expect(contents.baseline?.files).toEqual(FILES);
    const recovery = sound(recover(contents));
    expect(recovery.project).toStrictEqual(project);
    expect(recovery.report).toEqual({ changedAt: project.savedAt, made: 3, undone: 0, losses: [] });
  });

  it("follows every edit, undo and redo, and recovers them in another tab", async () => {
    const store = await storeWith();
    await fc.assert(
      fc.asyncProperty(walks, async (acts) => {
        await store.save(PROJECT, []);
        let history = openHistory(PLAN);
        const stamps = stampsOf(await contentsOf(store));
        const autosave = createAutosave({
          store,
          project: PROJECT.id,
          stamps,
          stored: only(history),
          now: () => NOW,
          onStored: () => {},
          onFailure: (failure) => {
            throw failure;
          },
        });
        for (const act of acts) {
          history = step(history, act);
          autosave.follow(only(history));
        }
        await autosave.settled();
        const recovery = sound(recover(await contentsOf(store)));
        const found = recovery.histories.get("A")!;
        expect(logOf(found)).toEqual(logOf(history));
        expect(found.plan).toEqual(history.plan);
        expect(found.revision).toBe(found.savedRevision);
        expect(recovery.report.losses).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("turns away who does not know the last write, and keeps what it would have written for a later try", async () => {
    const name = "two tabs";
    const here = await storeWith(PROJECT, name);
    const there = await newStore(name);
    const place = { project: PROJECT.id, option: "A", stamp: stampOf(await contentsOf(here)) };
    const edits = playActs(PLAN, [["move", 0, 3]]);
    expect(await there.writeLog(place, { keep: 0, entries: edits, made: 1 }, NOW)).toBe(place.stamp + 1);
    expect(await codeOf(here.writeLog(place, { keep: 0, entries: [], made: 0 }, NOW))).toBe("storageStale");
    expect(sound(recover(await contentsOf(here))).report.made).toBe(1);
    await here.save(PROJECT, []);
    expect(
      await codeOf(
        there.writeLog({ ...place, stamp: place.stamp + 1 }, { keep: 0, entries: [], made: 0 }, NOW),
      ),
    ).toBe("storageStale");
  });

  it("writes after a failure everything since the last success", async () => {
    const store = await storeWith();
    let full = true;
    const failures: string[] = [];
    const opened = openHistory(PLAN);
    const autosave = createAutosave({
      store: {
        ...store,
        writeLog: (...write) =>
          full ? Promise.reject(new DOMException("full", "QuotaExceededError")) : store.writeLog(...write),
      },
      project: PROJECT.id,
      stamps: stampsOf(await contentsOf(store)),
      stored: only(opened),
      now: () => NOW,
      onStored: () => {},
      onFailure: ({ code }) => failures.push(code),
    });
    const first = step(opened, [["move", 0, 3]]);
    autosave.follow(only(first));
    await autosave.settled();
    full = false;
    const second = step(first, [["rename", 1, 1]]);
    autosave.follow(only(second));
    await autosave.settled();
    expect(failures).toEqual(["storageFull"]);
    expect(logOf(sound(recover(await contentsOf(store))).histories.get("A")!)).toEqual(logOf(second));
  });

  it("follows options as they are added, named, put in order, removed and shown", async () => {
    const store = await storeWith();
    const present = { id: "A", name: "现状", history: openHistory(PLAN) };
    const edited = step(present.history, [["move", 0, 3]]);
    const autosave = createAutosave({
      ...{ store, project: PROJECT.id, stamps: stampsOf(await contentsOf(store)) },
      ...{ stored: { options: [present], current: "A" }, now: () => NOW, onStored: () => {} },
      onFailure: (failure) => {
        throw failure;
      },
    });
    const copy = { id: "B", name: "方案A", history: edited };
    const states: OptionSet[] = [
      { options: [present, copy], current: "B" },
      {
        options: [present, { ...copy, name: "方案B", history: step(edited, [["resize", 1, 2]]) }],
        current: "B",
      },
      { options: [{ ...copy, history: undo(edited) }, present], current: "A" },
      { options: [{ ...copy, history: redo(undo(edited)) }], current: "B" },
      { options: [present, copy], current: "B" },
    ];
    for (const state of states) {
      autosave.follow(state);
      await autosave.settled();
      const { project, histories } = sound(recover(await contentsOf(store)));
      expect(project.currentOption).toBe(state.current);
      expect(project.options.map(({ id, name }) => [id, name])).toEqual(
        state.options.map(({ id, name }) => [id, name]),
      );
      for (const { id, history } of state.options) {
        expect(histories.get(id)?.plan).toEqual(history.plan);
        expect(logOf(histories.get(id)!)).toEqual(logOf(history));
      }
    }
    autosave.follow(states[0]!);
    autosave.follow(states[2]!);
    await autosave.settled();
    expect(sound(recover(await contentsOf(store))).project.currentOption).toBe("A");
  });

  it("keeps snapshots, and the present state when one is restored", async () => {
    const store = await storeWith(smallProject());
    const key = await store.takeSnapshot(PROJECT.id, { name: "上会前", time: NOW });
    await store.save(smallProject({ options: PROJECT.options, currentOption: "A" }), []);
    expect(await store.snapshots(PROJECT.id)).toEqual([{ key, name: "上会前", time: NOW, edits: 3 }]);
    expect(sound(recover((await store.openSnapshot(key))!)).report.made).toBe(3);
    await store.restoreSnapshot(key, { name: "恢复前", time: NOW });
    expect(sound(recover(await contentsOf(store))).project.options.map(({ id }) => id)).toEqual(["A", "B"]);
    const names = (await store.snapshots(PROJECT.id)).map(({ name, edits }) => [name, edits]);
    expect(names).toEqual([
      ["上会前", 3],
      ["恢复前", 0],
    ]);
    await store.renameSnapshot(key, "第一稿");
    expect((await store.snapshots(PROJECT.id)).map(({ name }) => name)).toEqual(["第一稿", "恢复前"]);
    await store.removeSnapshot(key);
    expect(await store.openSnapshot(key)).toBeNull();
    expect(sound(recover(await contentsOf(store))).report.made).toBe(3);
  });

  it("says what the next write has to know, and on which data it stands", async () => {
    const store = await storeWith(smallProject());
    const { stamp, baseline } = await store.placeOf(PROJECT.id, "A");
    const { head, logs } = await contentsOf(store);
    expect([stamp, baseline]).toEqual([logs[0]?.option.stamp, head.baseline]);
    expect(await store.placeOf("none", "A")).toEqual({ stamp: -1, baseline: -1 });
  });

  it("starts afresh on other data, with the work on the old kept", async () => {
    const name = "other data";
    const store = await storeWith(smallProject(), name);
    const { baseline, imported } = smallProject();
    const fresh = {
      project: PROJECT.id,
      baseline: { ...baseline, name: "银河区" },
      imported,
      extra: {},
      files: [],
    };
    await store.replaceBaseline(fresh, { name: "换数据前", time: NOW });
    const now = sound(recover(await contentsOf(store)));
    expect([now.project.baseline.name, now.report.made]).toEqual(["银河区", 0]);
    const [snapshot] = await store.snapshots(PROJECT.id);
    const before = sound(recover((await store.openSnapshot(snapshot!.key))!));
    expect([before.project.baseline.name, before.report.made]).toEqual(["星河区", 3]);
    await store.replaceBaseline(fresh, { name: "again", time: NOW });
    expect(await store.snapshots(PROJECT.id)).toHaveLength(1);
    const database = await openProjectDatabase(name, () => {});
    expect(await database.count("baselines")).toBe(2);
    await store.remove(PROJECT.id);
    for (const table of TABLES) {
      expect(await database.count(table)).toBe(0);
    }
    database.close();
  });

  it("keeps large data in short rows, whole again when read, gone when removed", async () => {
    const name = `test-${++databases}`;
    const base = smallProject();
    const issues = Array.from({ length: 20_000 }, (_, row) => ({
      ...{ code: "row.duplicateId", severity: "warning", file: "楼栋.csv", row },
    }));
    const bytes = new Uint8Array(2 * SHORT_PIECES.bytes + 7).fill(9);
    const large = { ...base, imported: { ...base.imported, issues } } as typeof base;
    const store = await newStore(name);
    await store.save(large, [{ name: "楼栋.csv", bytes }]);
    const { baseline } = await contentsOf(store);
    expect(baseline?.imported.issues).toEqual(issues);
    const [file] = baseline?.files ?? [];
    expect([file?.bytes.length, file?.bytes.every((byte) => byte === 9)]).toEqual([bytes.length, true]);
    const database = await openProjectDatabase(name, () => {});
    expect(await database.count("pieces")).toBeGreaterThan(8);
    await store.remove(PROJECT.id);
    for (const table of TABLES) expect(await database.count(table)).toBe(0);
    database.close();
  });

  it("opens what was stored in one row, by layout 1", async () => {
    const name = `test-${++databases}`;
    const old = await openDB(name, 1, {
      upgrade: (database) => {
        database.createObjectStore("heads", { keyPath: "id" });
        database.createObjectStore("baselines", { autoIncrement: true }).createIndex("project", "project");
        database.createObjectStore("options", { keyPath: ["project", "id"] });
        database.createObjectStore("entries", { keyPath: ["project", "option", "at"] });
        database.createObjectStore("snapshots", { autoIncrement: true }).createIndex("project", "project");
      },
    });
    const { id, baseline, imported, extra, options: _, savedAt, ...head } = PROJECT;
    const key = await old.put("baselines", { project: id, baseline, imported, extra, files: FILES });
    await old.put("heads", { ...head, id, version: PROJECT_VERSION, changedAt: savedAt, baseline: key });
    old.close();
    const store = await newStore(name);
    expect((await contentsOf(store)).baseline).toMatchObject({ baseline, files: FILES });
    const fresh = { project: id, baseline: { ...baseline, name: "银河区" }, imported, extra, files: [] };
    await store.replaceBaseline(fresh, { name: "换数据前", time: NOW });
    expect((await contentsOf(store)).baseline?.baseline.name).toBe("银河区");
  });

  it("is listed by its last edit; name, settings and options change by themselves", async () => {
    const store = await storeWith();
    await store.save(smallProject({ id: "p-2", savedAt: "2026-03-03T00:00:00Z" }), []);
    await store.changeHead("p-2", { name: "二号", settings: { speed: 1 } }, "2026-03-04T00:00:00Z");
    await store.saveOption(PROJECT.id, { id: "C", name: "方案C", position: 5 }, NOW);
    expect((await store.list()).map(({ id, name, changedAt }) => [id, name, changedAt])).toEqual([
      [PROJECT.id, PROJECT.name, NOW],
      ["p-2", "二号", "2026-03-04T00:00:00Z"],
    ]);
    expect((await contentsOf(store)).logs.map(({ option }) => option.id)).toEqual(["A", "C"]);
    await store.removeOption(PROJECT.id, "C");
    expect((await contentsOf(store)).logs.map(({ option }) => option.id)).toEqual(["A"]);
    expect(await store.open("nowhere")).toBeNull();
  });
});

describe("recover", () => {
  const lossy = async (change: (contents: StoreContents) => StoreContents) =>
    recover(change(await contentsOf(await storeWith(smallProject()))));
  const dropEntry = (at: number) => (contents: StoreContents) => ({
    ...contents,
    logs: contents.logs.map((log) => ({ ...log, entries: log.entries.filter((row) => row.at !== at) })),
  });

  it("stops at a gap and hands back what came after it", async () => {
    const { report, project, histories } = sound(await lossy(dropEntry(1)));
    expect(report.made).toBe(1);
    expect(report.losses).toEqual([
      { option: "B", missing: 1, unfit: [expect.objectContaining({ label: "center.remove" })] },
    ]);
    expect(project.options[1]!.edits).toEqual(editsOf(histories.get("B")!));
  });

  it("says when the data is gone or of a newer program", async () => {
    expect(await lossy((contents) => ({ ...contents, baseline: null }))).toEqual({ fault: "noBaseline" });
    const newer = await lossy((contents) => ({ ...contents, head: { ...contents.head, version: 99 } }));
    expect(newer).toMatchObject({ fault: "newer", version: 99 });
  });
});

describe("failures of the browser's database", () => {
  it("have codes", async () => {
    const named = (name: string) => storageFailure(new DOMException("", name)).code;
    expect(named("QuotaExceededError")).toBe("storageFull");
    expect(named("VersionError")).toBe("storageNewer");
    expect(named("SecurityError")).toBe("storageOff");
    const wrapped = new Error("aborted", { cause: new DOMException("", "QuotaExceededError") });
    expect(storageFailure(wrapped).code).toBe("storageFull");
    expect(storageFailure(new Failure("storageStale")).code).toBe("storageStale");
    const store = await storeWith();
    store.close();
    expect(await codeOf(store.list())).toBe("storageOff");
  });
});
