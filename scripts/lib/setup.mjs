// Makes a fresh machine ready: npm packages, and for browser tests a Chromium with a Chinese font.
// Everything it says goes to standard error, so that a command's own output stays clean.

import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Installs the npm packages when they are missing or older than the lock file. */
export function ensurePackages() {
  const installed = join(ROOT, "node_modules", ".package-lock.json");
  const wanted = ["package.json", "package-lock.json"].map((name) => join(ROOT, name)).filter(existsSync);
  if (existsSync(installed) && wanted.every((file) => modified(file) <= modified(installed) + 2000)) return;
  say("安装依赖 / installing packages …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  run(npm, ["install", "--no-audit", "--no-fund", "--loglevel=error"], "npm install");
}

/** Path of a Chromium that can be driven, installing Debian's when there is none. */
export function ensureChromium() {
  const found = findChromium();
  const fontMissing = process.platform === "linux" && !hasChineseFont();
  if (found !== null && !fontMissing) return found;
  if (process.platform === "linux" && existsSync("/usr/bin/apt-get")) {
    const packages = [...(found === null ? ["chromium"] : []), ...(fontMissing ? ["fonts-noto-cjk"] : [])];
    say(`安装 / installing ${packages.join(" ")} …`);
    const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
    apt(sudo, ["update", "-qq"]);
    apt(sudo, ["install", "-y", "-qq", "--no-install-recommends", ...packages]);
  }
  const installed = findChromium();
  if (installed === null) {
    throw new Error(
      "找不到 Chromium：请安装 Chromium 或 Chrome，或把环境变量 CHROMIUM_PATH 设为它的路径。" +
        " No Chromium found: install Chromium or Chrome, or set CHROMIUM_PATH to its path.",
    );
  }
  return installed;
}

/** Runs a command with its output on standard error; throws with its name when it fails. */
export function run(command, args, name = command, options = {}) {
  const result = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
    ...options,
  });
  if (result.status !== 0) throw new Error(`${name}: exit ${result.status ?? result.signal ?? result.error}`);
}

export const say = (text) => process.stderr.write(`${text}\n`);

const modified = (file) => statSync(file).mtimeMs;

function findChromium() {
  const candidates = [
    process.env["CHROMIUM_PATH"],
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ];
  return candidates.find((path) => path && existsSync(path)) ?? null;
}

function hasChineseFont() {
  const list = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  return list.status === 0 && list.stdout.trim() !== "";
}

function apt(sudo, args) {
  const [command, ...rest] = [...sudo, "apt-get", ...args];
  run(command, rest, `apt-get ${args[0]}`, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
}
