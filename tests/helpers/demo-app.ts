// The application without a browser on the demo district: its store over a real engine with a real solver.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createStore } from "zustand/vanilla";
import { createHighsSolver } from "../../src/adapters/highs-solver.ts";
import type { App } from "../../src/app/state/app.ts";
import { type AppState, firstState } from "../../src/app/state/app-state.ts";
import { presentOption, showOptions } from "../../src/app/state/plan-options.ts";
import { createResultCache } from "../../src/app/state/result-cache.ts";
import { DEFAULT_SETTINGS } from "../../src/app/state/settings.ts";
import { createEngine } from "../../src/core/engine/index.ts";
import type { InputFile } from "../../src/core/formats/index.ts";
import { openHistory, openPlan } from "../../src/core/model/index.ts";
import { DEFAULT_NETWORK_SETTINGS } from "../../src/core/network/index.ts";
import { readPack } from "./demo-scene.ts";

const FOLDER = join(import.meta.dirname, "../../data/demo");

export interface DemoApp extends App {
  readonly downloads: { readonly name: string; readonly content: string | Uint8Array }[];
}

export async function demoApp(): Promise<DemoApp> {
  const engine = createEngine({
    pause: () => Promise.resolve(),
    decode: (bytes, label, fatal) => new TextDecoder(label, { fatal }).decode(bytes),
    solver: createHighsSolver(),
    seconds: () => performance.now() / 1000,
  });
  const files: InputFile[] = readdirSync(FOLDER)
    .filter((name) => /\.(geojson|csv)$|^project\.json$/.test(name))
    .map((name) => ({ name, bytes: readFileSync(join(FOLDER, name)) }));
  const imported = await engine.run("files.import", { name: "demo", files });
  if (imported.baseline === null) throw new Error("the demo cannot be read");
  const { baseline } = imported;
  const scene = await engine.run("scene.open", { baseline, settings: DEFAULT_NETWORK_SETTINGS });
  const downloads: DemoApp["downloads"] = [];
  const store = createStore<AppState>()(() => ({
    ...firstState(DEFAULT_SETTINGS),
    packs: [readPack("hunan-2022")],
    project: { origin: "demo", files, imported },
    scene,
    ...showOptions(presentOption(openHistory(openPlan(baseline)), "")),
  }));
  return {
    store,
    engine,
    analyses: createResultCache(8),
    areas: createResultCache(8),
    map: { current: null },
    host: {
      fetchFile: () => Promise.reject(new Error("no files here")),
      now: () => "2026-01-01T00:00:00.000Z",
      download: (name, content) => void downloads.push({ name, content }),
    },
    downloads,
  };
}
