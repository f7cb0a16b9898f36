// Grids under the hand, in a real browser with a real pointer: a net taken from the files, painted across its border
// with the totals moving, a grid broken and mended as offered, all undone, all redone, the page reloaded; then a
// draft by the machine, accepted.

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

it("paints, breaks, mends, undoes, redoes and keeps a net through a reload", async () => {
  const { page } = app;
  await analysed(page);
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
