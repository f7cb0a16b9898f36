// The tables of the browser's database and how they are opened. Keys of edits are [project, option, at], so that
// the log of one option is one range.

import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { Failure, type Piece } from "../core/base/index.ts";
import type {
  CutBaseline,
  StoredBaseline,
  StoredEntry,
  StoredHead,
  StoredOption,
  StoredSnapshot,
} from "./stored-project.ts";

interface ProjectTables extends DBSchema {
  heads: { key: string; value: StoredHead };
  baselines: { key: number; value: StoredBaseline | CutBaseline; indexes: { project: string } };
  pieces: { key: [number, number, number]; value: Piece & { readonly baseline: number } };
  options: { key: [string, string]; value: StoredOption };
  entries: { key: [string, string, number]; value: StoredEntry };
  snapshots: { key: number; value: StoredSnapshot; indexes: { project: string } };
}

export type ProjectDatabase = IDBPDatabase<ProjectTables>;
export const TABLES = ["heads", "baselines", "pieces", "options", "entries", "snapshots"] as const;

/** 2: large lists of the baselines are rows of their own. */
const LAYOUT = 2;

/** `onGone` is told when another tab needs a newer layout or the browser closed the database. */
export function openProjectDatabase(name: string, onGone: () => void): Promise<ProjectDatabase> {
  if (globalThis.indexedDB === undefined) return Promise.reject(new Failure("storageOff"));
  return openDB<ProjectTables>(name, LAYOUT, {
    upgrade: (database, before) => {
      database.createObjectStore("pieces", { keyPath: ["baseline", "list", "at"] });
      if (before > 0) return;
      database.createObjectStore("heads", { keyPath: "id" });
      database.createObjectStore("baselines", { autoIncrement: true }).createIndex("project", "project");
      database.createObjectStore("options", { keyPath: ["project", "id"] });
      database.createObjectStore("entries", { keyPath: ["project", "option", "at"] });
      database.createObjectStore("snapshots", { autoIncrement: true }).createIndex("project", "project");
    },
    blocking: (_current, _wanted, event) => {
      (event.target as IDBDatabase).close();
      onGone();
    },
    terminated: onGone,
  });
}

/** The keys that begin with these parts: arrays sort after every string and number. */
export const keysUnder = (...parts: readonly string[]): IDBKeyRange =>
  IDBKeyRange.bound([...parts], [...parts, []]);
