// What the browser's database holds of a project, and the interface it is reached by. The baseline is written
// once, in pieces; an edit is one small row; the options' rows hold how many of their edits are made
// (the rest is undone and can be redone). Nothing here grows with the project when one edit is written.

import type { Remainder } from "../core/base/index.ts";
import type { InputFile, Json, SavedProject } from "../core/formats/index.ts";
import type { ChangeEntry } from "../core/model/index.ts";

export interface StoredHead {
  readonly id: string;
  readonly name: string;
  readonly appVersion: string;
  /** PROJECT_VERSION of the program that wrote it. */
  readonly version: number;
  readonly createdAt: string;
  readonly changedAt: string;
  /** Key of the baseline in use. */
  readonly baseline: number;
  readonly currentOption: string;
  readonly settings: Json;
  readonly packs: readonly Json[];
}

/** What can be changed about a project without touching data or edits. */
export type HeadChanges = Partial<Pick<StoredHead, "name" | "currentOption" | "settings" | "packs">>;

export interface StoredBaseline extends Pick<SavedProject, "baseline" | "imported" | "extra"> {
  readonly project: string;
  /** The files it was read from, so that they can be mapped anew; never leave this machine. */
  readonly files: readonly InputFile[];
}

/** What is left of a baseline when its large lists are rows of their own. */
export interface CutBaseline {
  readonly project: string;
  readonly rest: Remainder<StoredBaseline | null>;
}

export interface StoredOption {
  readonly project: string;
  readonly id: string;
  readonly name: string;
  /** Place among the options. */
  readonly position: number;
  /** Edits that are made; the entries from here on are undone. */
  readonly made: number;
  readonly length: number;
  /** Counts the writes: who writes must know the last one. */
  readonly stamp: number;
  readonly changedAt: string;
}

/** A row of the log: entry `at` of an option. */
export interface StoredEntry {
  readonly project: string;
  readonly option: string;
  readonly at: number;
  readonly entry: ChangeEntry;
}

export interface OptionLog {
  readonly option: StoredOption;
  /** In order of `at`; a damaged database may leave gaps. */
  readonly entries: readonly StoredEntry[];
}

export interface StoredSnapshot {
  readonly project: string;
  readonly name: string;
  /** ISO date and time. */
  readonly time: string;
  readonly head: StoredHead;
  readonly logs: readonly OptionLog[];
}

/** Everything of one project; the baseline is null when the database has lost it. */
export interface StoreContents {
  readonly head: StoredHead;
  readonly baseline: StoredBaseline | null;
  readonly logs: readonly OptionLog[];
}

/** How one step of work changes an option's log: the first `keep` entries stay, `entries` follow. */
export interface LogWrite {
  readonly keep: number;
  readonly entries: readonly ChangeEntry[];
  readonly made: number;
}

export interface ProjectSummary {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  /** Of the last edit in any option. */
  readonly changedAt: string;
  readonly settings: Json;
}

export interface SnapshotSummary {
  readonly key: number;
  readonly name: string;
  readonly time: string;
  /** Edits made, all options together. */
  readonly edits: number;
}

/** A name and the time, both given by the caller. */
export interface Marked {
  readonly name: string;
  readonly time: string;
}

export interface StorageEstimate {
  readonly usedBytes: number;
  readonly quotaBytes: number;
  /** The browser promised not to clear it on its own. */
  readonly persistent: boolean;
}

/** Every method rejects with a Failure (storageFull, storageOff, storageStale, storageNewer) and then changed nothing. */
export interface ProjectStore {
  readonly list: () => Promise<readonly ProjectSummary[]>;
  /** Writes a whole project, instead of what had its id. */
  readonly save: (project: SavedProject, files: readonly InputFile[]) => Promise<void>;
  /** The stamp of an option's log, which the next write has to know, and the key of the data; -1 = none. */
  readonly placeOf: (
    project: string,
    option: string,
  ) => Promise<{ readonly stamp: number; readonly baseline: number }>;
  /** null when there is none. The data is left out (null) when its key is `known`: the caller has it already. */
  readonly open: (project: string, known?: number) => Promise<StoreContents | null>;
  readonly changeHead: (project: string, changes: HeadChanges, time: string) => Promise<void>;
  /** New option, or another name or place of an old one; its edits stay. */
  readonly saveOption: (
    project: string,
    option: Pick<StoredOption, "id" | "name" | "position">,
    time: string,
  ) => Promise<void>;
  readonly removeOption: (project: string, option: string) => Promise<void>;
  /**
   * Enters one step of work, in one transaction whose cost does not depend on the project's size. `stamp` is the
   * option's last one; resolves with the new one when the step is safe on disk.
   */
  readonly writeLog: (
    place: { readonly project: string; readonly option: string; readonly stamp: number },
    write: LogWrite,
    time: string,
  ) => Promise<number>;
  /** Other data under the same project: edits start afresh, the state before is kept as the snapshot named. */
  readonly replaceBaseline: (baseline: StoredBaseline, before: Marked) => Promise<void>;
  readonly takeSnapshot: (project: string, mark: Marked) => Promise<number>;
  readonly snapshots: (project: string) => Promise<readonly SnapshotSummary[]>;
  readonly openSnapshot: (key: number) => Promise<StoreContents | null>;
  /** Puts a snapshot in the place of the present state, which is kept as the snapshot named. */
  readonly restoreSnapshot: (key: number, before: Marked) => Promise<void>;
  readonly renameSnapshot: (key: number, name: string) => Promise<void>;
  readonly removeSnapshot: (key: number) => Promise<void>;
  /** The project with its snapshots. */
  readonly remove: (project: string) => Promise<void>;
  readonly estimate: () => Promise<StorageEstimate>;
  /** Asks the browser not to clear the database on its own. */
  readonly persist: () => Promise<boolean>;
  readonly close: () => void;
}
