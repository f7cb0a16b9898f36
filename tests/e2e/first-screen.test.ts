// The first screen's weight: everything the browser fetches until the demo district is analysed and drawn, gzip -9,
// both workers included. The demo's own data and the rule packs are the user's kind of file and do not count.

import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AppHost, hostApp } from "../helpers/app-page.ts";
import { analysed, mapDrawn } from "../helpers/drive-app.ts";

/** Bytes. */
const BUDGET = 900_000;
const DATA = /^(demo|standards)\//;

let host: AppHost;
beforeAll(async () => {
  host = await hostApp();
});
afterAll(() => host.close());

describe("the first screen", () => {
  it("is at most 900 kB gzipped, both workers included", async () => {
    const { page } = await host.open({ path: "favicon.svg" });
    const loads: Promise<[string, number]>[] = [];
    page.context().on("response", (response) => {
      const name = new URL(response.url()).pathname.slice(1) || "index.html";
      if (!DATA.test(name)) {
        loads.push(response.body().then((body) => [name, gzipSync(body, { level: 9 }).length]));
      }
    });
    await page.goto(host.url);
    await analysed(page);
    await mapDrawn(page);
    const sizes = new Map(await Promise.all(loads));
    const names = [...sizes.keys()];
    expect(names.filter((name) => /worker-|\/entry-/.test(name)).length, "both workers were seen").toBe(2);
    expect(names.some((name) => name.includes("map-view"))).toBe(true);
    expect(names).toContain("index.html");
    const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
    expect(total, table(sizes)).toBeLessThanOrEqual(BUDGET);
    await page.context().close();
  });
});

const table = (sizes: ReadonlyMap<string, number>): string =>
  [...sizes]
    .sort((a, b) => b[1] - a[1])
    .map(([name, size]) => `${size} ${name}`)
    .join("\n");
