// Serves an engine over a port: runs each request, passes progress on, and answers with the output or with
// the code and figures of what went wrong. A cancel is noticed at the engine's next pause.

import type { Progress } from "../core/base/index.ts";
import { Failure } from "../core/base/index.ts";
import type { Engine } from "../core/engine/index.ts";
import type { FromEngine, Port, ToEngine } from "./protocol.ts";
import { buffersOf, HANDED_OVER } from "./protocol.ts";

export function serveEngine(engine: Engine, port: Port): void {
  const running = new Map<number, AbortController>();
  const send = (message: FromEngine, transfer: Transferable[] = []): void =>
    port.postMessage(message, transfer);

  const run = async ({ id, task, input }: ToEngine & { kind: "run" }): Promise<void> => {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const onProgress = (progress: Progress): void => send({ kind: "progress", id, progress });
      const output = await engine.run(task, input, { signal: controller.signal, onProgress });
      send({ kind: "done", id, output }, HANDED_OVER[task] ? buffersOf(output) : []);
    } catch (error) {
      send({ kind: "failed", id, ...failureOf(error) });
    } finally {
      running.delete(id);
    }
  };

  port.addEventListener("message", ({ data }) => {
    const message = data as ToEngine;
    if (message.kind === "cancel") running.get(message.id)?.abort();
    else void run(message);
  });
  port.start?.();
}

function failureOf(error: unknown): Pick<FromEngine & { kind: "failed" }, "code" | "details"> {
  if (error instanceof Failure) return { code: error.code, details: error.details };
  return { code: "internal", details: { reason: error instanceof Error ? error.message : String(error) } };
}
