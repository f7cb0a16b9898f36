// Serves an engine over a port: puts each request together and runs it, passes progress on, and answers with the output,
// in pieces where it is large, or with the code and figures of what went wrong. A cancel is noticed at the engine's next
// pause, the word to stop a search also in the middle of a long step.

import type { Progress } from "../core/base/index.ts";
import { cutPieces, Failure, PieceJoiner, SHORT_LISTS, SHORT_PIECES } from "../core/base/index.ts";
import type { Engine, TaskName, TaskOutput } from "../core/engine/index.ts";
import type { FromEngine, Port, ToEngine } from "./protocol.ts";
import { bufferOfPiece, buffersOf, HANDED_OVER } from "./protocol.ts";
import { watchToken } from "./watch-token.ts";

export function serveEngine(engine: Engine, port: Port): void {
  const running = new Map<number, AbortController>();
  const arriving = new Map<number, PieceJoiner>();
  const send = (message: FromEngine, transfer: Transferable[] = []): void =>
    port.postMessage(message, transfer);

  const joinerOf = (id: number): PieceJoiner => {
    const joiner = arriving.get(id) ?? new PieceJoiner();
    arriving.set(id, joiner);
    return joiner;
  };

  const answer = (id: number, task: TaskName, output: TaskOutput<TaskName>): void => {
    const handsOver = HANDED_OVER[task];
    const cutting = cutPieces(output, handsOver ? SHORT_LISTS : SHORT_PIECES);
    let next = cutting.next();
    for (; next.done !== true; next = cutting.next()) {
      send({ kind: "piece", id, piece: next.value }, bufferOfPiece(next.value));
    }
    send({ kind: "done", id, output: next.value }, handsOver ? buffersOf(next.value) : []);
  };

  const run = async ({ id, task, input, token }: ToEngine & { kind: "run" }): Promise<void> => {
    const whole = joinerOf(id).finish(input);
    arriving.delete(id);
    const controller = new AbortController();
    running.set(id, controller);
    const isRevoked = token === undefined ? () => false : watchToken(token);
    const signal = {
      get aborted() {
        return controller.signal.aborted || isRevoked();
      },
    };
    try {
      const onProgress = (progress: Progress): void => send({ kind: "progress", id, progress });
      answer(id, task, await engine.run(task, whole, { signal, onProgress }));
    } catch (error) {
      send({ kind: "failed", id, ...failureOf(error) });
    } finally {
      running.delete(id);
    }
  };

  port.addEventListener("message", ({ data }) => {
    const message = data as ToEngine;
    if (message.kind === "piece") joinerOf(message.id).take(message.piece);
    else if (message.kind === "run") void run(message);
    else {
      arriving.delete(message.id);
      running.get(message.id)?.abort();
    }
  });
  port.start?.();
}

function failureOf(error: unknown): Pick<FromEngine & { kind: "failed" }, "code" | "details"> {
  if (error instanceof Failure) return { code: error.code, details: error.details };
  return { code: "internal", details: { reason: error instanceof Error ? error.message : String(error) } };
}
