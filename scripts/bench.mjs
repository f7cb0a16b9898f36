// npm run bench [name]: bundles every tests/bench/*.bench.ts, runs each in its own process, prints its rows:
// our median, the reference's median in the same run, and the ratio. Only ratios mean anything on a shared machine.

import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensurePackages, ROOT, say } from "./lib/setup.mjs";

ensurePackages();
const { build } = await import("vite");
const folder = join(ROOT, "tests/bench");
const out = join(ROOT, ".cache/bench");
const wanted = process.argv.slice(2);
const benches = readdirSync(folder)
  .filter((name) => name.endsWith(".bench.ts"))
  .map((name) => name.slice(0, -".bench.ts".length))
  .filter((name) => wanted.length === 0 || wanted.includes(name));

await build({
  root: ROOT,
  configFile: false,
  logLevel: "error",
  build: {
    ssr: true,
    outDir: out,
    emptyOutDir: true,
    target: "node20",
    rolldownOptions: {
      input: Object.fromEntries(benches.map((name) => [name, join(folder, `${name}.bench.ts`)])),
    },
  },
});
mkdirSync(out, { recursive: true });
const runner = join(out, "run.mjs");
writeFileSync(
  runner,
  "const { bench } = await import(process.argv[2]); console.log(JSON.stringify(await bench()));\n",
);

let failed = false;
for (const name of benches) {
  say(name);
  const result = spawnSync(process.execPath, [runner, join(out, `${name}.js`)], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", 2],
  });
  if (result.status !== 0) {
    failed = true;
    continue;
  }
  for (const row of JSON.parse(result.stdout)) print(row);
}
process.exitCode = failed ? 1 : 0;

function print({ name, unit = "ms", ours, reference, min }) {
  const figure = (value) => (value === undefined || value === null ? "" : value.toFixed(value < 10 ? 2 : 1));
  const ratio = reference ? `×${(ours / reference).toFixed(3)} of ${figure(reference)} ${unit}` : "";
  process.stdout.write(
    `  ${name.padEnd(58)} ${figure(ours).padStart(9)} ${unit} (min ${figure(min)})  ${ratio}\n`,
  );
}
