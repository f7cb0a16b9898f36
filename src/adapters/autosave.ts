// Keeps the stored log of one option in step with its history. One write is under way at a time; what happens
// meanwhile goes into the next, and after a failure the next try writes everything since the last success, so
// the log never has a gap. The cost on the caller's thread is that of the edit, not of the project.

import type { Failure } from "../core/base/index.ts";
import type { History } from "../core/model/index.ts";
import { historyWrites } from "./history-writes.ts";
import { storageFailure } from "./storage-failure.ts";
import type { ProjectStore } from "./stored-project.ts";

export interface AutosaveInput {
  readonly store: Pick<ProjectStore, "writeLog">;
  readonly project: string;
  readonly option: string;
  /** Of the option, as opened. */
  readonly stamp: number;
  /** The history the stored log holds now. */
  readonly stored: History;
  /** ISO date and time. */
  readonly now: () => string;
  /** Told after each write: this history is safe on disk. */
  readonly onStored: (history: History) => void;
  /** Told when a write failed; the next edit, or retry(), tries again. */
  readonly onFailure: (failure: Failure) => void;
}

export interface Autosave {
  /** To be called with every new history; starts writing before it returns. */
  readonly follow: (history: History) => void;
  readonly retry: () => void;
  /** Resolves when nothing is under way any more. */
  readonly settled: () => Promise<void>;
  /** Writes no more. */
  readonly stop: () => void;
}

export function createAutosave(input: AutosaveInput): Autosave {
  const { store, project, option, now, onStored, onFailure } = input;
  let { stamp, stored } = input;
  let wanted = stored;
  let running: Promise<void> | null = null;
  let stopped = false;

  const writeAll = async (): Promise<void> => {
    for (let next = wanted; !stopped && next !== stored; next = wanted) {
      const write = historyWrites(stored, next);
      if (write !== null) stamp = await store.writeLog({ project, option, stamp }, write, now());
      stored = next;
      onStored(next);
    }
  };
  const start = (): void => {
    if (stopped || wanted === stored) return;
    running ??= writeAll()
      .catch((error: unknown) => onFailure(storageFailure(error)))
      .finally(() => {
        running = null;
      });
  };
  return {
    follow: (history) => {
      wanted = history;
      start();
    },
    retry: start,
    settled: async () => {
      while (running !== null) await running;
    },
    stop: () => {
      stopped = true;
    },
  };
}
