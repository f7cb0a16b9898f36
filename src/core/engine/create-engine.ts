// The engine: one literal table from task names to the functions that carry them out, and the scenes
// (network, joins, fields) that stay inside between tasks.

import type { Progress, TaskControl } from "../base/index.ts";
import { Failure } from "../base/index.ts";
import {
  convertFiles,
  type Decode,
  exportTables,
  type FormatLibraries,
  importFiles,
  inspectFiles,
} from "../formats/index.ts";
import type { Solver } from "../siting/index.ts";
import { analyseScene } from "./analyse-scene.ts";
import { dragCenter } from "./drag-center.ts";
import type { Engine, RunOptions } from "./engine.ts";
import { openScene } from "./open-scene.ts";
import { readPacks } from "./read-packs.ts";
import type { GridDesk } from "./run-grids.ts";
import type { Scene } from "./scene.ts";
import { sceneAreas } from "./scene-areas.ts";
import { sceneWithLinks } from "./scene-links.ts";
import { scenePath } from "./scene-path.ts";
import { takeRecords } from "./scene-records.ts";
import { snapPoints } from "./snap-points.ts";
import { exportedTables } from "./tables-of-plan.ts";
import type { TaskInput, TaskMap, TaskName, TaskOutput } from "./tasks.ts";
import type { WalkedScene } from "./walked-scene.ts";

/** What the engine needs of the program around it. */
export interface EngineHost {
  /** Gives the event loop a turn, so that a cancel can arrive. */
  readonly pause: () => Promise<void>;
  readonly decode: Decode;
  /** Libraries of formats that only the host can locate. */
  readonly libraries?: FormatLibraries;
  /** What proves an optimum, and the clock that a time limit is measured by, in seconds; heuristics and no limit without. */
  readonly solver?: Solver;
  readonly seconds?: () => number;
}

type Task<T extends TaskName> = (
  input: TaskInput<T>,
  control: TaskControl,
) => TaskOutput<T> | Promise<TaskOutput<T>>;

export function createEngine(host: EngineHost): Engine {
  const scenes = new Map<string, Scene>();
  let opened = 0;
  const sceneOf = (id: string): Scene => {
    const scene = scenes.get(id);
    if (scene === undefined) throw new Failure("sceneUnknown", { scene: id });
    return scene;
  };

  const walked = ({ scene, links }: WalkedScene, control: TaskControl): Promise<Scene> =>
    sceneWithLinks(sceneOf(scene), links, control);

  let desk: Promise<GridDesk> | undefined;
  const gridDesk = (): Promise<GridDesk> => {
    desk ??= import("./run-grids.ts").then((grids) => new grids.GridDesk());
    return desk;
  };

  const [searchHost, exportHost] = hostsOf(host);

  const tasks: { readonly [T in keyof TaskMap]: Task<T> } = {
    "files.import": (input, control) => importFiles(input, host.decode, control, host.libraries),
    "files.inspect": (input, control) => inspectFiles(input, host.decode, control, host.libraries),
    "files.export": ({ tables = [], plan, format, options }, control) => {
      const ofPlan = plan === undefined ? [] : exportedTables(sceneOf(plan.scene), plan);
      return exportTables(format, [...tables, ...ofPlan], options, exportHost, control);
    },
    "files.convert": (input, control) => convertFiles(input, exportHost, control),
    "project.read": async (input) => (await import("./project-file.ts")).readProjectFile(input),
    "project.write": async (input) => (await import("./project-file.ts")).writeProjectFile(input),
    "packs.read": (input) => readPacks(input, host.decode),
    "records.register": async (input, control) => (await readRecords()).readRegister(input, host, control),
    "records.matters": async (input, control) => (await readRecords()).readMatters(input, host, control),
    "scene.open": async ({ baseline, settings }, control) => {
      const id = `scene-${++opened}`;
      const { scene, summary } = await openScene(id, baseline, settings, control);
      scenes.set(id, scene);
      return summary;
    },
    "scene.records": ({ scene, records }) => {
      takeRecords(sceneOf(scene), records);
      return null;
    },
    "scene.close": ({ scene }) => {
      scenes.delete(scene);
      return null;
    },
    "scene.analyse": async (input, control) => analyseScene(await walked(input, control), input, control),
    "scene.sensitivity": async (input, control) =>
      (await import("./scene-sensitivity.ts")).sceneSensitivity(await walked(input, control), input),
    "scene.areas": async (input, control) => sceneAreas(await walked(input, control), input, control),
    "scene.path": async (input, control) => scenePath(await walked(input, control), input),
    "scene.drag": async (input, control) => dragCenter(await walked(input, control), input),
    "scene.snap": (input) => snapPoints(sceneOf(input.scene), input),
    "report.pages": async (input, control) =>
      (await import("./report-pages.ts")).reportPages(await walked(input, control), input, control),
    "siting.table": async (input, control) =>
      (await import("./run-siting.ts")).sitingTable(await walked(input, control), input, control),
    "siting.matrix": async (input) => (await import("./run-site-matrix.ts")).siteMatrix(input, host.decode),
    "siting.solve": async (input, control) =>
      (await import("./run-siting.ts")).runSiting(input, searchHost, control),
    "siting.capacity": async (input, control) =>
      (await import("./run-siting.ts")).runCapacity(input, searchHost, control),
    "siting.areas": async (input, control) =>
      (await import("./run-site-areas.ts")).runAreas(
        await walked(input, control),
        input,
        searchHost,
        control,
      ),
    "siting.gain": async (input, control) =>
      (await import("./run-site-scene.ts")).placeGain(await walked(input, control), input),
    "siting.candidates": async (input, control) =>
      (await import("./run-site-scene.ts")).scoreCandidates(await walked(input, control), input, control),
    "siting.compare": async (input, control) =>
      (await import("./run-site-compare.ts")).compareOptions(sceneOf(input.scene), input, control),
    "grids.open": async ({ source, ...input }) =>
      (await gridDesk()).open(typeof source === "string" ? sceneOf(source).baseline : source, input),
    "grids.close": async (input) => (await gridDesk()).close(input),
    "grids.previous": async (input) => (await gridDesk()).previous(input),
    "grids.draft": async (input, control) => (await gridDesk()).draft(input, control),
    "grids.check": async (input) => (await gridDesk()).check(input),
    "grids.codes": async (input) => (await gridDesk()).codes(input),
    "grids.rules": async (input) => (await gridDesk()).rules(input, host.decode),
    "grids.borders": async (input, control) => (await gridDesk()).borders(input, control),
    "grids.compare": async (input, control) => (await gridDesk()).compare(input, control),
  };

  return {
    run: async (name, input, options = {}) => {
      const control = controlOf(host, options);
      if (control.cancelled()) throw new Failure("cancelled");
      return tasks[name](input, control);
    },
  };
}

/** What a search needs of the host, and what an export does. */
const hostsOf = ({ solver, seconds = () => 0, decode, libraries = {} }: EngineHost) =>
  [
    { solver: solver ?? null, seconds },
    { decode, libraries },
  ] as const;

const readRecords = () => import("./read-records.ts");

function controlOf(host: EngineHost, { signal, stop, onProgress }: RunOptions): TaskControl {
  return {
    cancelled: () => (signal?.aborted ?? false) || (stop?.aborted ?? false),
    report: (progress: Progress) => onProgress?.(progress),
    pause: host.pause,
  };
}
