// The steps that transactions on the store are made of.

import { Failure } from "../core/base/index.ts";
import type { ChangeEntry } from "../core/model/index.ts";
import { deleteBaseline, readBaseline } from "./baseline-rows.ts";
import { keysUnder } from "./project-database.ts";
import type { Transaction } from "./store-transaction.ts";
import type { LogWrite, Marked, StoreContents, StoredHead, StoredOption } from "./stored-project.ts";

/** Reads a project whose head is known. */
export async function readContents<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
  head: StoredHead,
  known?: number,
): Promise<StoreContents> {
  const [baseline, options, entries] = await Promise.all([
    head.baseline === known ? null : readBaseline(transaction, head.baseline),
    transaction.objectStore("options").getAll(keysUnder(head.id)),
    transaction.objectStore("entries").getAll(keysUnder(head.id)),
  ]);
  const logs = options
    .sort((a, b) => a.position - b.position)
    .map((option) => ({ option, entries: entries.filter((row) => row.option === option.id) }));
  return { head, baseline, logs };
}

/** One step of work; the row of the option and the rows that change are all it touches. */
export async function writeLog(
  transaction: Transaction,
  place: { readonly project: string; readonly option: string; readonly stamp: number },
  { keep, entries, made }: LogWrite,
  time: string,
): Promise<number> {
  const { project, option, stamp } = place;
  const options = transaction.objectStore("options");
  const rows = transaction.objectStore("entries");
  const old = await options.get([project, option]);
  if (old === undefined || old.stamp !== stamp || keep > old.length) {
    throw new Failure("storageStale", { stamp, found: old?.stamp ?? -1 });
  }
  const length = keep + entries.length;
  const done: Promise<unknown>[] = entries.map((entry, index) =>
    rows.put({ project, option, at: keep + index, entry }),
  );
  if (length < old.length) {
    done.push(rows.delete(IDBKeyRange.bound([project, option, length], [project, option, old.length])));
  }
  done.push(options.put({ ...old, made, length, stamp: stamp + 1, changedAt: time }));
  await Promise.all(done);
  return stamp + 1;
}

/** An option of which a whole log is put, and how much of it is made. */
export interface WholeLog {
  readonly option: Pick<StoredOption, "id" | "name" | "position">;
  readonly edits: readonly ChangeEntry[];
  readonly made: number;
}

/**
 * Puts these options in the place of all that the project has. Their stamps go on from the highest there was,
 * so that whoever still follows an earlier log cannot write to these.
 */
export async function replaceLogs(
  transaction: Transaction,
  project: string,
  logs: readonly WholeLog[],
  time: string,
): Promise<void> {
  const options = transaction.objectStore("options");
  const rows = transaction.objectStore("entries");
  const old = await options.getAll(keysUnder(project));
  const stamp = old.reduce((highest, option) => Math.max(highest, option.stamp), 0) + 1;
  const done: Promise<unknown>[] = [options.delete(keysUnder(project)), rows.delete(keysUnder(project))];
  for (const { option, edits, made } of logs) {
    const { id, name, position } = option;
    done.push(
      options.put({ project, id, name, position, made, length: edits.length, stamp, changedAt: time }),
    );
    for (const [at, entry] of edits.entries()) done.push(rows.put({ project, option: id, at, entry }));
  }
  await Promise.all(done);
}

/** Keeps the present state under a name; resolves with it and the snapshot's key. */
export async function snapshotNow(
  transaction: Transaction,
  project: string,
  mark: Marked,
): Promise<Pick<StoreContents, "head" | "logs"> & { readonly key: number }> {
  const head = await transaction.objectStore("heads").get(project);
  if (head === undefined) throw new Failure("storageStale", { project });
  const { logs } = await readContents(transaction, head, head.baseline);
  const key = await transaction.objectStore("snapshots").add({ project, ...mark, head, logs });
  return { head, logs, key };
}

/** Lets go of data that neither the project nor a snapshot of it uses any more. */
export async function dropUnusedBaselines(transaction: Transaction, project: string): Promise<void> {
  const baselines = transaction.objectStore("baselines");
  const [head, snapshots, keys] = await Promise.all([
    transaction.objectStore("heads").get(project),
    transaction.objectStore("snapshots").index("project").getAll(project),
    baselines.index("project").getAllKeys(project),
  ]);
  const used = new Set([head?.baseline, ...snapshots.map((snapshot) => snapshot.head.baseline)]);
  await Promise.all(keys.filter((key) => !used.has(key)).map((key) => deleteBaseline(transaction, key)));
}
