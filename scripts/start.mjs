// npm start: installs what is missing, builds when the sources are newer, serves on this machine only and
// opens the browser on the demo district.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { isStale } from "./lib/newer.mjs";
import { ensurePackages, ROOT, say } from "./lib/setup.mjs";

ensurePackages();
const { build, preview } = await import("vite");
const sources = ["src", "public", "data", "index.html", "vite.config.ts", "package-lock.json"];
if (
  isStale(
    join(ROOT, "dist/app/index.html"),
    sources.map((name) => join(ROOT, name)),
  )
) {
  say("构建 / building …");
  await build({ root: ROOT, logLevel: "warn" });
}
const port = Number(process.env["PORT"] ?? 4173);
const server = await preview({ root: ROOT, logLevel: "warn", preview: { port, host: "127.0.0.1" } });
const url = server.resolvedUrls?.local[0] ?? `http://127.0.0.1:${port}/`;
say(`圈点 Quandian  ${url}  (Ctrl+C 结束 / to stop)`);
openBrowser(url);

function openBrowser(address) {
  const opener = { darwin: "open", win32: "explorer", linux: "xdg-open" }[process.platform];
  const headless = process.platform === "linux" && !process.env["DISPLAY"] && !process.env["WAYLAND_DISPLAY"];
  if (opener === undefined || headless || process.env["CI"]) return;
  spawn(opener, [address], { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}
