// An application without a browser: two communities, two centres, four residences, and an engine whose answers
// count the runs and carry what they were asked for.

import { createStore } from "zustand/vanilla";
import type { App } from "../../src/app/state/app.ts";
import { type AppState, firstState } from "../../src/app/state/app-state.ts";
import { createResultCache } from "../../src/app/state/result-cache.ts";
import { DEFAULT_SETTINGS } from "../../src/app/state/settings.ts";
import type { Analysis, Engine, SceneSummary } from "../../src/core/engine/index.ts";
import { NO_LINES, NO_POLYGONS } from "../../src/core/geo/index.ts";
import type { Baseline, RouteLines, ServiceCenter } from "../../src/core/model/index.ts";
import { NO_POINTS, noAreas, openHistory, openPlan } from "../../src/core/model/index.ts";
import type { RulePack } from "../../src/core/standards/index.ts";

export const center = (id: string, lon: number, lat: number): ServiceCenter => ({
  id,
  name: `Centre ${id}`,
  level: "community",
  kind: null,
  lon,
  lat,
  floorArea: 500,
  communityId: null,
  row: 1,
});

const noRoutes: RouteLines = {
  lines: NO_LINES,
  level: new Int8Array(),
  class: new Uint8Array(),
  row: new Uint32Array(),
};

export function testBaseline(): Baseline {
  return {
    name: "Test town",
    residences: {
      count: 4,
      id: ["R1", "R2", "R3", "R4"],
      name: ["Block 1", "Block 2", "Block 3", "Block 4"],
      compound: ["Garden", "Garden", "River", ""],
      communityId: ["", "", "", ""],
      gridId: ["", "", "", ""],
      xy: Float64Array.of(113, 28, 113.001, 28, 113.002, 28, 113.003, 28),
      households: Float64Array.of(100, 50, Number.NaN, 25),
      footprints: NO_POLYGONS,
      row: Uint32Array.of(1, 2, 3, 4),
    },
    centers: [center("A", 113, 28), center("B", 113.01, 28)],
    network: noRoutes,
    barriers: noRoutes,
    gates: { xy: new Float64Array(), compound: [], open: new Uint8Array(), row: new Uint32Array() },
    communities: {
      kind: "community",
      polygons: NO_POLYGONS,
      records: ["Garden Road", "Riverside"].map((name, i) => ({
        id: `C${i + 1}`,
        name,
        parentId: null,
        statedHouseholds: null,
        numbers: {},
        row: i + 1,
      })),
    },
    subdistricts: noAreas("subdistrict"),
    grids: noAreas("grid"),
    water: NO_POLYGONS,
    green: NO_POLYGONS,
    buildings: NO_POLYGONS,
    candidates: [],
    departmentNets: [],
    transit: NO_POINTS,
    exercise: NO_POINTS,
    renewal: noAreas("renewal"),
    sources: [],
  };
}

const pack = { id: "hunan-2022", edition: "1", rules: [] } as unknown as RulePack;

export const scene: SceneSummary = {
  scene: "scene-1",
  nodes: 2,
  edges: 1,
  components: 1,
  lengthMeters: 100,
  report: null,
  estimate: true,
  linked: Uint8Array.of(1, 1, 1, 1),
  residenceCommunity: Int32Array.of(0, 0, 1, -1),
  issues: [],
  bounds: [113, 28, 113.01, 28.01],
};

export interface TestApp extends App {
  /** Task names in the order they were run. */
  readonly runs: string[];
  /** Answers of the engine wait until let go when true. */
  hold: boolean;
  readonly letGo: () => void;
}

export function testApp(): TestApp {
  const runs: string[] = [];
  const waiting: (() => void)[] = [];
  const baseline = testBaseline();
  const engine: Engine = {
    run: async (task, input) => {
      runs.push(task);
      if (app.hold) await new Promise<void>((resolve) => waiting.push(resolve));
      const asked = input as { centers?: readonly ServiceCenter[] };
      const analysis = { asked: asked.centers, findings: [], communities: [] } as unknown as Analysis;
      const answers: Record<string, unknown> = {
        "scene.analyse": analysis,
        "scene.drag": { analysis, areas: { moving: true } },
        "scene.areas": { view: "overlap" },
      };
      return (answers[task] ?? null) as never;
    },
  };
  const app: TestApp = {
    store: createStore<AppState>()(() => ({
      ...firstState(DEFAULT_SETTINGS),
      packs: [pack],
      project: {
        origin: "files",
        files: [],
        imported: { baseline, layers: [], columns: {}, issues: [], setAside: [] },
      },
      scene,
      history: openHistory(openPlan(baseline)),
    })),
    engine,
    analyses: createResultCache(8),
    areas: createResultCache(8),
    map: { current: null },
    host: {
      fetchFile: () => Promise.reject(new Error("no files here")),
      now: () => "2026-01-01T00:00:00.000Z",
      download: () => undefined,
    },
    runs,
    hold: false,
    letGo: () => {
      for (const resolve of waiting.splice(0)) resolve();
    },
  };
  return app;
}

/** Lets every promise that can settle do so. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
