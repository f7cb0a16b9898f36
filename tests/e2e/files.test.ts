// One's own files dropped on the window: what is wrong is said with file, row and field, what is usable is used, rows
// set aside come out again as a table, and a long task shows how far it is and stops when told.

import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AppHost, type AppPage, hostApp } from "../helpers/app-page.ts";
import {
  analysed,
  coverage,
  drop,
  eventually,
  goTo,
  households,
  mapDrawn,
  PATIENCE,
} from "../helpers/drive-app.ts";
import { CENTERS, MANY_ROADS, RESIDENCES, ROADS } from "./small-town.ts";

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

const issues = async (): Promise<string> => (await page.locator(".checked-file").allInnerTexts()).join("\n");
const layers = async (): Promise<string> => (await page.locator(".layers").innerText()).replace(/\s+/g, " ");

/** The rows set aside, as exported. */
let setAside = "";

describe("files dropped on the window", () => {
  it("show where they will go before they are let go", async () => {
    const hover = (type: string) =>
      page.evaluate((name) => {
        const data = new DataTransfer();
        data.items.add(new File(["{}"], "a.geojson"));
        document.body.dispatchEvent(
          new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true, relatedTarget: null }),
        );
      }, type);
    await hover("dragover");
    await page.locator(".drop-veil").waitFor(PATIENCE);
    await hover("dragleave");
    await page.locator(".drop-veil").waitFor({ state: "detached", timeout: PATIENCE.timeout });
  });

  it("take the demo's place; usable rows are used, every other is named by file, row and field", async () => {
    await drop(page, [RESIDENCES, CENTERS, ROADS]);
    await eventually(layers).toContain("10 / 11 行 楼栋.geojson");
    expect(await layers()).toMatch(/2 行 中心\.csv.*12 行 道路\.geojson/);
    for (const all of await page.locator(".issues .button").all()) await all.click();
    const said = await issues();
    for (const row of [
      "第 3 条字段“户数”：户数“-5”",
      "第 4 条字段“户数”：户数“很多”",
      "第 5 条字段“户数”：户数为空",
    ]) {
      expect(said).toContain(row);
    }
    expect(said).toMatch(/楼栋\.geojson[\s\S]*第 6 条：经度和纬度颠倒/);
    expect(said).toMatch(/楼栋\.geojson[\s\S]*第 8 条字段“楼栋编号”：.*重复/);
    expect(said).toMatch(/中心\.csv[\s\S]*第 2 条字段“建筑面积”/);
  });

  it("count what is known and leave the unknown out of every sum", async () => {
    await goTo(page, 2);
    await analysed(page);
    const [covered, total] = await households(page);
    expect(total).toBe(40 + 36 + 50 + 60 + 70 + 80 + 90);
    expect(covered).toBe(total);
    expect(await page.locator(".headline").innerText()).toContain("另有 3 栋户数不详");
    await goTo(page, 1);
  });

  it("give the rows set aside back as a table", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "导出 1 行" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("楼栋 未采用.csv");
    const text = await readFile(await download.path(), "utf8");
    expect(text.startsWith("\uFEFFfile,row,reason,")).toBe(true);
    expect(text.trim().split("\r\n")).toHaveLength(2);
    expect(text).toMatch(/\r\n楼栋\.geojson,6,.*A6/);
    setAside = text;
  });

  it("say of empty, cut-off and misshapen ones what is wrong, and keep the rest standing", async () => {
    await drop(page, [
      { name: "空.geojson", body: "" },
      { name: "截断.geojson", body: RESIDENCES.body.slice(0, 300) as string },
      { name: "面.csv", body: "编号,名称\n1,无坐标\n" },
      { name: "乱码.zip", body: [80, 75, 3, 4, 1, 2, 3] },
    ]);
    await eventually(issues).toContain("空.geojson");
    await atRest();
    const said = await issues();
    expect(said).toMatch(/空\.geojson[\s\S]*文件是空的/);
    expect(said).toMatch(/截断\.geojson[\s\S]*中断/);
    expect(said).toContain("乱码.zip");
    expect(await layers()).toContain("10 / 11 行 楼栋.geojson");
    await goTo(page, 2);
    expect((await households(page))[1]).toBe(426);
    await goTo(page, 1);
  });
});

describe("a long task", () => {
  it("shows its stage and share, stops at once when told, and leaves the screen usable", async () => {
    await goTo(page, 2);
    const before = await households(page);
    await goTo(page, 1);
    await drop(page, [MANY_ROADS]);
    const card = page.locator(".progress");
    await card.waitFor(PATIENCE);
    await eventually(() => card.innerText()).toMatch(/\S+ \d+%/);
    expect(await card.getByRole("progressbar").getAttribute("aria-label")).not.toBe("");
    await card.getByRole("button", { name: "取消" }).click();
    expect(await card.count()).toBe(0);
    expect(await page.locator(".trouble").count()).toBe(0);
    expect(await layers()).not.toContain(MANY_ROADS.name);
    await goTo(page, 2);
    expect(await households(page)).toEqual(before);
    await page.getByRole("button", { name: /步行/ }).click();
    await page.getByRole("slider", { name: "时间（分钟）" }).fill("3");
    await eventually(() => coverage(page)).toBeLessThan(100);
    await page.keyboard.press("Escape");
  });

  it("takes rows back that were set aside and mended", async () => {
    await goTo(page, 1);
    expect(setAside).toContain("POINT (28 113)");
    await drop(page, [{ name: "楼栋 未采用.csv", body: setAside.replace("28 113", "113.001 28.001") }]);
    await eventually(layers).toContain("1 行 楼栋 未采用.csv");
    expect(await page.locator(".read-now").innerText()).toContain("楼栋 未采用.csv（住宅）");
    expect(await page.locator(".checked-head .button").count()).toBe(0);
    await goTo(page, 2);
    await eventually(async () => (await households(page))[1]).toBe(446);
  });

  it("has left no error behind", () => {
    expect(app.trouble).toEqual([]);
  });
});

const atRest = (): Promise<void> =>
  page.locator(".progress").waitFor({ state: "detached", timeout: PATIENCE.timeout });
