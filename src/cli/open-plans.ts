// What a report is about: a project file (.quandian) with every plan option, its grids, links, meeting and edited rules;
// or the data of a folder as it lies there, which is the present state alone.

import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { WalkSettings } from "../core/access/index.ts";
import type { Engine, RunOptions } from "../core/engine/index.ts";
import { type Json, PROJECT_EXTENSION, type SavedProject } from "../core/formats/index.ts";
import {
  BASELINE_REVISION,
  type Baseline,
  openHistory,
  openPlan,
  type PlanState,
} from "../core/model/index.ts";
import type { RulePack } from "../core/standards/index.ts";
import type { AnalyseArguments } from "./arguments.ts";
import { gatherFiles } from "./gather-files.ts";
import { unreadable } from "./read-files.ts";
import { UnusableInput } from "./unusable-input.ts";

export interface OpenedOption {
  readonly id: string;
  readonly name: string;
  readonly plan: PlanState;
  readonly revision: number;
}

export interface OpenedPlans {
  readonly name: string;
  readonly baseline: Baseline;
  readonly walk: { readonly [S in keyof WalkSettings]?: number | undefined };
  readonly packId: string | undefined;
  /** Rule packs edited in the project. */
  readonly packs: readonly RulePack[];
  /** At least one. */
  readonly options: readonly OpenedOption[];
  /** Id of the option last worked on. */
  readonly current: string;
}

/** `present`: what the present state of a folder is called. */
export async function openPlans(
  engine: Engine,
  options: AnalyseArguments,
  folder: string,
  present: string,
  run: RunOptions,
): Promise<OpenedPlans> {
  return options.input?.toLowerCase().endsWith(PROJECT_EXTENSION)
    ? openProject(engine, options.input, folder, run)
    : openFolder(engine, options, folder, present, run);
}

async function openProject(
  engine: Engine,
  name: string,
  folder: string,
  run: RunOptions,
): Promise<OpenedPlans> {
  const read = await engine.run("project.read", { file: { name, bytes: bytesOf(name, folder) } }, run);
  if ("refusal" in read) throw new UnusableInput([read.refusal]);
  const { project } = read;
  const { baseline } = project;
  const opened = openPlan(baseline);
  const options = project.options.map((option): OpenedOption => {
    const { plan, revision } = openHistory(opened, option);
    return { id: option.id, name: option.name, plan, revision };
  });
  return {
    name: project.name || basename(name, PROJECT_EXTENSION),
    ...{ baseline, options, current: project.currentOption },
    ...settingsOf(project),
    packs: await editedPacks(engine, project, run),
  };
}

function bytesOf(name: string, folder: string): Uint8Array {
  try {
    return readFileSync(resolve(folder, name));
  } catch (error) {
    throw new UnusableInput([unreadable(name, error)]);
  }
}

/** The part of a project's settings that results depend on; what cannot be understood falls to its default. */
function settingsOf({ settings }: SavedProject): Pick<OpenedPlans, "walk" | "packId"> {
  const { walk, packId } = recordOf(settings);
  const { minutes, speed } = recordOf(walk);
  return {
    walk: {
      minutes: typeof minutes === "number" ? minutes : undefined,
      speed: typeof speed === "number" ? speed : undefined,
    },
    packId: typeof packId === "string" ? packId : undefined,
  };
}

const recordOf = (value: Json | undefined): { readonly [key: string]: Json | undefined } =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: Json })
    : {};

async function editedPacks(engine: Engine, { packs }: SavedProject, run: RunOptions): Promise<RulePack[]> {
  if (packs.length === 0) return [];
  const files = packs.map((pack, i) => ({
    name: `pack-${i + 1}.json`,
    bytes: new TextEncoder().encode(JSON.stringify(pack)),
  }));
  const read = await engine.run("packs.read", { files }, run);
  return read.flatMap(({ pack }) => (pack === null ? [] : [pack]));
}

async function openFolder(
  engine: Engine,
  options: AnalyseArguments,
  folder: string,
  present: string,
  run: RunOptions,
): Promise<OpenedPlans> {
  const gathered = gatherFiles(options, folder);
  if (gathered.fatal.length > 0) throw new UnusableInput(gathered.fatal);
  const { name, files, layers, project } = gathered;
  const { fields, keepColumns, datum, encoding } = options;
  const asked = {
    ...{ name, files, layers, prefer: fields, keepColumns },
    ...(datum === null ? {} : { datum }),
    ...(encoding === null ? {} : { encoding }),
  };
  const { baseline, issues } = await engine.run("files.import", asked, run);
  if (baseline === null || baseline.residences.count === 0) {
    throw new UnusableInput(issues.filter(({ severity }) => severity === "error"));
  }
  const current = { id: "present", name: present, plan: openPlan(baseline), revision: BASELINE_REVISION };
  return {
    ...{ name: baseline.name || name, baseline, packs: [], options: [current], current: current.id },
    walk: project?.walk ?? {},
    packId: project?.pack,
  };
}
