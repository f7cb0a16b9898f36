// Work that survives, in a real browser: reloading, a crashed page, a second tab, project files whole and cut off, a
// colleague's edits, snapshots, and a browser that refuses to store anything.

import { readFileSync } from "node:fs";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type AppHost, hostApp } from "../helpers/app-page.ts";
import { analysed, drop, eventually, flyTo, goTo, PATIENCE } from "../helpers/drive-app.ts";
import { CENTERS, RESIDENCES, ROADS } from "./small-town.ts";

/** Several pages in turn on software rendering, milliseconds. */
vi.setConfig({ testTimeout: 180_000 });

let host: AppHost;
beforeAll(async () => {
  host = await hostApp();
});
afterAll(() => host.close());

/** Waits until the state with so many edits is on screen and safe: both stand in one line, drawn at once. */
const saved = (page: Page, edits: number) =>
  page
    .locator(".option-name", edits === 0 ? { hasNotText: "处改动" } : { hasText: `${edits} 处改动` })
    .locator(".saved-mark[data-state=saved]")
    .waitFor(PATIENCE);

/** Chooses a centre by part of its name. */
async function choose(page: Page, name: string): Promise<void> {
  await flyTo(page, name);
  await page.locator(".inspector").getByRole("textbox", { name: "名称" }).waitFor(PATIENCE);
}

async function rename(page: Page, name: string, to: string): Promise<void> {
  await choose(page, name);
  const field = page.locator(".inspector").getByRole("textbox", { name: "名称" });
  await field.fill(to);
  await field.press("Enter");
  await page.locator(".inspector h2", { hasText: to }).first().waitFor(PATIENCE);
}

async function resize(page: Page, area: string): Promise<void> {
  const field = page.locator(".inspector").getByRole("textbox", { name: /建筑面积/ });
  await field.fill(area);
  await field.press("Enter");
}

/** Names the search finds. */
async function finds(page: Page, name: string): Promise<readonly string[]> {
  const search = page.getByRole("combobox", { name: "查找" });
  await search.fill(name);
  const found = await page.locator(".found-place span").allInnerTexts();
  await search.press("Escape");
  return found;
}

async function menu(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: /^项目/ }).click();
  await page.getByRole("dialog", { name: "项目" }).getByRole("button", { name: item }).click();
}

async function saveFile(page: Page): Promise<Buffer> {
  const coming = page.waitForEvent("download");
  await menu(page, "保存项目文件");
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/\.quandian$/);
  return readFileSync(await download.path());
}

async function openFile(page: Page, bytes: Buffer): Promise<void> {
  const asked = page.waitForEvent("filechooser");
  await menu(page, "打开项目文件");
  const file = { name: "同事.quandian", mimeType: "application/zip", buffer: bytes };
  await (await asked).setFiles(file);
}

async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  session.send("Page.crash").catch(() => undefined);
  await crashed;
}

const strip = (page: Page, words: string) => page.locator(".strip", { hasText: words });

describe("work on a project", () => {
  it("is there again after reloading, as is what can be redone", async () => {
    const { page, trouble } = await host.open();
    await analysed(page);
    await rename(page, "北坡社区党群服务中心", "甲中心");
    await rename(page, "甲中心", "乙中心");
    await page.getByRole("button", { name: "撤销" }).click();
    await saved(page, 1);
    await page.reload();
    await analysed(page);
    await eventually(() => finds(page, "甲中心")).toEqual(["甲中心"]);
    expect(await page.locator(".option-name em").innerText()).toBe("1 处改动");
    await page.getByRole("button", { name: "重做" }).click();
    await eventually(() => finds(page, "乙中心")).toEqual(["乙中心"]);
    expect(await page.locator(".strip").count()).toBe(0);
    expect(trouble).toEqual([]);
    await page.context().close();
  });

  it("is recovered after the page crashed", async () => {
    const { page } = await host.open();
    const context = page.context();
    await analysed(page);
    await rename(page, "北坡社区党群服务中心", "甲中心");
    await saved(page, 1);
    await crash(page);
    const { page: next, trouble } = await host.open({ context });
    await analysed(next);
    await strip(next, "上次没有正常关闭").waitFor(PATIENCE);
    await eventually(() => finds(next, "甲中心")).toEqual(["甲中心"]);
    expect(trouble).toEqual([]);
    await context.close();
  });
});

describe("two tabs on one project", () => {
  it("have one that edits, the other follows it and takes over", async () => {
    const { page: first } = await host.open();
    const context = first.context();
    await analysed(first);
    await rename(first, "北坡社区党群服务中心", "甲中心");
    await saved(first, 1);
    const { page: second, trouble } = await host.open({ context });
    await analysed(second);
    await strip(second, "另一个窗口正在编辑").waitFor(PATIENCE);
    await choose(second, "甲中心");
    await second.locator(".inspector").getByRole("textbox", { name: "名称" }).fill("丙中心");
    await second.keyboard.press("Enter");
    await second.getByText("另一个窗口正在编辑，这里只读").first().waitFor(PATIENCE);
    await rename(first, "甲中心", "乙中心");
    await eventually(() => finds(second, "乙中心")).toEqual(["乙中心"]);
    await second.getByRole("button", { name: "接手编辑" }).click();
    await strip(first, "另一个窗口接手了编辑").waitFor(PATIENCE);
    await rename(second, "乙中心", "丁中心");
    await eventually(() => finds(first, "丁中心")).toEqual(["丁中心"]);
    expect(trouble).toEqual([]);
    await context.close();
  });
});

describe("a project file", () => {
  it("opens for a colleague; cut off it is refused and the work stays", async () => {
    const { page } = await host.open();
    await analysed(page);
    await rename(page, "北坡社区党群服务中心", "甲中心");
    const bytes = await saveFile(page);
    await page.context().close();
    const { page: other, trouble } = await host.open();
    await analysed(other);
    await openFile(other, bytes.subarray(0, bytes.length / 2));
    await strip(other, "项目文件不完整").waitFor(PATIENCE);
    await eventually(() => finds(other, "北坡社区党群服务中心")).toEqual(["北坡社区党群服务中心"]);
    await openFile(other, bytes);
    await eventually(() => finds(other, "甲中心")).toEqual(["甲中心"]);
    await saved(other, 1);
    await other.reload();
    await analysed(other);
    await eventually(() => finds(other, "甲中心")).toEqual(["甲中心"]);
    expect(trouble).toEqual([]);
    await other.context().close();
  });

  it("of the same data is merged edit by edit, conflicts by choice, and undone as one", async () => {
    const { page } = await host.open();
    await analysed(page);
    await rename(page, "北坡社区党群服务中心", "对方中心");
    await resize(page, "4321");
    await eventually(() => page.locator(".option-name em").innerText()).toBe("2 处改动");
    const bytes = await saveFile(page);
    await page.context().close();
    const { page: mine, trouble } = await host.open();
    await analysed(mine);
    await rename(mine, "北坡社区党群服务中心", "我方中心");
    await openFile(mine, bytes);
    const dialog = mine.getByRole("dialog", { name: "合并同事的改动" });
    await dialog.getByText(/→ 4,321 ㎡/).waitFor(PATIENCE);
    expect(await dialog.getByRole("checkbox").count()).toBe(1);
    await dialog.locator(".conflict label", { hasText: "对方" }).last().click();
    await eventually(() => dialog.getByRole("checkbox").count()).toBe(2);
    await dialog.getByRole("button", { name: "并入 2 处" }).click();
    await eventually(() => finds(mine, "对方中心")).toEqual(["对方中心"]);
    expect(await mine.locator(".option-name em").innerText()).toBe("3 处改动");
    await mine.getByRole("button", { name: "撤销" }).click();
    await eventually(() => finds(mine, "我方中心")).toEqual(["我方中心"]);
    expect(await mine.locator(".option-name em").innerText()).toBe("1 处改动");
    expect(trouble).toEqual([]);
    await mine.context().close();
  });
});

describe("other data under the same work", () => {
  it("keeps the edits that still have their place, and names the others", async () => {
    const { page, trouble } = await host.open();
    await analysed(page);
    await drop(page, [RESIDENCES, CENTERS, ROADS]);
    await page.locator(".layer-head", { hasText: ROADS.name }).waitFor(PATIENCE);
    await goTo(page, 2);
    await analysed(page);
    await rename(page, "东街中心", "甲中心");
    await rename(page, "西街中心", "乙中心");
    await goTo(page, 1);
    await page.locator(".layer-head", { hasText: CENTERS.name }).click();
    await page.getByRole("combobox", { name: "建筑面积" }).selectOption("");
    await saved(page, 2);
    expect(await finds(page, "甲中心")).toEqual(["甲中心"]);
    const rows = String(CENTERS.body).split("\n");
    await drop(page, [{ name: CENTERS.name, body: `${rows[0]}\n${rows[2]}\n` }]);
    await strip(page, "“东街中心”改名为“甲中心”").waitFor(PATIENCE);
    await saved(page, 1);
    expect(await finds(page, "乙中心")).toEqual(["乙中心"]);
    await page.reload();
    await eventually(() => finds(page, "乙中心")).toEqual(["乙中心"]);
    expect(trouble).toEqual([]);
    await page.context().close();
  });
});

describe("the record and snapshots", () => {
  it("say why, lead back to an edit, and keep named states", async () => {
    const { page, trouble } = await host.open();
    await analysed(page);
    await rename(page, "北坡社区党群服务中心", "甲中心");
    await saved(page, 1);
    await menu(page, "快照");
    const snapshots = page.getByRole("dialog", { name: "快照" });
    await snapshots.getByRole("textbox", { name: "快照名称" }).fill("会前");
    await snapshots.getByRole("button", { name: "拍快照" }).click();
    await snapshots.getByRole("textbox", { name: /1 处改动/ }).waitFor(PATIENCE);
    await snapshots.getByRole("button", { name: "关闭" }).click();
    await rename(page, "甲中心", "乙中心");
    await menu(page, "改动记录");
    const record = page.getByRole("dialog", { name: "改动记录" });
    await record.getByRole("textbox", { name: "说明" }).first().fill("街道要求");
    await record.getByRole("button", { name: "回到这里" }).first().click();
    await record.getByText("已撤销，可重做").waitFor(PATIENCE);
    await record.getByRole("button", { name: "关闭" }).click();
    await eventually(() => finds(page, "甲中心")).toEqual(["甲中心"]);
    await page.getByRole("button", { name: "撤销" }).click();
    await saved(page, 0);
    await menu(page, "快照");
    await snapshots.getByRole("button", { name: "恢复", exact: true }).click();
    await eventually(() => finds(page, "甲中心")).toEqual(["甲中心"]);
    await menu(page, "快照");
    await eventually(() => snapshots.getByRole("button", { name: "恢复", exact: true }).count()).toBe(2);
    expect(trouble).toEqual([]);
    await page.context().close();
  });
});

describe("a browser that refuses to store", () => {
  it("says so, goes on in memory and offers a file", async () => {
    const context: BrowserContext = await refusing();
    const { page } = await host.open({ context });
    await analysed(page);
    await rename(page, "北坡社区党群服务中心", "甲中心");
    await strip(page, "浏览器不允许在本机保存").waitFor(PATIENCE);
    expect(await page.locator(".saved-mark").innerText()).toBe("未保存");
    await rename(page, "甲中心", "乙中心");
    const coming = page.waitForEvent("download");
    await page.locator(".strip").getByRole("button", { name: "保存项目文件" }).click();
    expect((await coming).suggestedFilename()).toMatch(/\.quandian$/);
    await goTo(page, 1);
    expect(await handsOverFile(page, () => drop(page, [CENTERS, RESIDENCES]))).toBe(true);
    await page.locator(".layer-head", { hasText: CENTERS.name }).waitFor(PATIENCE);
    const panel = page.locator(".left");
    expect(await handsOverFile(page, () => panel.getByRole("button", { name: "示例城区" }).click())).toBe(
      true,
    );
    await page.locator(".layer-head", { hasText: "residences.geojson" }).waitFor(PATIENCE);
    await goTo(page, 2);
    await analysed(page);
    await rename(page, "北坡社区党群服务中心", "丙中心");
    expect(await handsOverFile(page, () => menu(page, "新建项目"))).toBe(true);
    await page.locator(".empty-state").waitFor(PATIENCE);
    expect(await page.locator(".saved-mark").count()).toBe(0);
    await context.close();
  });

  it("full of other things, says so, and stores what it owes once there is room", async () => {
    const { page } = await host.open();
    await analysed(page);
    await rename(page, "北坡社区党群服务中心", "甲中心");
    await saved(page, 1);
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("no room", "QuotaExceededError");
      };
      addEventListener("room", () => {
        IDBObjectStore.prototype.put = put;
      });
    });
    await rename(page, "甲中心", "乙中心");
    await strip(page, "磁盘空间不足").waitFor(PATIENCE);
    await page.evaluate(() => dispatchEvent(new Event("room")));
    await page.locator(".strip").getByRole("button", { name: "再试一次" }).click();
    await saved(page, 2);
    expect(await page.locator(".strip").count()).toBe(0);
    await page.context().close();
  });

  async function handsOverFile(page: Page, leave: () => Promise<unknown>): Promise<boolean> {
    const coming = page.waitForEvent("download");
    await leave();
    return (await coming).suggestedFilename().endsWith(".quandian");
  }

  async function refusing(): Promise<BrowserContext> {
    const { page } = await host.open({ path: "favicon.svg" });
    await page.context().addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("refused", "SecurityError");
      };
    });
    return page.context();
  }
});
