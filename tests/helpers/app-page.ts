// The built application in a real Chromium: serves dist/app on a free local port, opens a page, and keeps
// what must not happen: console errors, uncaught exceptions, requests to anywhere else.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { type PreviewServer, preview } from "vite";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const LAUNCH_FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

export interface AppHost {
  readonly url: string;
  readonly open: (options?: OpenOptions) => Promise<AppPage>;
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly path?: string;
  /** Another tab of a browser already open; a fresh one when absent. */
  readonly context?: BrowserContext;
}

export interface AppPage {
  readonly page: Page;
  /** Console errors, uncaught exceptions and requests that left the machine, in order. */
  readonly trouble: readonly string[];
}

/** Starts the server and the browser; builds the application first when it is not there. */
export async function hostApp(): Promise<AppHost> {
  if (!existsSync(`${ROOT}dist/app/index.html`)) buildApp();
  const server: PreviewServer = await preview({
    root: ROOT,
    logLevel: "error",
    preview: { port: 0, host: "127.0.0.1" },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === "string") throw new Error("the preview server has no port");
  const url = `http://127.0.0.1:${address.port}/`;
  const browser: Browser = await chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    headless: true,
    args: LAUNCH_FLAGS,
  });
  return {
    url,
    open: (options = {}) => openPage(browser, url, options),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** As it is published: under the test runner's own NODE_ENV the libraries would come in their development builds. */
function buildApp(): void {
  execFileSync(process.execPath, [`${ROOT}node_modules/vite/bin/vite.js`, "build", "--logLevel", "error"], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production" },
  });
}

async function openPage(
  browser: Browser,
  url: string,
  { width = 1440, height = 900, path = "", context: given }: OpenOptions,
): Promise<AppPage> {
  const context = given ?? (await browser.newContext({ viewport: { width, height }, locale: "zh-CN" }));
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") trouble.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => trouble.push(`uncaught: ${error.message}`));
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(url)) {
      trouble.push(`left the machine: ${request.url()}`);
    }
  });
  await page.goto(url + path);
  return { page, trouble };
}
