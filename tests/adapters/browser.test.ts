// Stored work in a real Chromium: a tab that crashes, two tabs on one project; with locks as on localhost and
// without them as on a plain intranet page.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { build, type PreviewServer, preview } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("./page/", import.meta.url));

let folder: string;
let server: PreviewServer;
let url: string;
let context: BrowserContext;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "quandian-adapters-"));
  const options = { root: ROOT, configFile: false, logLevel: "error" } as const;
  const target = { outDir: join(folder, "dist"), emptyOutDir: true, target: "es2022" } as const;
  await build({ ...options, build: target });
  server = await preview({ ...options, build: target, preview: { port: 0, host: "127.0.0.1" } });
  const address = server.httpServer.address();
  if (address === null || typeof address === "string") throw new Error("the preview server has no port");
  url = `http://127.0.0.1:${address.port}/`;
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  const profile = mkdtempSync(join(folder, "profile-"));
  context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    headless: true,
    args: ["--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-quic"],
  });
});
afterEach(async () => {
  await context.close();
});

async function openTab(): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => window.test !== undefined);
  return page;
}

const load = (page: Page) => page.evaluate(() => window.test.load("p-1"));
const events = (page: Page) => page.evaluate(() => window.test.events);
const waitForEvent = (page: Page, event: string) =>
  page.waitForFunction((wanted) => window.test.events.includes(wanted), event);

describe("a tab that is killed", () => {
  it("loses nothing that was stored, and no other tab has to be closed for it", async () => {
    const page = await openTab();
    await page.evaluate(() => window.test.save(2));
    await load(page);
    await page.evaluate(async () => {
      for (let i = 1; i <= 20; i++) window.test.edit(110 + i / 100);
      window.test.undo();
      await window.test.settled();
    });
    const session = await context.newCDPSession(page);
    const crashed = page.waitForEvent("crash");
    session.send("Page.crash").catch(() => undefined);
    await crashed;
    const next = await openTab();
    expect(await load(next)).toMatchObject({ made: 19, undone: 1, lon: 110.19, losses: [] });
    expect(await events(next)).toEqual(["writer:first"]);
  });

  it("leaves a log without gaps when it is killed among edits", async () => {
    const page = await openTab();
    await page.evaluate(() => window.test.save(2));
    await load(page);
    const session = await context.newCDPSession(page);
    await page.evaluate(() => {
      let i = 0;
      setInterval(() => window.test.edit(110 + ++i / 1000), 0);
      return new Promise((resolve) => setTimeout(resolve, 200));
    });
    const crashed = page.waitForEvent("crash");
    session.send("Page.crash").catch(() => undefined);
    await crashed;
    const report = await load(await openTab());
    expect(report).toMatchObject({ undone: 0, losses: [] });
    expect(report.made).toBeGreaterThan(0);
    expect(report.lon).toBeCloseTo(110 + report.made / 1000, 9);
  });
});

for (const locks of [true, false]) {
  describe(`two tabs on one project, ${locks ? "with" : "without"} locks`, () => {
    beforeEach(async () => {
      if (locks) return;
      await context.addInitScript(() =>
        Object.defineProperty(Navigator.prototype, "locks", { value: undefined }),
      );
    });

    it("have one writer; the other takes over after it has finished", async () => {
      const first = await openTab();
      await first.evaluate(() => window.test.save(2));
      await load(first);
      const second = await openTab();
      expect(await events(second)).toEqual(["reader:elsewhere"]);
      expect(await load(second)).toMatchObject({ made: 0 });
      await first.evaluate(() => window.test.edit(110));
      await waitForEvent(second, "changed");
      await first.evaluate(() => {
        window.test.edit(111);
      });
      await second.evaluate(() => window.test.lock.takeOver());
      expect(await load(second)).toMatchObject({ made: 2, lon: 111 });
      await waitForEvent(first, "reader:takenOver");
      expect(await second.evaluate(() => window.test.lock.role())).toBe("writer");
      expect(await first.evaluate(() => window.test.lock.role())).toBe("reader");
    });

    it("do not mix when the one taken over goes on writing", async () => {
      const first = await openTab();
      await first.evaluate(() => window.test.save(2));
      await load(first);
      const second = await openTab();
      await second.evaluate(() => window.test.lock.takeOver());
      await load(second);
      await second.evaluate(async () => {
        window.test.edit(110);
        await window.test.settled();
      });
      await first.evaluate(async () => {
        window.test.edit(115);
        await window.test.settled();
      });
      expect(await events(first)).toContain("storageStale");
      expect(await load(second)).toMatchObject({ made: 1, lon: 110 });
    });

    it("let the next one write when the writer is closed", async () => {
      const first = await openTab();
      await first.close();
      expect(await events(await openTab())).toEqual(["writer:first"]);
    });
  });
}
