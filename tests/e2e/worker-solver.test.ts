// Siting in the built worker as the page would start it: HiGHS (WebAssembly) is fetched with the first program that
// needs it, not before, and proves in the browser what it proves in process.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHighsSolver } from "../../src/adapters/highs-solver.ts";
import {
  CAPACITY_GOALS,
  type CapacityAnswer,
  type CapacityQuestion,
  type SitingAnswer,
  solveCapacity,
  tableFromMatrix,
  untilProven,
} from "../../src/core/siting/index.ts";
import { type AppHost, hostApp } from "../helpers/app-page.ts";
import { analysed } from "../helpers/drive-app.ts";

let host: AppHost;
beforeAll(async () => {
  host = await hostApp();
});
afterAll(() => host.close());

/** A ring of seven: each site reaches the homes on either side of it, and half of what it reaches finds room. */
const RING = 7;
const table = tableFromMatrix(
  Float64Array.from({ length: RING * RING }, (_, k) => {
    const apart = Math.abs(Math.floor(k / RING) - (k % RING));
    return Math.min(apart, RING - apart);
  }),
  RING,
  RING,
);
const QUESTION: CapacityQuestion = {
  table,
  weight: new Float64Array(RING).fill(100),
  radius: 1,
  existing: new Uint8Array(RING),
  area: new Float64Array(RING),
  fixed: new Uint8Array(RING),
  actions: Array.from({ length: RING }, (_, site) => ({
    site,
    kind: "build",
    area: 45 + site,
    cost: 10 + site,
  })),
  areaPer100: 30,
  k: null,
  budget: 50,
  share: 0,
  mostShort: null,
  goals: CAPACITY_GOALS,
};

describe("siting in the built worker", () => {
  it("proves with HiGHS what it proves in process, and fetches it only then", {
    timeout: 120_000,
  }, async () => {
    const { page, trouble } = await host.open({ path: "favicon.svg" });
    const fetched: string[] = [];
    page.context().on("request", (request) => fetched.push(new URL(request.url()).pathname));
    const started = page.waitForEvent("worker");
    await page.goto(host.url);
    const worker = await started;
    await analysed(page);
    const solverFiles = (): string[] => fetched.filter((path) => /highs/.test(path));
    expect(solverFiles()).toEqual([]);
    const known = trouble.length;

    const run = <T>(task: string, question: object): Promise<T> =>
      page.evaluate(
        ([url, name, text]) =>
          new Promise<never>((resolve, reject) => {
            const own = new Worker(url, { type: "module" });
            own.onerror = (event) => reject(new Error(event.message));
            own.onmessage = ({ data }) => {
              if (data.kind === "failed") reject(new Error(JSON.stringify(data)));
              if (data.kind !== "done") return;
              own.terminate();
              const { sites, ...rest } = data.output.value;
              resolve({ ...rest, sites: Array.from(sites) } as never);
            };
            const whole = { Uint8Array, Uint32Array, Float64Array };
            const asked = JSON.parse(text, (_, value) =>
              Array.isArray(value?.column) ? whole[value.type as "Uint8Array"].from(value.column) : value,
            );
            const input = { question: asked, timeLimit: 30, gap: 0 };
            own.postMessage({ kind: "run", id: 1, task: name, input: { value: input, cuts: [] } });
          }),
        [worker.url(), task, JSON.stringify(question, columnAsText)] as const,
      );

    const median = {
      ...QUESTION,
      model: "pmedian",
      k: 3,
      budget: null,
      price: new Float64Array(RING),
      share: 1,
    };
    const walked = await run<SitingAnswer>("siting.solve", median);
    expect(walked).toMatchObject({ status: "optimal", objective: 400, bound: 400, gap: 0 });

    const expected = await solveCapacity(QUESTION, createHighsSolver(), untilProven);
    const answer = await run<CapacityAnswer>("siting.capacity", QUESTION);
    expect(answer.status).toBe("optimal");
    expect(answer.goals).toEqual(expected.goals);
    expect(answer.sites).toEqual([...expected.sites]);
    expect(solverFiles().filter((path) => path.endsWith(".wasm")).length).toBe(1);
    expect(trouble.slice(known)).toEqual([]);
    await page.context().close();
  });
});

/** Typed arrays named, so that the page can make them again. */
const columnAsText = (_: string, value: unknown): unknown =>
  ArrayBuffer.isView(value)
    ? { type: value.constructor.name, column: Array.from(value as Uint8Array) }
    : value;
