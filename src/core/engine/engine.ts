// The one way to run an analysis. In process for the command line and tests, over a worker port in the
// browser: same names, same records, same numbers.

import type { Progress } from "../base/index.ts";
import type { TaskInput, TaskName, TaskOutput } from "./tasks.ts";

export interface RunOptions {
  readonly signal?: CancelSignal;
  /** Ends a search (siting) early: it resolves with the best so far and its bound. */
  readonly stop?: CancelSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** What the core needs of an AbortSignal. */
export interface CancelSignal {
  readonly aborted: boolean;
}

export interface Engine {
  /** Resolves with the task's output; rejects with a Failure ("cancelled" as soon as the signal is seen). */
  run<T extends TaskName>(task: T, input: TaskInput<T>, options?: RunOptions): Promise<TaskOutput<T>>;
}
