// Pictures of the states of the screen, for people to look at: SHOTS=folder writes them, in both languages and
// three sizes of window (SIZES=1440 narrows to one). Nothing is compared; without SHOTS nothing runs.

import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { type AppHost, hostApp } from "../helpers/app-page.ts";
import { analysed, drop, flyTo, goTo, mapDrawn, nextFrame, PATIENCE } from "../helpers/drive-app.ts";
import { CENTERS, RESIDENCES, ROADS } from "./small-town.ts";

const FOLDER = process.env["SHOTS"] ?? "";
const SIZES = (
  [
    [1440, 900],
    [1920, 1080],
    [1280, 720],
  ] as const
).filter(([width]) => (process.env["SIZES"] ?? String(width)).split(",").includes(String(width)));
const LANGUAGES = ["zh", "en"] as const;
/** Milliseconds a flight and the fading of names take. */
const SETTLED = 1500;

let host: AppHost;
beforeAll(async () => {
  if (FOLDER !== "") host = await hostApp();
});
afterAll(() => (FOLDER === "" ? undefined : host.close()));

type States = readonly (readonly [string, (page: Page) => Promise<unknown>])[];

/** States in the order they are gone through, each from the one before. */
const WORK: States = [
  ["circles", async () => undefined],
  ["walking", (page) => page.locator(".top-bar .select", { hasText: "900" }).click()],
  [
    "centre",
    async (page) => {
      await page.keyboard.press("Escape");
      await flyTo(page, "北坡社区党群服务中心");
    },
  ],
  ["residence", (page) => flyTo(page, "华槿家园", /住宅|Residence/)],
  [
    "assess",
    async (page) => {
      await page.keyboard.press("Escape");
      await goTo(page, 3);
      await page.locator(".map-tools button").click();
    },
  ],
  ["community", (page) => page.locator(".left .row").first().click()],
  ["findings", (page) => page.locator(".drawer-head button").first().click()],
  [
    "data",
    async (page) => {
      await page.locator(".drawer-head button").first().click();
      await page.keyboard.press("Escape");
      await goTo(page, 1);
    },
  ],
  ["mapping", (page) => page.locator(".layer-head").first().click()],
  ["export", (page) => page.locator(".export").scrollIntoViewIfNeeded()],
  ["help", (page) => page.locator(".top-bar .icon-button").last().click()],
];

const FILES: States = [
  [
    "dropped",
    async (page) => {
      await goTo(page, 1);
      await drop(page, [RESIDENCES, CENTERS, ROADS, { name: "empty.geojson", body: "" }]);
      await page.locator(".checked-head .button").waitFor(PATIENCE);
    },
  ],
  ["check", (page) => page.locator(".checked-head .button").scrollIntoViewIfNeeded()],
  [
    "personal",
    async (page) => {
      await drop(page, [{ name: "楼栋登记.csv", body: BUILDINGS }]);
      await page.locator('.unused select[aria-label*="楼栋登记"]').selectOption("residences");
      await page.locator(".layer-head", { hasText: "楼栋登记" }).click(PATIENCE);
      await page.locator(".personal").scrollIntoViewIfNeeded();
    },
  ],
  [
    "datum",
    async (page) => {
      await page.locator(".layer-head", { hasText: "中心.csv" }).click();
      await page.locator(".datum .button[aria-pressed]").click();
      await page.locator(".datum-legend").waitFor(PATIENCE);
    },
  ],
  ["datum-swapped", (page) => page.locator(".datum .button").nth(-2).click()],
  ["dragged-over", (page) => page.evaluate(dragOver)],
];

const PROJECT: States = [
  ["menu", (page) => page.locator(".top-bar .select").first().click()],
  [
    "record",
    async (page) => {
      await page.keyboard.press("Escape");
      await rename(page, "北坡社区党群服务中心", "北坡中心");
      await rename(page, "北坡中心", "北坡社区中心");
      await page.locator(".top-bar .icon-button").first().click();
      await choose(page, /改动记录|Change record/);
    },
  ],
  [
    "snapshots",
    async (page) => {
      await page.keyboard.press("Escape");
      await choose(page, /快照|Snapshots/);
      await page.locator("dialog input").first().fill("会前 Before the meeting");
      await page.keyboard.press("Enter");
      await page.locator(".snapshot-row").waitFor(PATIENCE);
    },
  ],
  [
    "merge",
    async (page) => {
      await page.keyboard.press("Escape");
      const coming = page.waitForEvent("download");
      await choose(page, /保存项目文件|Save project file/);
      const buffer = readFileSync(await (await coming).path());
      await page.locator(".top-bar .icon-button").first().click();
      await rename(page, "北坡社区党群服务中心", "另一个名称");
      const asked = page.waitForEvent("filechooser");
      await choose(page, /打开项目文件|Open project file/);
      await (await asked).setFiles({ name: "a.quandian", mimeType: "application/zip", buffer });
      await page.locator(".conflict").waitFor(PATIENCE);
    },
  ],
  [
    "empty",
    async (page) => {
      await page.keyboard.press("Escape");
      await choose(page, /新建项目|New project/);
      await page.locator(".empty-state").waitFor(PATIENCE);
    },
  ],
  [
    "trouble",
    async (page) => {
      await page.route("**/demo/**", (route) => route.abort());
      await page.locator(".empty-state .button").last().click();
      await page.locator(".trouble").waitFor(PATIENCE);
    },
  ],
];

const BUILDINGS = `楼栋编号,户数,负责人,联系电话,经度,纬度\n${Array.from(
  { length: 8 },
  (_, i) => `B${i},3${i},王小${"一二三四五六七八"[i]},1380000123${i},113.00${i},28.001\n`,
).join("")}`;

function dragOver(): void {
  const data = new DataTransfer();
  data.items.add(new File(["x"], "x.csv"));
  document.body.dispatchEvent(new DragEvent("dragover", { dataTransfer: data, bubbles: true }));
}

const choose = async (page: Page, item: RegExp): Promise<void> => {
  await page.locator(".top-bar .select").first().click();
  await page.locator(".menu-item", { hasText: item }).first().click();
};

async function rename(page: Page, name: string, to: string): Promise<void> {
  await flyTo(page, name);
  await page.locator(".inspector .field").first().fill(to);
  await page.keyboard.press("Enter");
}

async function shoot(page: Page, stem: string): Promise<void> {
  await nextFrame(page);
  await page.waitForTimeout(SETTLED);
  await page.screenshot({ path: join(FOLDER, `${stem}.png`) });
}

async function begin(width: number, height: number, language: string, given?: BrowserContext): Promise<Page> {
  mkdirSync(FOLDER, { recursive: true });
  const { page } = await host.open({ width, height, ...(given === undefined ? {} : { context: given }) });
  await analysed(page);
  await mapDrawn(page);
  const english = page.getByRole("button", { name: "切换到英文界面" });
  if (language === "en" && (await english.count()) > 0) await english.click();
  return page;
}

describe.runIf(FOLDER !== "")("pictures", () => {
  for (const [width, height] of SIZES) {
    for (const language of LANGUAGES) {
      const stem = `${width}-${language}`;
      for (const states of [WORK, FILES, PROJECT]) {
        it(`${stem} ${states[0]?.[0]}`, { timeout: 300_000 }, async () => {
          const page = await begin(width, height, language);
          for (const [name, reach] of states) {
            await reach(page);
            await shoot(page, `${stem}-${name}`);
          }
          await page.context().close();
        });
      }

      it(`${stem} looking on`, { timeout: 300_000 }, async () => {
        const writer = await begin(width, height, language);
        await rename(writer, "北坡社区党群服务中心", "北坡中心");
        await writer.locator(".saved-mark[data-state=saved]").waitFor(PATIENCE);
        const reader = await begin(width, height, language, writer.context());
        await reader.locator(".strip").waitFor(PATIENCE);
        await flyTo(reader, "北坡中心");
        await shoot(reader, `${stem}-reader`);
        await goTo(reader, 1);
        await reader.locator(".layer-head").first().click();
        await shoot(reader, `${stem}-reader-data`);
        await writer.context().close();
      });

      it(`${stem} nothing stored`, { timeout: 300_000 }, async () => {
        const { page: blank } = await host.open({ width, height, path: "favicon.svg" });
        await blank.context().addInitScript(() => {
          IDBFactory.prototype.open = () => {
            throw new DOMException("refused", "SecurityError");
          };
        });
        const page = await begin(width, height, language, blank.context());
        await rename(page, "北坡社区党群服务中心", "北坡中心");
        await page.locator(".strip").waitFor(PATIENCE);
        await shoot(page, `${stem}-not-stored`);
        await page.context().close();
      });
    }
  }
});
