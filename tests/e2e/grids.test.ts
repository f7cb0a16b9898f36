// Grids under the hand, in a real browser with a real pointer: on the demo, the departments' nets merged as one draft; on
// a lattice, a net taken from the files, painted across its border with the totals moving, a grid broken and mended as
// offered, all undone, all redone, the page reloaded; a draft by the machine, accepted; a border pulled; the brush by
// keyboard alone; every building's grid saved.

import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type AppHost, type AppPage, hostApp } from "../helpers/app-page.ts";
import { analysed, drop, eventually, goTo, mapDrawn, PATIENCE } from "../helpers/drive-app.ts";
import { projection } from "../helpers/map-projection.ts";
import { COLUMNS, latticeTown, ROWS, TOWN_BOUNDS, unitAt } from "./lattice-town.ts";

/** Several strokes on software rendering, milliseconds. */
vi.setConfig({ testTimeout: 240_000 });

let host: AppHost;
let app: AppPage;
beforeAll(async () => {
  host = await hostApp();
  app = await host.open();
});
afterAll(() => host.close());

/** Households of each grid as the list shows them, by label. */
async function totals(page: Page): Promise<Record<string, number>> {
  const rows = await page
    .locator(".grid-row")
    .evaluateAll((list) =>
      list.map((row) => [
        row.querySelector(".grid-row-name")?.firstChild?.textContent?.trim() ?? "",
        Number((row.querySelector(".figure")?.firstChild?.textContent ?? "").replaceAll(",", "")),
      ]),
    );
  return Object.fromEntries(rows) as Record<string, number>;
}

/** Presses at the first unit and draws through the others, in small steps as a hand does. */
async function stroke(page: Page, cells: readonly (readonly [number, number])[]): Promise<void> {
  const toPixel = await projection(page, TOWN_BOUNDS);
  const points = cells.map(([column, row]) => toPixel(...unitAt(column, row)));
  const [first] = points;
  if (first === undefined) throw new Error("a stroke needs a point");
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  for (const { x, y } of points.slice(1)) await page.mouse.move(x, y, { steps: 6 });
}

const edits = (page: Page, count: number) =>
  page
    .locator(".option-name", count === 0 ? { hasNotText: "处改动" } : { hasText: `${count} 处改动` })
    .locator(".saved-mark[data-state=saved]")
    .waitFor(PATIENCE);

const press = async (page: Page, key: string, times: number): Promise<void> => {
  for (let k = 0; k < times; k++) await page.keyboard.press(key);
};

it("merges the departments' nets as one draft: one step in the history, the rest listed with the reason", async () => {
  const { page } = app;
  await analysed(page);
  await goTo(page, 4);
  await page.getByRole("button", { name: /采用文件中的网格/ }).click(PATIENCE);
  await edits(page, 1);
  await page.getByText("一张网", { exact: true }).click(PATIENCE);
  await page.getByRole("button", { name: "并成一张网的草案" }).click({ timeout: 60_000 });
  const card = page.locator(".draft-card");
  await card.getByText(/处已改成与部门一致/).waitFor(PATIENCE);
  await page.getByText("改了，网格户数不合").first().waitFor();
  await edits(page, 1);
  await card.getByRole("button", { name: "全部采用" }).click();
  await edits(page, 2);
  await press(page, "Control+z", 1);
  await edits(page, 1);
  await press(page, "Control+z", 1);
  await edits(page, 0);
  expect(app.trouble).toEqual([]);
});

it("paints, breaks, mends, undoes, redoes and keeps a net through a reload", async () => {
  const { page } = app;
  await mapDrawn(page);
  await drop(page, latticeTown());
  await page.locator(".layer-file", { hasText: "住宅.geojson" }).waitFor(PATIENCE);
  await goTo(page, 2);
  await analysed(page);
  await goTo(page, 4);
  await page.getByRole("button", { name: "采用住宅数据里的网格编码" }).click(PATIENCE);
  await eventually(() => totals(page)).toEqual({ "001": 400, "002": 400 });
  await page.getByRole("button", { name: "看全图" }).click();
  await mapDrawn(page);
  await page.waitForFunction(() => document.querySelector("canvas[data-gesture]") !== null, null, PATIENCE);

  await page.keyboard.press("b");
  await press(page, "[", 6);
  await stroke(page, [
    [4, 1],
    [6, 1],
  ]);
  const into = page.locator(".stroke-readout tr", { hasText: "001" });
  await into.locator(".figure", { hasText: "440" }).waitFor(PATIENCE);
  await page
    .locator(".stroke-readout tr", { hasText: "002" })
    .locator(".figure", { hasText: "360" })
    .waitFor();
  expect(await totals(page), "nothing is in the plan before the pointer is let go").toEqual({
    "001": 400,
    "002": 400,
  });
  await page.mouse.up();
  await eventually(() => totals(page)).toEqual({ "001": 440, "002": 360 });
  await edits(page, 2);

  await stroke(
    page,
    Array.from({ length: ROWS }, (_, row) => [COLUMNS - 3, row] as const).flatMap((cell, k) =>
      k === 0 ? [[4, 0] as const, [COLUMNS - 3, 0] as const] : [cell],
    ),
  );
  await page.locator(".stroke-readout .refusal", { hasText: "002" }).waitFor(PATIENCE);
  await page.mouse.up();
  const offer = page.locator(".repair-card");
  await offer.waitFor(PATIENCE);
  const before = await totals(page);
  await offer.getByRole("button", { name: "照此补" }).first().click();
  await offer.waitFor({ state: "detached", timeout: PATIENCE.timeout });
  await eventually(() => totals(page)).not.toEqual(before);
  const mended = await totals(page);
  await eventually(() => page.locator(".grid-row", { hasText: "不连片" }).count()).toBe(0);
  await edits(page, 4);

  await press(page, "Control+z", 4);
  await edits(page, 0);
  await page.getByText("这里还没有网格").waitFor(PATIENCE);
  await press(page, "Control+Shift+z", 4);
  await eventually(() => totals(page)).toEqual(mended);
  await edits(page, 4);

  await page.reload();
  await analysed(page);
  await goTo(page, 4);
  await eventually(() => totals(page)).toEqual(mended);
  expect(app.trouble).toEqual([]);
});

it("drafts a net, keeps it out of the plan until it is accepted, and takes it as one step", async () => {
  const { page } = app;
  await page.getByText("由机器重新划分").click();
  await page.getByText("重新划分", { exact: true }).click();
  await page.locator(".draft-form").getByRole("button", { name: "划分网格" }).click();
  await page.getByRole("button", { name: "全部采用" }).waitFor(PATIENCE);
  await edits(page, 4);
  expect(await page.locator(".draft-card").innerText()).toContain("2 / 2");
  await page.getByRole("button", { name: "全部采用" }).click();
  await edits(page, 5);
  await eventually(async () => Object.values(await totals(page)).sort()).toEqual([400, 400]);
  expect(app.trouble).toEqual([]);
});

it("pulls a border between two grids, both sides at once, as one step", async () => {
  const { page } = app;
  await page.getByRole("button", { name: "看全图" }).click();
  await mapDrawn(page);
  const before = await totals(page);
  await eventually(() => page.locator(".headline .note[role=status]").count()).toBe(0);
  await page.keyboard.press("e");
  const toPixel = await projection(page, TOWN_BOUNDS);
  const [from, to] = [borderAt(toPixel), toPixel(...unitAt(COLUMNS / 2, 1))];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x + 20, from.y, { steps: 12 });
  await page.locator(".stroke-readout tr").first().waitFor(PATIENCE);
  expect(await totals(page), "nothing is in the plan before the pointer is let go").toEqual(before);
  await page.mouse.up();
  await eventually(() => totals(page)).not.toEqual(before);
  const after = await totals(page);
  expect(Object.values(after).reduce((sum, count) => sum + count, 0)).toBe(800);
  await press(page, "Control+z", 1);
  await eventually(() => totals(page)).toEqual(before);
  expect(app.trouble).toEqual([]);
});

it("paints by keyboard alone: arrows, Enter, Enter", async () => {
  const { page } = app;
  const before = await totals(page);
  await page.keyboard.press("b");
  await page.locator("canvas[data-gesture]").focus();
  const box = await page.locator("canvas[data-gesture]").boundingBox();
  const toPixel = await projection(page, TOWN_BOUNDS);
  const start = toPixel(...unitAt(COLUMNS / 2 - 1, 1));
  const end = toPixel(...unitAt(COLUMNS / 2, 1));
  const steps = (pixels: number): number => Math.round(Math.abs(pixels) / KEY_STEP);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowLeft");
  await page.locator(".key-pointer:visible").waitFor(PATIENCE);
  const middle = { x: box!.x + box!.width / 2, y: box!.y + box!.height / 2 };
  await press(page, start.x < middle.x ? "ArrowLeft" : "ArrowRight", steps(start.x - middle.x));
  await press(page, start.y < middle.y ? "ArrowUp" : "ArrowDown", steps(start.y - middle.y));
  await page.keyboard.press("Enter");
  await page.locator("canvas[data-gesture='stroking brush']").waitFor({ state: "attached", ...PATIENCE });
  await press(page, "ArrowRight", steps(end.x - start.x));
  await page.locator(".stroke-readout tr").first().waitFor(PATIENCE);
  await page.keyboard.press("Enter");
  await eventually(() => totals(page)).not.toEqual(before);
  expect(Object.values(await totals(page)).sort()).toEqual([380, 420]);
  await press(page, "Control+z", 1);
  await eventually(() => totals(page)).toEqual(before);
  expect(app.trouble).toEqual([]);
});

it("saves every building's grid as the command line does", async () => {
  const { page } = app;
  await page.getByText("登记", { exact: true }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "楼栋归格 CSV" }).click(PATIENCE);
  const saved = await download;
  expect(saved.suggestedFilename()).toBe("units.csv");
  const [head, ...rows] = readFileSync(await saved.path(), "utf8")
    .trimEnd()
    .split("\r\n");
  expect(head).toBe("\ufeffid,grid,area,households,compound");
  expect(rows).toHaveLength(COLUMNS * ROWS);
  expect(rows[0]).toMatch(/^L0,\d{15},430102001001,20,/);
  expect(app.trouble).toEqual([]);
});

/** Pixels that an arrow key moves the cross. */
const KEY_STEP = 8;

/** Half way between the middle columns. */
function borderAt(toPixel: Awaited<ReturnType<typeof projection>>): { x: number; y: number } {
  const [west, east] = [COLUMNS / 2 - 1, COLUMNS / 2].map((column) => toPixel(...unitAt(column, 1)));
  return { x: (west!.x + east!.x) / 2, y: west!.y };
}
