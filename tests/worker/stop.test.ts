// A search asked to stop answers with what it has; one that is cancelled is let go.

import { MessageChannel } from "node:worker_threads";
import { afterEach, expect, it } from "vitest";
import type { Engine } from "../../src/core/engine/index.ts";
import { createWorkerEngine } from "../../src/worker/client.ts";
import type { Port } from "../../src/worker/protocol.ts";
import { serveEngine } from "../../src/worker/serve.ts";

const open: { close(): void }[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** An engine that counts until it is told to stop. */
function counting(): Engine {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  const engine: Engine = {
    run: async (_task, _input, options) => {
      let turns = 0;
      while (options?.signal?.aborted !== true) {
        options?.onProgress?.({ stage: "site", done: 0 });
        await new Promise((resolve) => setTimeout(resolve, 1));
        turns++;
      }
      return turns as never;
    },
  };
  serveEngine(engine, port2 as unknown as Port);
  return createWorkerEngine(port1 as unknown as Port);
}

const input = { scene: "s" };

it("gives the best so far when it is stopped", async () => {
  const stop = new AbortController();
  const answer = counting().run("scene.close", input, { stop: stop.signal, onProgress: () => stop.abort() });
  expect(await answer).toBeGreaterThan(0);
});

it("is rejected at once when it is cancelled", async () => {
  const cancel = new AbortController();
  const options = {
    signal: cancel.signal,
    stop: new AbortController().signal,
    onProgress: () => cancel.abort(),
  };
  await expect(counting().run("scene.close", input, options)).rejects.toMatchObject({ code: "cancelled" });
});
