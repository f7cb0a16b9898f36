// The engine over a real MessageChannel: outputs, progress, failures and cancelling cross as in a browser.

import { MessageChannel } from "node:worker_threads";
import { afterEach, describe, expect, it } from "vitest";
import { Failure, SHORT_PIECES } from "../../src/core/base/index.ts";
import type { Engine, TaskInput } from "../../src/core/engine/index.ts";
import { TASK_NAMES } from "../../src/core/engine/index.ts";
import { createWorkerEngine } from "../../src/worker/client.ts";
import type { Port } from "../../src/worker/protocol.ts";
import { buffersOf, HANDED_OVER, TRANSFER_FROM } from "../../src/worker/protocol.ts";
import { serveEngine } from "../../src/worker/serve.ts";

const open: { close(): void }[] = [];
afterEach(() => {
  for (const port of open.splice(0)) port.close();
});

/** A client whose requests are answered by `run` at the other end of a channel; each message sent is told of. */
function connect(
  run: (task: string, input: unknown, options: Parameters<Engine["run"]>[2]) => unknown,
  onMessage: (message: unknown) => void = () => {},
): Engine {
  const { port1, port2 } = new MessageChannel();
  open.push(port1, port2);
  for (const port of [port1, port2]) port.on("message", onMessage);
  serveEngine(
    { run: async (task, input, options) => run(task, input, options) as never },
    port2 as unknown as Port,
  );
  return createWorkerEngine(port1 as unknown as Port);
}

const areasInput: TaskInput<"scene.areas"> = {
  scene: "s",
  centers: [],
  bands: [5, 10, 15],
  speed: 1,
  view: "overlap",
};

describe("engine over a port", () => {
  it("passes task and input there and the output back", async () => {
    const engine = connect((task, input) => ({ task, input }));
    expect(await engine.run("scene.areas", areasInput)).toEqual({ task: "scene.areas", input: areasInput });
  });

  it("answers each caller with its own output, in any order", async () => {
    const engine = connect(async (_task, input) => {
      const { scene } = input as { scene: string };
      await new Promise((resolve) => setTimeout(resolve, scene === "slow" ? 20 : 0));
      return scene;
    });
    const slow = engine.run("scene.close", { scene: "slow" });
    const quick = engine.run("scene.close", { scene: "quick" });
    expect([await quick, await slow]).toEqual(["quick", "slow"]);
  });

  it("reports progress before the output", async () => {
    const engine = connect((_task, _input, options) => {
      options?.onProgress?.({ stage: "split", done: 0.25 });
      options?.onProgress?.({ stage: "link", done: 1 });
      return null;
    });
    const seen: unknown[] = [];
    await engine.run("scene.close", { scene: "s" }, { onProgress: (progress) => seen.push(progress) });
    expect(seen).toEqual([
      { stage: "split", done: 0.25 },
      { stage: "link", done: 1 },
    ]);
  });

  it("carries a failure as code and figures, and a bug as internal", async () => {
    const failing = connect(() => {
      throw new Failure("sceneUnknown", { scene: "s" });
    });
    await expect(failing.run("scene.close", { scene: "s" })).rejects.toMatchObject({
      code: "sceneUnknown",
      details: { scene: "s" },
    });
    const broken = connect(() => {
      throw new RangeError("index 7 of 3");
    });
    await expect(broken.run("scene.close", { scene: "s" })).rejects.toMatchObject({
      code: "internal",
      details: { reason: "index 7 of 3" },
    });
  });

  it("rejects a cancelled caller at once and tells the worker", async () => {
    let workerSaw: (() => void) | undefined;
    const workerStopped = new Promise<void>((resolve) => {
      workerSaw = resolve;
    });
    const engine = connect(async (_task, _input, options) => {
      while (!options?.signal?.aborted) await new Promise((resolve) => setTimeout(resolve, 1));
      workerSaw?.();
      return "late";
    });
    const controller = new AbortController();
    const asked = engine.run("scene.close", { scene: "s" }, { signal: controller.signal });
    controller.abort();
    await expect(asked).rejects.toMatchObject({ code: "cancelled" });
    await workerStopped;
  });

  it("does not send what was cancelled before it was asked", async () => {
    const engine = connect(() => expect.unreachable());
    const asked = engine.run("scene.close", { scene: "s" }, { signal: AbortSignal.abort() });
    await expect(asked).rejects.toMatchObject({ code: "cancelled" });
  });

  it("hands large buffers over and copies small ones", async () => {
    const large = new Float64Array(TRANSFER_FROM / 8).fill(3);
    const small = new Uint32Array([7]);
    const engine = connect(() => ({ large, twice: large.subarray(0), small }));
    const output = (await engine.run("scene.areas", areasInput)) as unknown as Record<string, Float64Array>;
    expect(output["large"]).toHaveLength(TRANSFER_FROM / 8);
    expect(output["large"]?.[0]).toBe(3);
    expect(large.byteLength).toBe(0);
    expect(small.byteLength).toBe(4);
  });

  it("leaves what the engine keeps where it is", async () => {
    const kept = new Float64Array(TRANSFER_FROM);
    const engine = connect(() => ({ kept }));
    await engine.run("scene.open", { baseline: {} as never, settings: {} as never });
    expect(kept.byteLength).toBe(8 * TRANSFER_FROM);
  });

  it("carries a large import and a large scene in short messages", async () => {
    const names = Array.from({ length: 40_000 }, (_, i) => `绿地花园${i}栋`);
    const issues = names.slice(0, 10_000).map((file, row) => ({ code: "row.duplicateId", file, row }));
    const baseline = { residences: { id: names, name: names, xy: new Float64Array(400_000).fill(28.2) } };
    const sizes: number[] = [];
    const received: unknown[] = [];
    const engine = connect(
      (_task, input) => {
        received.push(input);
        return { baseline, issues };
      },
      (message) => sizes.push(leavesOf(message)),
    );
    const input = { baseline: baseline as never, settings: {} as never };
    const output: unknown = await engine.run("scene.open", input);
    expect(received).toEqual([input]);
    expect(output).toEqual({ baseline, issues });
    expect(baseline.residences.xy).toHaveLength(400_000);
    expect(Math.max(...sizes)).toBeLessThan(2 * SHORT_PIECES.leaves);
    expect(sizes.length).toBeGreaterThan(25);
  });

  it("stops sending what was cancelled meanwhile, and answers what follows", async () => {
    const names = Array.from({ length: 2_000_000 }, (_, i) => `${i}`);
    const tasks: string[] = [];
    const engine = connect((task) => tasks.push(task));
    const controller = new AbortController();
    const input = { baseline: { names } as never, settings: {} as never };
    const asked = engine.run("scene.open", input, { signal: controller.signal });
    controller.abort();
    await expect(asked).rejects.toMatchObject({ code: "cancelled" });
    await engine.run("scene.close", { scene: "s" });
    expect(tasks).toEqual(["scene.close"]);
  });

  it("rejects what cannot be sent", async () => {
    const engine = connect(() => expect.unreachable());
    const input = { scene: (() => "s") as never };
    await expect(engine.run("scene.close", input)).rejects.toMatchObject({ name: "DataCloneError" });
  });

  it("has a rule for every task and finds nested buffers once", () => {
    expect(Object.keys(HANDED_OVER).sort()).toEqual([...TASK_NAMES].sort());
    const shared = new Uint8Array(TRANSFER_FROM);
    expect(buffersOf({ a: shared, b: [{ c: shared }], d: "text", e: null })).toEqual([shared.buffer]);
  });
});

/** Strings and other leaves of a message; typed arrays by the mebibyte. */
function leavesOf(value: unknown): number {
  if (ArrayBuffer.isView(value))
    return Math.floor(value.byteLength / SHORT_PIECES.bytes) * SHORT_PIECES.leaves;
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce<number>((sum, part) => sum + leavesOf(part), 0);
}
