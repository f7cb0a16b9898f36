// Changes of the packs copied in a project, taken back and made again in one line with the edits of the plan: a change is
// the next to take back while the plan is at the revision it was made at, in the option that was shown.

import type { AppState } from "./app-state.ts";
import { isOwnId } from "./pack-entry.ts";
import type { PackDesk, PackStep } from "./pack-step.ts";

type Stepped = Pick<AppState, "packSteps" | "history" | "currentOption">;

/** The change of packs that comes before any edit of the plan; undefined where there is none. */
export function packStepBack({ packSteps, history, currentOption }: Stepped): PackStep | undefined {
  const step = packSteps.past.at(-1);
  return step?.option === currentOption && step.revision === history.revision ? step : undefined;
}

export function packStepOn({ packSteps, history, currentOption }: Stepped): PackStep | undefined {
  const step = packSteps.future.at(-1);
  const here = step?.option === currentOption && step.revision === history.revision;
  return here && step.next === history.nextRevision ? step : undefined;
}

export const canUndo = (state: Stepped): boolean =>
  state.history.past.length > 0 || packStepBack(state) !== undefined;

export const canRedo = (state: Stepped): boolean =>
  state.history.future.length > 0 || packStepOn(state) !== undefined;

type Desk = Pick<AppState, "ownPacks" | "settings">;

/** The state with a change of packs made; nothing taken back before can be made again. */
export function withPacks<S extends Stepped & Desk>(
  state: S,
  after: PackDesk,
): Pick<AppState, "ownPacks" | "settings" | "packSteps" | "history"> {
  const { history, currentOption: option, packSteps, ownPacks, settings } = state;
  const before: PackDesk = { ownPacks, packId: settings.packId };
  const step: PackStep = { option, revision: history.revision, next: history.nextRevision, before, after };
  return {
    ...put(state, before, after),
    packSteps: { past: [...packSteps.past, step], future: [] },
    history: { ...history, future: [] },
  };
}

/** The state with its last change of packs taken back; null where an edit of the plan comes first. */
export function packsBack<S extends Stepped & Desk>(
  state: S,
): Pick<AppState, "ownPacks" | "settings" | "packSteps"> | null {
  const step = packStepBack(state);
  if (step === undefined) return null;
  const { past, future } = state.packSteps;
  const taken: PackStep = { ...step, next: state.history.nextRevision };
  return {
    ...put(state, step.after, step.before),
    packSteps: { past: past.slice(0, -1), future: [...future, taken] },
  };
}

/** The state with the change of packs taken back last made again; null where there is none, or an edit comes first. */
export function packsOn<S extends Stepped & Desk>(
  state: S,
): Pick<AppState, "ownPacks" | "settings" | "packSteps"> | null {
  const step = packStepOn(state);
  if (step === undefined) return null;
  const { past, future } = state.packSteps;
  return {
    ...put(state, step.before, step.after),
    packSteps: { past: [...past, step], future: future.slice(0, -1) },
  };
}

/** A pack chosen meanwhile stays in force, unless it is a copy that goes. */
function put(
  { settings }: Pick<AppState, "settings">,
  from: PackDesk,
  to: PackDesk,
): Pick<AppState, "ownPacks" | "settings"> {
  const { packId } = settings;
  const goes = isOwnId(packId) && !to.ownPacks.some(({ id }) => id === packId);
  const next = packId === from.packId || goes ? to.packId : packId;
  return { ownPacks: to.ownPacks, settings: { ...settings, packId: next } };
}
