// The demo district opened in an engine, from its files, as the application and the command line open it.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createEngine, type Engine, type SceneSummary } from "../../src/core/engine/index.ts";
import type { InputFile } from "../../src/core/formats/index.ts";
import type { Baseline } from "../../src/core/model/index.ts";
import { DEFAULT_NETWORK_SETTINGS } from "../../src/core/network/index.ts";
import { loadRulePack, type RulePack } from "../../src/core/standards/index.ts";

const ROOT = join(import.meta.dirname, "../..");

export interface OpenScene {
  readonly engine: Engine;
  readonly baseline: Baseline;
  readonly summary: SceneSummary;
}

export const plainEngine = (): Engine =>
  createEngine({
    pause: () => Promise.resolve(),
    decode: (bytes, label, fatal) => new TextDecoder(label, { fatal }).decode(bytes),
  });

/** Opens data/demo; `change` may alter the baseline first. */
export async function openDemo(
  change: (baseline: Baseline) => Baseline = (same) => same,
): Promise<OpenScene> {
  const engine = plainEngine();
  const folder = join(ROOT, "data/demo");
  const files: InputFile[] = readdirSync(folder)
    .filter((name) => /\.(geojson|csv)$|^project\.json$/.test(name))
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  const { baseline: imported } = await engine.run("files.import", { name: "demo", files });
  if (imported === null) throw new Error("the demo cannot be read");
  const baseline = change(imported);
  const summary = await engine.run("scene.open", { baseline, settings: DEFAULT_NETWORK_SETTINGS });
  return { engine, baseline, summary };
}

export function readPack(id: string): RulePack {
  const { pack, problems } = loadRulePack(
    JSON.parse(readFileSync(join(ROOT, `data/standards/${id}.json`), "utf8")),
  );
  if (pack === null)
    throw new Error(`${id}: ${problems.map(({ path, message }) => `${path} ${message}`).join("; ")}`);
  return pack;
}
