// Pictures of the main states of the screen, for people to look at: SHOTS=folder writes them, in both languages and
// three sizes of window. Nothing is compared; without SHOTS nothing runs.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { type AppHost, hostApp } from "../helpers/app-page.ts";
import { analysed, drop, flyTo, goTo, mapDrawn, nextFrame, PATIENCE } from "../helpers/drive-app.ts";
import { CENTERS, RESIDENCES, ROADS } from "./small-town.ts";

const FOLDER = process.env["SHOTS"] ?? "";
const SIZES = [
  [1440, 900],
  [1920, 1080],
  [1280, 720],
] as const;
const LANGUAGES = ["zh", "en"] as const;
/** Milliseconds a flight and the fading of names take. */
const SETTLED = 1500;

let host: AppHost;
beforeAll(async () => {
  if (FOLDER !== "") host = await hostApp();
});
afterAll(() => (FOLDER === "" ? undefined : host.close()));

/** States in the order they are gone through, each from the one before. */
const STATES: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
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
  ["help", (page) => page.locator(".top-bar .icon-button").last().click()],
  [
    "dropped",
    async (page) => {
      await page.keyboard.press("Escape");
      await drop(page, [RESIDENCES, CENTERS, ROADS, { name: "empty.geojson", body: "" }]);
      await page.locator(".set-aside").waitFor(PATIENCE);
    },
  ],
];

describe.runIf(FOLDER !== "")("pictures", () => {
  for (const [width, height] of SIZES) {
    for (const language of LANGUAGES) {
      it(`${width} × ${height} ${language}`, { timeout: 300_000 }, async () => {
        mkdirSync(FOLDER, { recursive: true });
        const { page } = await host.open({ width, height });
        await analysed(page);
        await mapDrawn(page);
        if (language === "en") await page.getByRole("button", { name: "切换到英文界面" }).click();
        for (const [name, reach] of STATES) {
          await reach(page);
          await nextFrame(page);
          await page.waitForTimeout(SETTLED);
          await page.screenshot({ path: join(FOLDER, `${width}-${language}-${name}.png`) });
        }
        await page.context().close();
      });
    }
  }
});
