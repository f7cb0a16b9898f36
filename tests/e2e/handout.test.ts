// The hand-out opened by a double click, from a file: nothing is asked of anywhere, names are text, the map answers to
// pointer and keys.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeHandout } from "../../src/adapters/handout/write-handout.ts";
import { openTown } from "../helpers/report-town.ts";

const WICKED = "<img src=x onerror=document.title='out'>";
const NAMES = ["桂花社区", WICKED, "枫林社区", "东湖社区"];

let browser: Browser;
let page: Page;
let folder: string;
const asked: string[] = [];
const faults: string[] = [];

beforeAll(async () => {
  const town = await openTown({ names: NAMES });
  const bytes = await writeHandout(await town.report({ handout: true }), {
    between: () => Promise.resolve(),
  });
  folder = mkdtempSync(join(tmpdir(), "quandian-"));
  const file = join(folder, "成果.html");
  writeFileSync(file, bytes);
  browser = await chromium.launch({ executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium" });
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on("request", (request) => asked.push(request.url()));
  page.on("pageerror", ({ message }) => faults.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(message.text());
  });
  await page.goto(pathToFileURL(file).href);
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const about = (): Promise<string> => page.locator("#about").innerText();
async function middleOf(selector: string): Promise<{ readonly x: number; readonly y: number }> {
  const { x, y, width, height } = (await page.locator(selector).boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}
const transform = (): Promise<string | null> => page.locator("#view").getAttribute("transform");

describe("the hand-out in a browser", () => {
  it("says the figures of a community that is clicked, of the next one, and of the whole after Escape", async () => {
    const whole = await about();
    const { x, y } = await middleOf('.place[data-place="0"]');
    await page.mouse.move(x, y);
    expect(await page.locator("#tip").innerText()).toMatch(/中心 1[\s\S]*90 ㎡/);
    await page.mouse.click(x, y);
    expect(await about()).toContain("桂花社区");
    expect(await about()).toContain("360 户");
    await page.keyboard.press("Escape");
    expect(await about()).toBe(whole);
    await page.locator("#list button").nth(1).click();
    expect(await about()).toContain(WICKED);
    expect(await page.title()).not.toBe("out");
    expect(await page.locator("img").count()).toBe(0);
    await page.keyboard.press("Escape");
  });

  it("changes its theme with pointer and keys, one legend at a time", async () => {
    await page.getByRole("radio", { name: "过小过远" }).click();
    expect(await page.locator(".legend:visible").count()).toBe(1);
    await page.keyboard.press("ArrowLeft");
    expect(await page.getByRole("radio", { checked: true }).innerText()).toBe("服务圈");
  });

  it("moves and grows, and comes back to the whole", async () => {
    await page.locator("#whole").click();
    const first = await transform();
    await page.locator("#in").click();
    expect(await transform()).not.toBe(first);
    await page.mouse.move(400, 400);
    await page.mouse.down();
    await page.mouse.move(500, 460, { steps: 4 });
    await page.mouse.up();
    await page.mouse.wheel(0, -300);
    await page.waitForFunction(() => document.getElementById("map")?.style.transform === "");
    await page.locator("#whole").click();
    expect(await transform()).toBe(first);
  });

  it("asks nothing of anywhere and breaks none of its own rules", () => {
    expect(asked.filter((url) => !url.startsWith("file://"))).toEqual([]);
    expect(asked.length).toBe(1);
    expect(faults).toEqual([]);
  });
});
