// The meeting step in a real browser: a pack written, an item pinned to a place, undone and redone, kept through a
// reload; presented with keys alone, a place shown, the screen black; printed as a PDF; two options
// beside each other.

import { readFileSync } from "node:fs";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type AppHost, type AppPage, hostApp } from "../helpers/app-page.ts";
import { analysed, eventually, mapDrawn, PATIENCE } from "../helpers/drive-app.ts";

/** Several full maps on software rendering, milliseconds. */
vi.setConfig({ testTimeout: 240_000 });

let host: AppHost;
let app: AppPage;
beforeAll(async () => {
  host = await hostApp();
  app = await host.open({ width: 1920, height: 1080 });
  await analysed(app.page);
  await mapDrawn(app.page);
});
afterAll(() => host.close());

const field = (label: string) => app.page.locator(".meeting-pack").getByRole("textbox", { name: label });

async function fill(label: string, text: string): Promise<void> {
  await field(label).fill(text);
  await app.page.keyboard.press("Tab");
}

const slide = (name: string) => app.page.locator(`.talk[data-slide=${name}]`).waitFor(PATIENCE);

it("writes a pack with an item at a place, takes it back, keeps it through a reload", async () => {
  const { page } = app;
  await page.keyboard.press("6");
  await page.getByRole("button", { name: "准备一次会议" }).click(PATIENCE);
  await fill("标题", "三季度联席会议");
  await fill("主持（职务）", "区委组织部部长");
  await page.getByLabel("主持人层级").selectOption("district");
  await page.locator(".raised", { hasText: "提级召集" }).waitFor(PATIENCE);
  await fill("议程，每行一项", "通报现状\n\n表决");
  await page.getByRole("button", { name: "加一条需求" }).click();
  await fill("事项", "<b>老年食堂</b>");
  const place = await page.locator("datalist option").last().getAttribute("value");
  await page.locator(".matter-form input[list]").fill("没有这个地方");
  await page.keyboard.press("Enter");
  await page.locator(".matter-form .refusal", { hasText: "没有这个地点" }).waitFor(PATIENCE);
  await page.locator(".matter-form input[list]").fill(place ?? "");
  await page.keyboard.press("Enter");
  await page.locator(".matter-row", { hasText: place ?? "?" }).waitFor(PATIENCE);
  await page.getByRole("button", { name: "认领" }).click();
  await page.locator(".matter-state", { hasText: "已认领" }).waitFor(PATIENCE);
  await page.getByRole("button", { name: "撤销" }).click();
  await page.locator(".matter-state", { hasText: "已提出" }).waitFor(PATIENCE);
  await page.getByRole("button", { name: "加一条决议" }).first().click();
  await page
    .getByRole("region", { name: "决议", exact: true })
    .getByRole("textbox", { name: "决议" })
    .fill("扩建");
  await page.keyboard.press("Tab");
  await page.locator(".saved-mark[data-state=saved]").waitFor(PATIENCE);
  await page.reload();
  await mapDrawn(page);
  await page.keyboard.press("6");
  await eventually(() => field("标题").inputValue()).toBe("三季度联席会议");
  expect(await field("议程，每行一项").inputValue()).toBe("通报现状\n表决");
  await page.locator(".matter-row", { hasText: "<b>老年食堂</b>" }).waitFor(PATIENCE);
});

it("is presented with keys alone and changes nothing", async () => {
  const { page } = app;
  const edits = await page.locator(".option-name em").innerText();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("p");
  await slide("present");
  expect(await page.locator(".talk-figure").first().innerText()).toContain("95.0");
  expect(await page.locator(".top-bar").isVisible()).toBe(false);
  await page.keyboard.press("PageDown");
  await slide("tooFar");
  const first = page.locator(".talk-rows button").first();
  const name = await first.locator("span").first().innerText();
  await first.click();
  await page.locator(".talk h1", { hasText: name }).waitFor(PATIENCE);
  await page.keyboard.press("Escape");
  await page.locator(".talk h1", { hasText: "谁太远" }).waitFor(PATIENCE);
  await page.keyboard.press(".");
  await page.locator(".talk-black").waitFor(PATIENCE);
  await page.keyboard.press("PageDown");
  await page.locator(".talk-black").waitFor({ state: "detached", timeout: PATIENCE.timeout });
  await slide("tooFar");
  await page.keyboard.press(" ");
  await slide("tooSmall");
  await page.keyboard.press("ArrowRight");
  await slide("lists");
  await page.locator(".talk-rows", { hasText: "<b>老年食堂</b>" }).waitFor(PATIENCE);
  await page.keyboard.press("End");
  await slide("decisions");
  await page.locator(".talk-line", { hasText: "提级召集" }).waitFor(PATIENCE);
  const least = async (scope: string): Promise<number> => {
    const sizes = await page
      .locator(scope)
      .evaluateAll((list) =>
        list
          .filter((one) =>
            [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
          )
          .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
      );
    expect(sizes.length, scope).toBeGreaterThan(0);
    return Math.min(...sizes);
  };
  for (const scope of [".talk *", ".legend li", ".maplibregl-ctrl-scale"]) {
    expect(await least(scope), scope).toBeGreaterThanOrEqual(28);
  }
  expect(await least(".provenance span")).toBeGreaterThanOrEqual(18);
  await page.keyboard.press("Escape");
  await page.locator(".talk").waitFor({ state: "detached", timeout: PATIENCE.timeout });
  await page.locator(".top-bar").waitFor(PATIENCE);
  expect(await page.locator(".option-name em").innerText()).toBe(edits);
});

it("prints the pack as a PDF whose text can be searched, and warns before maps go public", async () => {
  const { page } = app;
  await page.getByRole("button", { name: "打印与导出" }).click();
  const dialog = page.getByRole("dialog", { name: "打印与导出" });
  const laidOut = () => dialog.locator(".preview:not([data-waiting]) img").waitFor({ timeout: 60_000 });
  await laidOut();
  await dialog.locator(".segmented label", { hasText: "公开" }).click();
  await dialog.locator(".issues", { hasText: "审图号" }).waitFor({ timeout: 60_000 });
  await dialog.locator(".segmented label", { hasText: "内部资料" }).click();
  await dialog.getByLabel("制图单位").fill("星河区委组织部");
  await page.keyboard.press("Tab");
  await laidOut();
  const download = page.waitForEvent("download", { timeout: 120_000 });
  await dialog.getByRole("button", { name: "保存 PDF" }).click({ timeout: 60_000 });
  const file = await download;
  expect(file.suggestedFilename()).toBe("星河区（示例） 三季度联席会议.pdf");
  const bytes = readFileSync(await file.path());
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const text = [...document.pages()].map((one) => one.getText()).join("\n");
  document.destroy();
  library.destroy();
  for (const said of [
    "<b>老年食堂</b>",
    "已提出",
    "扩建",
    "提级召集",
    "星河区委组织部",
    "内部资料",
    "86,724",
  ]) {
    expect(text.replaceAll(/\s/g, ""), said).toContain(said);
  }
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached", timeout: PATIENCE.timeout });
});

it("holds two options beside each other on one ground", async () => {
  const { page } = app;
  await page.getByRole("button", { name: "新建方案" }).click();
  await page.locator(".progress").waitFor({ state: "detached", timeout: PATIENCE.timeout });
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press("F5");
  await slide("present");
  for (let k = 0; k < 3; k++) await page.keyboard.press("PageDown");
  await slide("options");
  await page.locator(".talk-swipe .map-view canvas").first().waitFor(PATIENCE);
  const divide = page.getByRole("slider");
  await divide.focus();
  await page.keyboard.press("ArrowRight");
  await eventually(() => divide.getAttribute("aria-valuenow")).toBe("55");
  await slide("options");
  await page.locator(".talk-table td", { hasText: "95.0%" }).first().waitFor(PATIENCE);
  await page.keyboard.press("Escape");
  await page.locator(".talk").waitFor({ state: "detached", timeout: PATIENCE.timeout });
  await page.locator(".option-tab[aria-selected=true]", { hasText: "方案A" }).waitFor(PATIENCE);
  expect(app.trouble).toEqual([]);
});
