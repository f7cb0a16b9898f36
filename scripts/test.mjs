// npm test: installs what is missing (a Chromium too), then types, lint, unused code, build, and every test.
// Closes with `N passed, N failed`: the test runner's own counts and one for each check before it.

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureChromium, ensurePackages, ROOT, say } from "./lib/setup.mjs";

ensurePackages();
process.env["CHROMIUM_PATH"] = ensureChromium();

const CHECKS = [
  ["types of the core, alone", ["tsc", "-p", "src/core"]],
  ["types of everything", ["tsc", "-p", "."]],
  ["lint and format", ["biome", "ci", "."]],
  ["nothing unused", ["knip"]],
  ["build", ["vite", "build", "--logLevel", "warn"]],
];

let passed = 0;
let failed = 0;
for (const [name, command] of CHECKS) {
  const ok = local(command) === 0;
  say(`${ok ? "✓" : "✗"} ${name}`);
  if (ok) passed += 1;
  else failed += 1;
}

const report = join(ROOT, ".cache", "tests.json");
mkdirSync(join(ROOT, ".cache"), { recursive: true });
rmSync(report, { force: true });
const only = process.argv.slice(2);
const exit = local([
  "vitest",
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...only,
]);
if (existsSync(report)) {
  const counts = JSON.parse(readFileSync(report, "utf8"));
  passed += counts.numPassedTests;
  failed += counts.numFailedTests + (counts.numFailedTests === 0 && exit !== 0 ? 1 : 0);
} else {
  failed += 1;
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** Runs a tool installed with the project; its exit code. */
function local([tool, ...args]) {
  const suffix = process.platform === "win32" ? ".cmd" : "";
  const command = join(ROOT, "node_modules", ".bin", tool + suffix);
  const result = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  return result.status ?? 1;
}
