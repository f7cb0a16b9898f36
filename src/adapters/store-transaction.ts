// One transaction over all tables, on disk before it resolves, undone as a whole when anything in it fails.

import type { IDBPDatabase, IDBPTransaction } from "idb";
import { type ProjectDatabase, TABLES } from "./project-database.ts";

type Tables = ProjectDatabase extends IDBPDatabase<infer T> ? T : never;
type TableName = (typeof TABLES)[number];
export type Transaction<Mode extends IDBTransactionMode = "readwrite"> = IDBPTransaction<
  Tables,
  TableName[],
  Mode
>;

export async function writing<T>(
  database: ProjectDatabase,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction([...TABLES], "readwrite", { durability: "strict" });
  try {
    const result = await work(transaction);
    await transaction.done;
    return result;
  } catch (error) {
    throw await undo(transaction, error);
  }
}

/** All tables as they are at one moment. */
export const reading = (database: ProjectDatabase): Transaction<"readonly"> =>
  database.transaction([...TABLES]);

/** Ends the transaction; the reason it gives (a full disk) is better than that of the request that failed. */
async function undo(transaction: Transaction, error: unknown): Promise<unknown> {
  try {
    transaction.abort();
  } catch {
    return transaction.error ?? error;
  }
  await transaction.done.catch(() => undefined);
  return transaction.error ?? error;
}
