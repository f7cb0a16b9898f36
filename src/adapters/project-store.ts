// Projects in the browser's database (Indexed Database API, through idb). Every method is one transaction with
// strict durability: what it resolved is on disk, what it rejected left nothing behind. An edit is safe the
// moment its transaction ends, so a killed tab loses at most the stroke in progress.

import { Failure } from "../core/base/index.ts";
import { type InputFile, PROJECT_VERSION, type SavedProject } from "../core/formats/index.ts";
import { addBaseline, readBaseline } from "./baseline-rows.ts";
import { keysUnder, openProjectDatabase, type ProjectDatabase } from "./project-database.ts";
import { guardStorage } from "./storage-failure.ts";
import { dropUnusedBaselines, readContents, replaceLogs, snapshotNow, writeLog } from "./store-steps.ts";
import { reading, type Transaction, writing } from "./store-transaction.ts";
import type {
  Marked,
  ProjectStore,
  ProjectSummary,
  SnapshotSummary,
  StoreContents,
  StoredBaseline,
} from "./stored-project.ts";

const PROJECTS_DATABASE = "quandian-projects";

/** Opens the store; rejects with a Failure where there is no database to be had. */
export async function openProjectStore(name = PROJECTS_DATABASE, onGone = () => {}): Promise<ProjectStore> {
  const database = await guardStorage(() => openProjectDatabase(name, onGone));
  const write = <T>(work: (transaction: Transaction) => Promise<T>) =>
    guardStorage(() => writing(database, work));
  return {
    list: () => guardStorage(() => listProjects(database)),
    save: (project, files) => write((transaction) => saveProject(transaction, project, files)),
    placeOf: (project, option) =>
      guardStorage(async () => {
        const transaction = database.transaction(["heads", "options"]);
        const [head, log] = await Promise.all([
          transaction.objectStore("heads").get(project),
          transaction.objectStore("options").get([project, option]),
        ]);
        return { stamp: log?.stamp ?? -1, baseline: head?.baseline ?? -1 };
      }),
    open: (project, known) => guardStorage(() => openProject(database, project, known)),
    changeHead: (project, changes, time) =>
      write(async (transaction) => {
        const heads = transaction.objectStore("heads");
        const head = await heads.get(project);
        if (head !== undefined) await heads.put({ ...head, ...changes, changedAt: time });
      }),
    saveOption: (project, option, time) =>
      write(async (transaction) => {
        const options = transaction.objectStore("options");
        const old = await options.get([project, option.id]);
        const fresh = { project, made: 0, length: 0, stamp: 0 };
        await options.put({ ...(old ?? fresh), ...option, changedAt: time });
      }),
    removeOption: (project, option) =>
      write(async (transaction) => {
        await transaction.objectStore("options").delete([project, option]);
        await transaction.objectStore("entries").delete(keysUnder(project, option));
      }),
    writeLog: (place, change, time) => write((transaction) => writeLog(transaction, place, change, time)),
    replaceBaseline: (baseline, before) =>
      write((transaction) => replaceBaseline(transaction, baseline, before)),
    takeSnapshot: (project, mark) =>
      write(async (transaction) => (await snapshotNow(transaction, project, mark)).key),
    snapshots: (project) => guardStorage(() => listSnapshots(database, project)),
    openSnapshot: (key) => guardStorage(() => openSnapshot(database, key)),
    restoreSnapshot: (key, before) =>
      write(async (transaction) => {
        const snapshot = await transaction.objectStore("snapshots").get(key);
        if (snapshot === undefined) return;
        const { project, head, logs } = snapshot;
        await snapshotNow(transaction, project, before);
        await transaction.objectStore("heads").put({ ...head, changedAt: before.time });
        const whole = logs.map(({ option, entries }) => ({
          ...{ option, made: option.made },
          edits: entries.map(({ entry }) => entry),
        }));
        await replaceLogs(transaction, project, whole, before.time);
      }),
    renameSnapshot: (key, name) =>
      write(async (transaction) => {
        const snapshot = await transaction.objectStore("snapshots").get(key);
        if (snapshot !== undefined)
          await transaction.objectStore("snapshots").put({ ...snapshot, name }, key);
      }),
    removeSnapshot: (key) =>
      write(async (transaction) => {
        const snapshot = await transaction.objectStore("snapshots").get(key);
        await transaction.objectStore("snapshots").delete(key);
        if (snapshot !== undefined) await dropUnusedBaselines(transaction, snapshot.project);
      }),
    remove: (project) =>
      write(async (transaction) => {
        await transaction.objectStore("heads").delete(project);
        await replaceLogs(transaction, project, [], "");
        const snapshots = transaction.objectStore("snapshots");
        for (const key of await snapshots.index("project").getAllKeys(project)) await snapshots.delete(key);
        await dropUnusedBaselines(transaction, project);
      }),
    estimate: async () => {
      const { usage = 0, quota = Number.POSITIVE_INFINITY } =
        (await globalThis.navigator?.storage?.estimate?.()) ?? {};
      const persistent = (await globalThis.navigator?.storage?.persisted?.()) ?? false;
      return { usedBytes: usage, quotaBytes: quota, persistent };
    },
    persist: async () => (await globalThis.navigator?.storage?.persist?.()) ?? false,
    close: () => database.close(),
  };
}

async function saveProject(
  transaction: Transaction,
  project: SavedProject,
  files: readonly InputFile[],
): Promise<void> {
  const { id, name, appVersion, createdAt, savedAt, currentOption, settings, packs } = project;
  const { baseline, imported, extra, options } = project;
  const place = await addBaseline(transaction, { project: id, baseline, imported, extra, files });
  await transaction.objectStore("heads").put({
    ...{ id, name, appVersion, createdAt, currentOption, settings, packs },
    version: PROJECT_VERSION,
    changedAt: savedAt,
    baseline: place,
  });
  const logs = options.map((option, position) => {
    const { id: key, name: title, edits } = option;
    return { option: { id: key, name: title, position }, edits, made: edits.length };
  });
  await replaceLogs(transaction, id, logs, savedAt);
  await dropUnusedBaselines(transaction, id);
}

/** Work done on the old data is kept as a snapshot; without any, the old data goes. */
async function replaceBaseline(
  transaction: Transaction,
  baseline: StoredBaseline,
  before: Marked,
): Promise<void> {
  const { project } = baseline;
  const head = await transaction.objectStore("heads").get(project);
  if (head === undefined) throw new Failure("storageStale", { project });
  const { logs } = await readContents(transaction, head, head.baseline);
  if (logs.some(({ option }) => option.length > 0)) await snapshotNow(transaction, project, before);
  const place = await addBaseline(transaction, baseline);
  const next = { ...head, baseline: place, version: PROJECT_VERSION, changedAt: before.time };
  await transaction.objectStore("heads").put(next);
  const empty = logs.map(({ option }) => ({ option, edits: [], made: 0 }));
  await replaceLogs(transaction, project, empty, before.time);
  await dropUnusedBaselines(transaction, project);
}

async function listProjects(database: ProjectDatabase): Promise<readonly ProjectSummary[]> {
  const transaction = database.transaction(["heads", "options"]);
  const [heads, options] = await Promise.all([
    transaction.objectStore("heads").getAll(),
    transaction.objectStore("options").getAll(),
  ]);
  return heads
    .map(({ id, name, createdAt, changedAt, settings }) => ({
      ...{ id, name, createdAt, settings },
      changedAt: options
        .filter(({ project }) => project === id)
        .reduce((last, option) => (option.changedAt > last ? option.changedAt : last), changedAt),
    }))
    .sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
}

async function openProject(
  database: ProjectDatabase,
  project: string,
  known?: number,
): Promise<StoreContents | null> {
  const transaction = reading(database);
  const head = await transaction.objectStore("heads").get(project);
  return head === undefined ? null : readContents(transaction, head, known);
}

async function openSnapshot(database: ProjectDatabase, key: number): Promise<StoreContents | null> {
  const transaction = reading(database);
  const snapshot = await transaction.objectStore("snapshots").get(key);
  if (snapshot === undefined) return null;
  const baseline = await readBaseline(transaction, snapshot.head.baseline);
  return { head: snapshot.head, logs: snapshot.logs, baseline };
}

async function listSnapshots(
  database: ProjectDatabase,
  project: string,
): Promise<readonly SnapshotSummary[]> {
  const index = database.transaction("snapshots").objectStore("snapshots").index("project");
  const [keys, rows] = await Promise.all([index.getAllKeys(project), index.getAll(project)]);
  return rows.map(({ name, time, logs }, i) => ({
    ...{ key: keys[i] as number, name, time },
    edits: logs.reduce((sum, { option }) => sum + option.made, 0),
  }));
}
