// The command line: makes sure that the packages are there and the bundle is not older than its sources, then runs
// it in this process. Standard output belongs to the command alone; what making ready says goes to standard error.

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { isStale } from "./lib/newer.mjs";
import { ensurePackages, ROOT } from "./lib/setup.mjs";

const BUNDLE = join(ROOT, "dist/cli/quandian.mjs");
const SOURCES = [
  "src/core",
  "src/cli",
  "src/adapters",
  "src/messages",
  "vite.cli.config.ts",
  "package-lock.json",
];

ensurePackages();
if (
  isStale(
    BUNDLE,
    SOURCES.map((name) => join(ROOT, name)),
  )
) {
  await buildBundle();
}
const { main } = await import(pathToFileURL(BUNDLE).href);
process.exitCode = await main(process.argv.slice(2), {
  folder: process.env["npm_lifecycle_event"] === "quandian" ? process.env["INIT_CWD"] : process.cwd(),
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  terminal: process.stderr.isTTY === true,
  onInterrupt: (stop) => {
    process.once("SIGINT", stop);
    return () => process.off("SIGINT", stop);
  },
});

/** Builds beside the bundle and moves it there at once, so that runs at the same time never see half a file. */
async function buildBundle() {
  const { build } = await import("vite");
  const draft = join(ROOT, `dist/cli-${process.pid}`);
  process.env["QUANDIAN_CLI_OUT"] = draft;
  try {
    await build({ root: ROOT, configFile: join(ROOT, "vite.cli.config.ts"), logLevel: "silent" });
    mkdirSync(join(ROOT, "dist/cli/assets"), { recursive: true });
    for (const chunk of listFolder(join(draft, "assets"))) {
      renameSync(join(draft, "assets", chunk), join(ROOT, "dist/cli/assets", chunk));
    }
    renameSync(join(draft, "quandian.mjs"), BUNDLE);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function listFolder(folder) {
  return existsSync(folder) ? readdirSync(folder) : [];
}
