// The data of a project in the browser's database: one row with what is small, and a row for each piece of what is
// large, so that neither writing nor reading holds the page up. Rows of layout 1 hold everything in one.

import { cutPieces, PieceJoiner, SHORT_PIECES } from "../core/base/index.ts";
import type { Transaction } from "./store-transaction.ts";
import type { StoredBaseline } from "./stored-project.ts";

/** Resolves with its key. */
export async function addBaseline(transaction: Transaction, stored: StoredBaseline): Promise<number> {
  const [baselines, pieces] = [transaction.objectStore("baselines"), transaction.objectStore("pieces")];
  const { project } = stored;
  const baseline = await baselines.add({ project, rest: { value: null, cuts: [] } });
  const cutting = cutPieces(stored, SHORT_PIECES);
  let next = cutting.next();
  for (; next.done !== true; next = cutting.next()) await pieces.put({ baseline, ...next.value });
  await baselines.put({ project, rest: next.value }, baseline);
  return baseline;
}

/** null when the database does not hold it. */
export async function readBaseline<Mode extends IDBTransactionMode>(
  transaction: Transaction<Mode>,
  key: number,
): Promise<StoredBaseline | null> {
  const row = await transaction.objectStore("baselines").get(key);
  if (row === undefined) return null;
  if (!("rest" in row)) return row;
  const joiner = new PieceJoiner();
  let piece = await transaction.objectStore("pieces").openCursor(piecesOf(key));
  for (; piece !== null; piece = await piece.continue()) joiner.take(piece.value);
  return joiner.finish(row.rest);
}

export async function deleteBaseline(transaction: Transaction, key: number): Promise<void> {
  await transaction.objectStore("baselines").delete(key);
  await transaction.objectStore("pieces").delete(piecesOf(key));
}

const piecesOf = (baseline: number): IDBKeyRange => IDBKeyRange.bound([baseline], [baseline, []]);
