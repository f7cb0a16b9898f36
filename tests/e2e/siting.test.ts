// From a flagged district to an accepted 方案A, in a real browser on the demo: the question asked on screen and on the
// command line has one answer, which becomes an option beside the present state, is compared, undone and kept; pins,
// ways and what has to be said first.

import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { runCli } from "../cli/run-cli.ts";
import { type AppHost, type AppPage, hostApp } from "../helpers/app-page.ts";
import {
  analysed,
  coverage,
  eventually,
  goTo,
  households,
  mapDrawn,
  PATIENCE,
} from "../helpers/drive-app.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const DEMO = fileURLToPath(new URL("../../data/demo", import.meta.url));
const NEW_SITES = 3;
const SLOW = { timeout: 60_000 };

let host: AppHost;
let app: AppPage;
let page: Page;

beforeAll(async () => {
  host = await hostApp();
  app = await host.open();
  page = app.page;
  await analysed(page);
  await mapDrawn(page);
});
afterAll(() => host.close());

const solve = async (): Promise<void> => {
  await page.getByRole("button", { name: "求解" }).click();
  await page.locator(".site-answer, .left .refusal").first().waitFor(SLOW);
};
const numbers = (text: string): number[] =>
  [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([digits]) => Number(digits.replaceAll(",", "")));
const tab = (name: string) => page.getByRole("tab", { name });
const shownTab = (name: string) =>
  page.locator(".option-tab[aria-selected=true]", { hasText: name }).waitFor(PATIENCE);

describe("siting on the demo", () => {
  it("answers as the command line does, and the answer becomes 方案A beside the present state", async () => {
    const before = await coverage(page);
    const [coveredBefore, all] = await households(page);
    await goTo(page, 3);
    await page.locator(".left .row", { hasText: "过远" }).first().click(PATIENCE);
    await page.locator(".inspector").waitFor(PATIENCE);
    await page.keyboard.press("Escape");
    await goTo(page, 5);
    await page.getByLabel("新增几处").fill(String(NEW_SITES));
    await page.keyboard.press("Enter");
    await solve();
    const answer = page.locator(".site-answer");
    await answer.getByText("已证明最优").waitFor(PATIENCE);

    const standing = 59;
    const cli = await runCli(
      ["site", DEMO, "--model", "mclp", "--k", String(standing + NEW_SITES), "--minutes", "15", "--json"],
      {},
    );
    const told = JSON.parse(cli.out) as { status: string; objective: number; sites: string[] };
    expect(told.status).toBe("optimal");
    const [covered] = numbers(await answer.locator(".proofs").innerText());
    expect(covered).toBe(told.objective);
    const items = await answer.locator(".site-items .figure").allInnerTexts();
    expect(items).toHaveLength(NEW_SITES);
    const gained = items.map((text) => numbers(text)[0] ?? Number.NaN);
    expect(gained.reduce((sum, count) => sum + count, 0)).toBe(told.objective - coveredBefore);
    expect(gained).toEqual(gained.toSorted((a, b) => b - a));

    await answer.getByRole("button", { name: "全部采纳为新的方案A" }).click();
    await shownTab("方案A");
    await answer.getByText("已采纳").last().waitFor(PATIENCE);
    await goTo(page, 2);
    await eventually(() => households(page)).toEqual([told.objective, all]);
    await tab("现状").click();
    await eventually(() => coverage(page)).toBe(before);
    await tab("方案A").click();
    await eventually(() => households(page)).toEqual([told.objective, all]);
    expect(app.trouble).toEqual([]);
  });

  it("holds the options side by side by the same measures, and shows who comes inside", async () => {
    await page.locator(".option-bar .select").click();
    await page.getByRole("button", { name: "方案对比" }).click();
    const table = page.locator(".compare-table");
    await table.waitFor(SLOW);
    const row = async (measure: string): Promise<number[]> =>
      numbers(await table.locator(`[data-measure=${measure}]`).innerText());
    const [present = 0, planned = 0, change = 0] = await row("covered");
    expect(planned - present).toBe(change);
    expect((await row("centers")).slice(0, 2)).toEqual([59, 59 + NEW_SITES]);
    expect((await row("cost"))[1]).toBeGreaterThan(0);
    expect(await page.locator(".slope").count()).toBe(2);
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "导出 Excel" }).click();
    expect((await download).suggestedFilename()).toBe("方案对比.xlsx");
    await page.getByRole("button", { name: /在地图上看差别/ }).click();
    await page.locator(".difference-sums").waitFor(SLOW);
    expect(numbers(await page.locator(".difference-sums").innerText())).toEqual([change, 0]);
    expect(app.trouble).toEqual([]);
  });

  it("swipes between two options", async () => {
    await page.locator(".option-bar .select").click();
    await page.getByRole("button", { name: "方案对比" }).click();
    await page.getByRole("button", { name: /左右对照/ }).click(SLOW);
    const line = page.getByRole("slider", { name: /左右对照/ });
    await line.waitFor(SLOW);
    await line.focus();
    await page.keyboard.press("ArrowLeft");
    expect(await line.getAttribute("aria-valuenow")).toBe("48");
    expect(await page.locator(".swipe-name").allInnerTexts()).toEqual(["现状", "方案A"]);
    await page.getByRole("button", { name: "结束对照" }).click();
    await line.waitFor({ state: "detached", timeout: PATIENCE.timeout });
    expect(app.trouble).toEqual([]);
  });

  it("undoes an answer in one step, keeps options through a reload, and deletes with a way back", async () => {
    await page.keyboard.press("Escape");
    await page.locator(".saved-mark[data-state=saved]").waitFor(PATIENCE);
    await page.reload();
    await mapDrawn(page);
    await shownTab("方案A");
    await goTo(page, 2);
    const [covered, all] = await households(page);
    await page.keyboard.press("Control+z");
    await eventually(async () => (await households(page))[0]).toBeLessThan(covered);
    await page.keyboard.press("Control+Shift+z");
    await eventually(() => households(page)).toEqual([covered, all]);
    await page.locator(".option-bar .select").click();
    await page.getByLabel("方案名称").fill("三处新点");
    await page.keyboard.press("Enter");
    await shownTab("三处新点");
    await page.getByRole("button", { name: "复制", exact: true }).click();
    await shownTab("三处新点 副本");
    await page.getByRole("button", { name: "删除", exact: true }).click();
    await shownTab("三处新点");
    await page.getByRole("button", { name: "恢复", exact: true }).click();
    await tab("三处新点 副本").waitFor(PATIENCE);
    await page.keyboard.press("Escape");
    expect(app.trouble).toEqual([]);
  });

  it("asks for what is not known instead of taking it for 0", async () => {
    await tab("现状").click();
    await goTo(page, 5);
    await page.getByLabel("新增几处").fill("");
    await page.keyboard.press("Enter");
    await solve();
    await eventually(() => page.locator(".left .refusal").innerText()).toContain("请填新增几处");
    await page.getByLabel("目标", { exact: true }).selectOption({ label: "面积与覆盖率一起" });
    await solve();
    await eventually(() => page.locator(".left .refusal").innerText()).toMatch(/面积不详，不按 0 算/);
    await page.getByLabel("面积不详的按（㎡）").fill("300");
    await page.getByLabel("新增几处").fill("4");
    await page.keyboard.press("Enter");
    await solve();
    const answer = page.locator(".site-answer");
    await answer.waitFor(SLOW);
    const words = await answer.locator(".proofs").innerText();
    expect(words).toMatch(/圈外 [\d,]+ 户/);
    expect(words).toMatch(/缺 [\d,.]+ ㎡/);
    await answer.getByRole("button", { name: "收起" }).click();
    await page.getByLabel("目标", { exact: true }).selectOption({ label: "定点数最多户数" });
    expect(app.trouble).toEqual([]);
  });

  it("tells a pin's gain on the way, leaves a candidate, and walks a footbridge in an option of its own", async () => {
    const box = (await page.locator(".map-view").boundingBox())!;
    const candidates = async () =>
      numbers(await page.locator(".fold summary", { hasText: "候选点" }).innerText())[0] ?? Number.NaN;
    const count = await candidates();
    await page.keyboard.press("p");
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5);
    await page.locator(".site-tag:not([hidden])", { hasText: "圈内" }).waitFor(PATIENCE);
    await page.mouse.click(box.x + box.width * 0.5, box.y + box.height * 0.5);
    await eventually(candidates).toBe(count + 1);
    await page.keyboard.press("Control+z");
    await eventually(candidates).toBe(count);

    await page.keyboard.press("p");
    await page.locator(".map-view canvas[data-hand]").focus();
    await page.keyboard.press("ArrowRight");
    await page.locator(".site-tag:not([hidden])", { hasText: "圈内" }).waitFor(PATIENCE);
    await page.keyboard.press("Enter");
    await eventually(candidates).toBe(count + 1);
    await page.keyboard.press("Control+z");
    await eventually(candidates).toBe(count);

    await page.keyboard.press("f");
    await page.mouse.click(box.x + box.width * 0.5, box.y + box.height * 0.6);
    await page.mouse.click(box.x + box.width * 0.505, box.y + box.height * 0.66);
    await page.keyboard.press("Enter");
    await page.locator(".ways li", { hasText: "天桥" }).waitFor(PATIENCE);
    await shownTab("方案A");
    await page.keyboard.press("Escape");
    await goTo(page, 2);
    await analysed(page);
    const [covered] = await households(page);
    await tab("现状").click();
    await analysed(page);
    await eventually(async () => (await households(page))[0]).toBeLessThanOrEqual(covered);
    expect(app.trouble).toEqual([]);
  });
});
