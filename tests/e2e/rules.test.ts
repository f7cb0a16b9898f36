// Rule packs in a real browser: Hunan, Wuhan and Suzhou judged one after the other, each with its own rules, flags and
// articles; a copy edited until a verdict turns; a register imported from a table, judged and shown on the map; a matter
// offered the moves of its workflow.

import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type AppHost, type AppPage, hostApp } from "../helpers/app-page.ts";
import { analysed, eventually, flyTo, goTo, mapDrawn, PATIENCE } from "../helpers/drive-app.ts";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

/** Folder for pictures of the pages, when one is wanted. */
const SHOTS = process.env["SHOTS"];

let host: AppHost;
let app: AppPage;
beforeAll(async () => {
  host = await hostApp();
  app = await host.open();
  await analysed(app.page);
  await mapDrawn(app.page);
});
afterAll(() => host.close());

const shot = async (page: Page, name: string): Promise<void> => {
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
};

async function choose(page: Page, pack: string): Promise<void> {
  await page.locator(".top-bar button", { hasText: "规则包" }).click();
  await page.locator(".pack-find input").fill(pack);
  await shot(page, `chooser-${pack}`);
  await page.locator(".pack-row").first().click(PATIENCE);
  await page.locator(".provenance", { hasText: pack }).waitFor(PATIENCE);
  await analysed(page);
}

async function openDesk(page: Page, name: string): Promise<void> {
  await page.locator(".top-bar button", { hasText: "规则包" }).click();
  await page.locator(".pack-way", { hasText: name }).click(PATIENCE);
}

const closeDesk = (page: Page): Promise<void> => page.locator(".desk .modal-head button").click();

const flagged = (page: Page): Promise<string[]> => page.locator(".left .chips .chip").allInnerTexts();

it("judges by Hunan, Wuhan and Suzhou in turn, and cites the right article", async () => {
  const { page } = app;
  await goTo(page, 3);
  await flyTo(page, "南岸社区", "社区");
  const evidence = page.locator(".inspector .evidence");
  await evidence.getByText("中心体系，第 5 段").first().waitFor(PATIENCE);
  const hunan = await flagged(page);

  await choose(page, "武汉");
  await evidence.getByText("15 分钟服务圈").first().waitFor(PATIENCE);
  await eventually(() => evidence.getByText("中心体系，第 5 段").count()).toBe(0);
  const wuhan = await flagged(page);
  expect(wuhan, "Wuhan asks for no area per household").not.toEqual(hunan);

  await choose(page, "苏州");
  await eventually(() => evidence.count()).toBe(0);
  await openDesk(page, "看全部规则");
  const rule = page.locator(".rule", { hasText: "SZ-13" });
  await rule.waitFor(PATIENCE);
  await rule.getByText("未评").waitFor(PATIENCE);
  await shot(page, "rules-suzhou");
  await closeDesk(page);

  await choose(page, "湖南");
  await eventually(() => flagged(page)).toEqual(hunan);
});

it("edits a copy, which says so everywhere, and leaves the pack as it is", async () => {
  const { page } = app;
  await openDesk(page, "看全部规则");
  await page.getByRole("button", { name: "复制并修改" }).click(PATIENCE);
  const rule = page.locator(".rule", { hasText: "HN-06" });
  const unmet = rule.locator(".chip", { hasText: "不达标" });
  await unmet.waitFor(PATIENCE);
  const before = await unmet.innerText();
  const value = rule.locator(".rule-editor input.field");
  await value.fill("很多");
  await value.press("Enter");
  await rule.getByText("请填数字").waitFor(PATIENCE);
  await value.fill("40");
  await value.press("Enter");
  await rule.locator(".edited-mark").waitFor(PATIENCE);
  await eventually(() => unmet.innerText()).not.toBe(before);
  await shot(page, "rules-edited");
  await page.locator(".desk-pages label", { hasText: "对照" }).click();
  await page.locator(".desk-head select").selectOption("wuhan-2015");
  await page.locator(".compare thead", { hasText: "武汉" }).waitFor(PATIENCE);
  await shot(page, "compare");
  await closeDesk(page);
  await page.locator(".provenance", { hasText: "自改" }).waitFor(PATIENCE);
  await page.locator(".saved-mark[data-state=saved]").waitFor(PATIENCE);
});

it("takes a register from a table, judges by it and shows it on the map", async () => {
  const { page } = app;
  await openDesk(page, "登记");
  await page
    .locator(".register-list .pack-row", { hasText: "居民小区" })
    .first()
    .or(page.locator(".register-list .pack-row").nth(4))
    .first()
    .click();
  const list = page.locator(".register-list .pack-row");
  await list.filter({ hasText: "社区" }).first().waitFor(PATIENCE);
  await list.nth(1).click();
  const adder = page.locator(".register-table .desk-tools select").first();
  await adder.selectOption({ index: 1 });
  await page.locator(".register-row").first().waitFor(PATIENCE);
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "从表格导入" }).click();
  await (await chooser).setFiles({
    name: "登记.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("名称,户主姓名\n南岸社区,某某\n没有的社区,某某\n", "utf8"),
  });
  await page.locator(".taken", { hasText: "没有的社区" }).waitFor(PATIENCE);
  await page.locator(".taken", { hasText: "户主姓名" }).waitFor(PATIENCE);
  await shot(page, "registers");
  const theme = page.locator(".register-table .desk-tools select").last();
  await theme.selectOption({ index: 1 });
  await page.locator(".overlay-legend").waitFor(PATIENCE);
  await mapDrawn(page);
  await shot(page, "register-theme");
  await page.locator(".overlay-legend button").click();
  await eventually(() => page.locator(".overlay-legend").count()).toBe(0);
});

it("offers a matter the moves of its workflow, explains figures and tries how firm verdicts are", async () => {
  const { page } = app;
  await openDesk(page, "事项");
  await page.getByRole("button", { name: "新建事项" }).click(PATIENCE);
  const card = page.locator(".matter-card");
  await card.waitFor(PATIENCE);
  const moves = card.locator(".matter-moves .button");
  const first = await moves.allInnerTexts();
  expect(first.length).toBeGreaterThan(0);
  await shot(page, "matters");
  await closeDesk(page);
  await openDesk(page, "落实情况");
  await page.locator(".coverage-row").first().waitFor(PATIENCE);
  await shot(page, "coverage");
  await closeDesk(page);
  await page.locator(".hero .explained").click();
  await page.locator(".explanation .formula").waitFor(PATIENCE);
  await shot(page, "explained");
  await page.keyboard.press("Escape");
  await goTo(page, 3);
  await page.locator(".sensitivity summary").click();
  await page.locator(".sensitivity .button").click();
  await page.locator(".sensitivity li").first().waitFor(PATIENCE);
  await shot(page, "sensitivity");
  expect(app.trouble).toEqual([]);
});
