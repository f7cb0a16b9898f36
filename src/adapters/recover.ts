// From what the database holds to a project and its histories, with a report of what was there. Pure. Entries
// that are missing or do not fit end an option's log there; what follows is handed back, never guessed at.

import {
  migrateProject,
  PROJECT_VERSION,
  type ProjectFault,
  resumeProject,
  type SavedProject,
} from "../core/formats/index.ts";
import {
  type ChangeEntry,
  editsOf,
  findBrokenEdit,
  type History,
  markSaved,
  openHistory,
  openPlan,
  type PlanState,
  undo,
} from "../core/model/index.ts";
import type { OptionLog, StoreContents } from "./stored-project.ts";

export interface Recovery {
  /** As a project file would hold it: options with the edits made. */
  readonly project: SavedProject;
  /** Option id → history with what can be redone; nothing unsaved. */
  readonly histories: ReadonlyMap<string, History>;
  readonly report: RecoveryReport;
}

export interface RecoveryReport {
  /** ISO time of the last edit. */
  readonly changedAt: string;
  /** Edits recovered, all options together: made, and undone ones that can be redone. */
  readonly made: number;
  readonly undone: number;
  /** Per option that lost something: entries the database no longer has, and those that fit nothing. */
  readonly losses: readonly OptionLoss[];
}

export interface OptionLoss {
  readonly option: string;
  readonly missing: number;
  readonly unfit: readonly ChangeEntry[];
}

export type RecoveryFault =
  | ProjectFault
  | { readonly fault: "noBaseline" }
  | { readonly fault: "newer"; readonly version: number; readonly known: number };

interface ReadLog {
  readonly option: OptionLog["option"];
  readonly edits: readonly ChangeEntry[];
  readonly loss: OptionLoss;
}

export function recover({ head, baseline: stored, logs }: StoreContents): Recovery | RecoveryFault {
  if (head.version > PROJECT_VERSION)
    return { fault: "newer", version: head.version, known: PROJECT_VERSION };
  if (stored === null) return { fault: "noBaseline" };
  const { baseline, imported, extra } = stored;
  const whole = logs.map(({ option, entries }) => ({
    id: option.id,
    name: option.name,
    edits: beforeGap(entries).map(({ entry }) => entry),
  }));
  const changedAt = logs.reduce((last, { option }) => later(last, option.changedAt), head.changedAt);
  const { id, name, appVersion, createdAt, currentOption, settings, packs } = head;
  const tree = {
    ...{ id, name, appVersion, createdAt, currentOption, settings, packs, baseline, imported, extra },
    ...{ savedAt: changedAt, options: whole },
  };
  const migrated = migrateProject(tree, head.version) as Pick<SavedProject, "baseline" | "options">;
  const plan = openPlan(migrated.baseline);
  const read = logs.map((log, index) => readLog(plan, log, migrated.options[index]?.edits ?? []));
  const options = read.map(({ option, edits }) => ({ id: option.id, name: option.name, edits }));
  const project = resumeProject({ ...migrated, options }, PROJECT_VERSION);
  if ("fault" in project) return project;
  const histories = new Map(
    project.options.map((option, index) => {
      const made = read[index]?.option.made ?? option.edits.length;
      return [option.id, stepBackTo(openHistory(plan, option), made)] as const;
    }),
  );
  const all = [...histories.values()];
  return {
    project: {
      ...project,
      options: project.options.map((option) => ({ ...option, edits: madeIn(histories, option.id) })),
    },
    histories,
    report: {
      changedAt,
      made: all.reduce((sum, { past }) => sum + past.length, 0),
      undone: all.reduce((sum, { future }) => sum + future.length, 0),
      losses: read.map(({ loss }) => loss).filter(({ missing, unfit }) => missing + unfit.length > 0),
    },
  };
}

const beforeGap = (entries: OptionLog["entries"]): OptionLog["entries"] => {
  const gap = entries.findIndex(({ at }, index) => at !== index);
  return gap < 0 ? entries : entries.slice(0, gap);
};

/** The entries up to the first that does not fit. */
function readLog(plan: PlanState, { option, entries }: OptionLog, whole: readonly ChangeEntry[]): ReadLog {
  const broken = findBrokenEdit(plan, whole);
  const fitting = broken < 0 ? whole.length : broken;
  const loss = {
    option: option.id,
    missing: Math.max(0, option.length - entries.length),
    unfit: entries.slice(fitting).map(({ entry }) => entry),
  };
  return { option, edits: whole.slice(0, fitting), loss };
}

function stepBackTo(history: History, made: number): History {
  let state = history;
  while (state.past.length > made) state = undo(state);
  return markSaved(state);
}

const madeIn = (histories: ReadonlyMap<string, History>, id: string): readonly ChangeEntry[] => {
  const history = histories.get(id);
  return history === undefined ? [] : editsOf(history);
};

const later = (a: string, b: string): string => (a < b ? b : a);
