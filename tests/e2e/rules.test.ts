// Rule packs in a real browser: Hunan, Wuhan and Suzhou judged one after the other, each with its own rules, flags and
// articles, the map coloured anew; a copy edited until a verdict turns, and undone; registers imported from tables, judged,
// shown on the map, exported and read again; matters that move only as their workflow allows, pinned where one clicks.

import { createCanvas, loadImage } from "@napi-rs/canvas";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type AppHost, type AppPage, hostApp } from "../helpers/app-page.ts";
import { analysed, eventually, flyTo, goTo, mapDrawn, middleOfMap, PATIENCE } from "../helpers/drive-app.ts";

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
  await page.locator(".top-bar .select", { hasText: "规则包" }).click();
  await page.locator(".pack-find input").fill(pack);
  await shot(page, `chooser-${pack}`);
  await page.locator(".pack-row").first().click(PATIENCE);
  await page.locator(".provenance", { hasText: pack }).waitFor(PATIENCE);
  await analysed(page);
}

async function openDesk(page: Page, name: string): Promise<void> {
  await page.locator(".top-bar .select", { hasText: "规则包" }).click();
  await page.locator(".pack-way", { hasText: name }).click(PATIENCE);
}

const closeDesk = (page: Page): Promise<void> => page.locator(".desk .modal-head button").click();

/** Gives a file to whatever a button asks for one. */
async function give(page: Page, button: Locator, name: string, body: string | Buffer): Promise<void> {
  const chooser = page.waitForEvent("filechooser");
  await button.click();
  await (await chooser).setFiles({
    name,
    mimeType: "application/octet-stream",
    buffer: typeof body === "string" ? Buffer.from(body, "utf8") : body,
  });
  await page.locator(".taken", { hasText: name }).waitFor(PATIENCE);
}

/** Share of the middle of the map, 160 × 120 pixels, that is tinted amber: redder by far than it is blue. */
async function amber(page: Page): Promise<number> {
  const { x, y } = await middleOfMap(page);
  const clip = { x: x - 80, y: y - 60, width: 160, height: 120 };
  const picture = await loadImage(await page.screenshot({ clip }));
  const canvas = createCanvas(clip.width, clip.height);
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, clip.width, clip.height);
  let found = 0;
  for (let i = 0; i < data.length; i += 4) if (data[i]! - data[i + 2]! > 45) found++;
  return found / (clip.width * clip.height);
}

const flagged = (page: Page): Promise<string[]> => page.locator(".left .chips .chip").allInnerTexts();

it("judges by Hunan, Wuhan and Suzhou in turn, and cites the right article", async () => {
  const { page } = app;
  await goTo(page, 3);
  await flyTo(page, "柳溪社区", "社区");
  const evidence = page.locator(".inspector .evidence");
  await evidence.getByText("中心体系，第 5 段").first().waitFor(PATIENCE);
  const hunan = await flagged(page);
  await mapDrawn(page);
  await eventually(() => amber(page)).toBeGreaterThan(0.3);
  await shot(page, "map-hunan");

  await choose(page, "武汉");
  await evidence.getByText("15 分钟服务圈").first().waitFor(PATIENCE);
  await eventually(() => evidence.getByText("中心体系，第 5 段").count()).toBe(0);
  const wuhan = await flagged(page);
  expect(wuhan, "Wuhan asks for no area per household").not.toEqual(hunan);
  await eventually(() => amber(page)).toBeLessThan(0.1);
  await shot(page, "map-wuhan");

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
  await eventually(() => amber(page)).toBeGreaterThan(0.3);
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
  const [undo, redo] = [
    page.locator(".desk-pages .icon-button").first(),
    page.locator(".desk-pages .icon-button").last(),
  ];
  await undo.click();
  await eventually(() => unmet.innerText()).toBe(before);
  await eventually(() => rule.locator(".edited-mark").count()).toBe(0);
  await redo.click();
  await rule.locator(".edited-mark").waitFor(PATIENCE);
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
  await choose(page, "武汉");
  await openDesk(page, "看全部规则");
  const rule = page.locator(".rule", { hasText: "WH-01" }).first();
  await rule.getByText("未评").waitFor(PATIENCE);
  await page.locator(".desk-pages label", { hasText: "登记" }).click();
  await page.locator(".register-list .pack-row", { hasText: "政务服务中心" }).click();
  const [reader, writer] = [
    page.getByRole("button", { name: "从表格导入" }),
    page.getByRole("button", { name: "导出 XLSX" }),
  ];
  const rows = [
    "名称,街道,户主姓名",
    "政务中心,古渡街道,某某",
    "无,芦汀街道,某某",
    "政务中心,没有的街道,某某",
  ];
  await give(page, reader, "政务.csv", `${rows.join("\n")}\n`);
  const taken = page.locator(".taken");
  await taken.getByText(/政务.csv 第 3 行.*没有的街道.*请/).waitFor(PATIENCE);
  await taken.getByText(/政务.csv“户主姓名”列.*没有读入。请/).waitFor(PATIENCE);
  expect(await taken.innerText(), "remedies of the screen, not of the command line").not.toContain("--");
  await page.locator(".register-without", { hasText: "芦汀街道" }).waitFor(PATIENCE);
  await shot(page, "registers");

  await page.locator(".desk-pages label", { hasText: "规则" }).first().click();
  const verdicts = () => rule.locator(".chip").allInnerTexts();
  await eventually(async () => (await verdicts()).map((text) => text.replace(/\s+/g, " "))).toEqual([
    "不达标 1",
    "无数据 4",
    "达标 1",
  ]);
  await page.locator(".desk-pages label", { hasText: "登记" }).click();
  await page.locator(".register-list .pack-row", { hasText: "政务服务中心" }).click();
  await page.locator(".register-list").click({ position: { x: 4, y: 4 } });
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, "名称\t街道\n政务中心\t古渡街道\n");
  await taken.getByText("已从 粘贴的表格.csv 导入 1 行").waitFor(PATIENCE);
  expect(await page.locator(".project-name").first().innerText(), "the demo stays open").toContain("星河区");
  const file = page.waitForEvent("download");
  await writer.click();
  const { readFile } = await import("node:fs/promises");
  await give(page, reader, "又一次.xlsx", await readFile(await (await file).path()));
  expect(await taken.innerText(), "what was exported is read again whole").not.toContain("搁置");
  await page.locator(".register-listing input").check();
  await page.locator(".desk-pages label", { hasText: "规则" }).first().click();
  await eventually(async () => (await verdicts()).map((text) => text.replace(/\s+/g, " "))).toEqual([
    "不达标 5",
    "达标 1",
  ]);

  await page.locator(".desk-pages label", { hasText: "登记" }).click();
  await page.locator(".register-list .pack-row", { hasText: "政务服务中心" }).click();
  await page.locator(".theme-chooser select").selectOption({ index: 1 });
  const legend = page.locator(".overlay-legend");
  await eventually(async () =>
    (await legend.locator("li").allInnerTexts()).join(" ").replace(/\s+/g, " "),
  ).toBe("0 条 5 1 条 1 2 条 0 3+ 条 0 未登记 0");
  await mapDrawn(page);
  await shot(page, "register-theme");
  await legend.locator("button").click();
  await eventually(() => legend.count()).toBe(0);
  await choose(page, "湖南");
});

it("moves matters only as their workflow allows, by hand and from a table, and pins them where one clicks", async () => {
  const { page } = app;
  await openDesk(page, "事项");
  const reader = page.getByRole("button", { name: "从表格导入" });
  const head = "编号,类别,事项,社区,状态,开始,承办单位";
  await give(page, reader, "事项.csv", `${head}\nM1,点单派单,路灯不亮,柳溪社区,已派单,2026-01-05,市政所\n`);
  await page.locator(".matter-tile", { hasText: "路灯不亮" }).click(PATIENCE);
  const card = page.locator(".matter-card");
  await card.locator(".matter-moves").waitFor(PATIENCE);
  expect(await card.locator(".matter-moves .button").allInnerTexts()).toEqual(["转为 已接单", "转为 已点单"]);
  await page.locator(".matter-tile .overdue").waitFor(PATIENCE);
  await give(page, reader, "回填.csv", `${head}\nM1,点单派单,路灯不亮,柳溪社区,已评单,2026-01-05,市政所\n`);
  await page
    .locator(".taken")
    .getByText(/回填.csv 第 1 行 状态.*已派单 → 已评单.*请/)
    .waitFor(PATIENCE);
  await page.locator(".matter-state", { hasText: "已派单" }).locator(".matter-tile").waitFor(PATIENCE);
  await card.getByText("转为 已接单").click();
  await page.locator(".matter-state", { hasText: "已接单" }).locator(".matter-tile").waitFor(PATIENCE);

  await card.getByRole("button", { name: "在地图上点选" }).click();
  await page.locator(".overlay-legend", { hasText: "路灯不亮" }).waitFor(PATIENCE);
  await mapDrawn(page);
  const middle = await middleOfMap(page);
  await page.mouse.click(middle.x + 40, middle.y + 40);
  await card.locator(".matter-point", { hasText: "地图上的一点" }).waitFor(PATIENCE);
  await closeDesk(page);
  await card.waitFor({ ...PATIENCE, state: "detached" });
  await mapDrawn(page);
  await shot(page, "matter-pins");
  const pin = { x: middle.x + 40, y: middle.y + 40 };
  await eventually(async () => {
    if ((await card.count()) > 0) return 1;
    await page.mouse.click(pin.x, pin.y);
    await card.waitFor({ timeout: 5000 }).catch(() => undefined);
    return card.count();
  }).toBe(1);
  await closeDesk(page);
  await page.locator(".overlay-legend button").click();
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
