// A page painted by a real Chromium is the picture that the command line paints.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { chromium } from "playwright-core";
import { build, preview } from "vite";
import { expect, it } from "vitest";
import { createRasteriser } from "../../../src/cli/page-canvas.ts";
import { inkByCell, SAMPLE_PAGE } from "../../helpers/sample-page.ts";

const DPI = 150;

async function paintInBrowser(): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "quandian-pages-"));
  const root = fileURLToPath(new URL("./browser/", import.meta.url));
  const options = { root, configFile: false, logLevel: "error" } as const;
  const target = { outDir: join(folder, "dist"), emptyOutDir: true, target: "es2022" } as const;
  await build({ ...options, build: target });
  const server = await preview({ ...options, build: target, preview: { port: 0, host: "127.0.0.1" } });
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--no-first-run", "--disable-background-networking"],
  });
  try {
    const address = server.httpServer.address();
    if (address === null || typeof address === "string") throw new Error("the preview server has no port");
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${address.port}/`);
    await page.waitForFunction(() => window.paintSample !== undefined);
    return Uint8Array.from(await page.evaluate((dpi) => window.paintSample(dpi), DPI));
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function pixelsOfPng(png: Uint8Array) {
  const image = await loadImage(Buffer.from(png));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { width, height } = image;
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}

it("paints shapes, clips, halos and Chinese alike in the browser and on the command line", async () => {
  const here = await pixelsOfPng(await createRasteriser()(SAMPLE_PAGE, DPI));
  const there = await pixelsOfPng(await paintInBrowser());
  expect([there.width, there.height]).toEqual([here.width, here.height]);
  const [a, b] = [here, there].map(({ data, width, height }) => inkByCell(data, width, height));
  expect(a!.filter((ink) => ink > 10).length).toBeGreaterThan(100);
  expect(Math.max(...a!.map((ink, cell) => Math.abs(ink - b![cell]!)))).toBeLessThan(16);
});
