// An Engine whose work is done at the other end of a port. Cancelling rejects the caller at once, whatever
// the worker is still busy with; an answer that arrives later is dropped.

import type { Progress } from "../core/base/index.ts";
import { Failure } from "../core/base/index.ts";
import type {
  CancelSignal,
  Engine,
  RunOptions,
  TaskInput,
  TaskName,
  TaskOutput,
} from "../core/engine/index.ts";
import type { FromEngine, Port, ToEngine } from "./protocol.ts";

interface Waiting {
  readonly resolve: (output: TaskOutput<TaskName>) => void;
  readonly reject: (failure: Failure) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

export function createWorkerEngine(port: Port): Engine {
  const waiting = new Map<number, Waiting>();
  let sent = 0;
  const send = (message: ToEngine): void => port.postMessage(message, []);

  port.addEventListener("message", ({ data }) => settle(waiting, data as FromEngine));
  for (const type of ["error", "messageerror"] as const) {
    port.addEventListener(type, ({ message }) => {
      const failure = new Failure("internal", { reason: typeof message === "string" ? message : type });
      for (const { reject } of waiting.values()) reject(failure);
      waiting.clear();
    });
  }
  port.start?.();

  const run = <T extends TaskName>(task: T, input: TaskInput<T>, options: RunOptions = {}) =>
    new Promise<TaskOutput<T>>((resolve, reject) => {
      const { signal, onProgress } = options;
      if (signal?.aborted) return reject(new Failure("cancelled"));
      const id = ++sent;
      waiting.set(id, { resolve: resolve as Waiting["resolve"], reject, onProgress });
      onAbort(signal, () => {
        if (!waiting.delete(id)) return;
        send({ kind: "cancel", id });
        reject(new Failure("cancelled"));
      });
      send({ kind: "run", id, task, input });
    });
  return { run };
}

function settle(waiting: Map<number, Waiting>, message: FromEngine): void {
  const caller = waiting.get(message.id);
  if (caller === undefined) return;
  if (message.kind === "progress") {
    caller.onProgress?.(message.progress);
    return;
  }
  waiting.delete(message.id);
  if (message.kind === "done") caller.resolve(message.output);
  else caller.reject(new Failure(message.code, message.details));
}

/** Signals of the core can only be asked; those of the browser also call back. */
function onAbort(signal: CancelSignal | undefined, listener: () => void): void {
  if (signal instanceof AbortSignal) signal.addEventListener("abort", listener, { once: true });
}
