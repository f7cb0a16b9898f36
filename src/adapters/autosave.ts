// Keeps the stored options and their logs in step with what is worked on. One write is under way at a time; what
// happens meanwhile goes into the next, and after a failure the next try writes everything since the last success, so
// no log ever has a gap. The cost on the caller's thread is that of the edit, not of the project.

import type { Failure } from "../core/base/index.ts";
import { EMPTY_PLAN, type History, type OptionSet, openHistory } from "../core/model/index.ts";
import { historyWrites } from "./history-writes.ts";
import { storageFailure } from "./storage-failure.ts";
import type { ProjectStore } from "./stored-project.ts";

export interface AutosaveInput {
  readonly store: Pick<ProjectStore, "writeLog" | "saveOption" | "removeOption" | "changeHead" | "placeOf">;
  readonly project: string;
  /** What the database holds now. */
  readonly stored: OptionSet;
  /** Of each option's log, as opened. */
  readonly stamps: ReadonlyMap<string, number>;
  /** ISO date and time. */
  readonly now: () => string;
  /** Told after each write: this is safe on disk. */
  readonly onStored: (options: OptionSet) => void;
  /** Told when a write failed; the next edit, or retry(), tries again. */
  readonly onFailure: (failure: Failure) => void;
}

export interface Autosave {
  /** To be called with every new state; starts writing before it returns. */
  readonly follow: (options: OptionSet) => void;
  readonly retry: () => void;
  /** Resolves when nothing is under way any more. */
  readonly settled: () => Promise<void>;
  /** Writes no more. */
  readonly stop: () => void;
}

/** An option as the database holds it. */
interface StoredOption {
  readonly name: string;
  readonly position: number;
  readonly history: History;
  readonly stamp: number;
}

export function createAutosave(input: AutosaveInput): Autosave {
  const { project, onStored, onFailure } = input;
  const write = createWriter(input);
  let { stored } = input;
  let wanted = stored;
  let running: Promise<void> | null = null;
  let stopped = false;

  const writeAll = async (): Promise<void> => {
    for (let next = wanted; !stopped && next !== stored; next = wanted) {
      await write(project, next);
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
    follow: (options) => {
      wanted = options;
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

/** Writes what differs, one step after the other, and remembers each step that is done. */
function createWriter({ store, stored, stamps, now }: AutosaveInput) {
  const held = new Map<string, StoredOption>(
    stored.options.map(({ id, name, history }, position) => [
      id,
      { name, position, history, stamp: stamps.get(id) ?? 0 },
    ]),
  );
  let { current } = stored;
  return async (project: string, wanted: OptionSet): Promise<void> => {
    const ids = new Set(wanted.options.map(({ id }) => id));
    for (const id of [...held.keys()].filter((each) => !ids.has(each))) {
      await store.removeOption(project, id);
      held.delete(id);
    }
    for (const [position, { id, name, history }] of wanted.options.entries()) {
      let option = held.get(id);
      if (option?.name !== name || option.position !== position) {
        await store.saveOption(project, { id, name, position }, now());
        option ??= { name, position, history: NOTHING, stamp: (await store.placeOf(project, id)).stamp };
        held.set(id, { ...option, name, position });
      }
      const write = historyWrites(option.history, history);
      const stamp =
        write === null
          ? option.stamp
          : await store.writeLog({ project, option: id, stamp: option.stamp }, write, now());
      held.set(id, { name, position, history, stamp });
    }
    if (wanted.current === current) return;
    await store.changeHead(project, { currentOption: wanted.current }, now());
    current = wanted.current;
  };
}

/** The history of a log that has just been made. */
const NOTHING = openHistory(EMPTY_PLAN);
