// An Engine whose work is done at the other end of a port. Cancelling rejects the caller at once, whatever
// the worker is still busy with; an answer that arrives later is dropped. Large inputs leave in slices of time, between
// which the page goes on; a small request made meanwhile arrives first.

import type { Progress } from "../core/base/index.ts";
import { cutPieces, Failure, PieceJoiner, SHORT_PIECES } from "../core/base/index.ts";
import type {
  CancelSignal,
  Engine,
  RunOptions,
  TaskInput,
  TaskName,
  TaskOutput,
} from "../core/engine/index.ts";
import { createPause } from "./pause.ts";
import { bufferOfPiece, type FromEngine, type Port, type ToEngine } from "./protocol.ts";
import { issueToken, type StopToken } from "./watch-token.ts";

interface Waiting {
  readonly joiner: PieceJoiner;
  readonly resolve: (output: TaskOutput<TaskName>) => void;
  readonly reject: (failure: Failure) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

export function createWorkerEngine(port: Port): Engine {
  const waiting = new Map<number, Waiting>();
  const pause = createPause();
  let sent = 0;
  const send: Send = (message, transfer = []) => port.postMessage(message, transfer);

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
      const { signal, stop, onProgress } = options;
      if (signal?.aborted) return reject(new Failure("cancelled"));
      const id = ++sent;
      const joiner = new PieceJoiner();
      waiting.set(id, { joiner, resolve: resolve as Waiting["resolve"], reject, onProgress });
      onAbort(signal, () => {
        if (!waiting.delete(id)) return;
        send({ kind: "cancel", id });
        reject(new Failure("cancelled"));
      });
      const token = stop === undefined ? null : issueToken();
      onAbort(stop, () => (token === null ? send({ kind: "cancel", id }) : token.revoke()));
      const request = { id, task, input: input as TaskInput<TaskName>, token };
      sendRequest(request, send, () => waiting.has(id), pause).catch((error) => {
        waiting.delete(id);
        reject(error);
      });
    });
  return { run };
}

interface Request {
  readonly id: number;
  readonly task: TaskName;
  readonly input: TaskInput<TaskName>;
  readonly token: StopToken | null;
}

type Send = (message: ToEngine, transfer?: Transferable[]) => void;

/** Sends at once what takes no longer than a slice; ends early when nobody waits for the answer any more. */
async function sendRequest(
  { id, task, input, token }: Request,
  send: Send,
  isWanted: () => boolean,
  pause: () => Promise<void>,
): Promise<void> {
  const cutting = cutPieces(input, SHORT_PIECES);
  let slice = performance.now();
  let next = cutting.next();
  for (; next.done !== true; next = cutting.next()) {
    send({ kind: "piece", id, piece: next.value }, bufferOfPiece(next.value));
    if (performance.now() - slice < SLICE) continue;
    await pause();
    if (!isWanted()) return;
    slice = performance.now();
  }
  send({ kind: "run", id, task, input: next.value, ...(token === null ? {} : { token: token.address }) });
}

/** Milliseconds: half a frame. */
const SLICE = 8;

function settle(waiting: Map<number, Waiting>, message: FromEngine): void {
  const caller = waiting.get(message.id);
  if (caller === undefined) return;
  if (message.kind === "progress") {
    caller.onProgress?.(message.progress);
    return;
  }
  if (message.kind === "piece") {
    caller.joiner.take(message.piece);
    return;
  }
  waiting.delete(message.id);
  if (message.kind === "done") caller.resolve(caller.joiner.finish(message.output));
  else caller.reject(new Failure(message.code, message.details));
}

/** Signals of the core can only be asked; those of the browser also call back. */
function onAbort(signal: CancelSignal | undefined, listener: () => void): void {
  if (signal instanceof AbortSignal) signal.addEventListener("abort", listener, { once: true });
}
