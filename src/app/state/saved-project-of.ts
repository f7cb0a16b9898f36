// The open project as it is saved, and back: settings that belong to the work (walking, rules, view, step) travel
// with it; those of the person (language, panel sizes) do not.

import { version } from "../../../package.json";
import type { Json, SavedProject } from "../../core/formats/index.ts";
import type { AppState, Project, Settings, Step } from "./app-state.ts";
import { STEPS } from "./app-state.ts";
import type { ProjectIdentity } from "./keeping.ts";
import { savedOptionsOf } from "./plan-options.ts";
import { readSettings } from "./settings.ts";

type Saved = Pick<
  AppState,
  "project" | "history" | "options" | "currentOption" | "settings" | "view" | "ownPacks" | "unreadPacks"
>;

/** null when there is no data to save. */
export function savedProjectOf(
  state: Saved,
  identity: ProjectIdentity,
  savedAt: string,
): SavedProject | null {
  if (state.project === null) return null;
  const { baseline, ...imported } = state.project.imported;
  if (baseline === null) return null;
  const { id, name, createdAt, extra } = identity;
  return {
    ...{ id, name, createdAt, packs: savedPacksOf(state), extra, baseline, imported, savedAt },
    appVersion: version,
    options: savedOptionsOf(state),
    currentOption: state.currentOption,
    settings: workSettings(state),
  };
}

/** Packs copied in the project, and those this edition cannot read. */
export const savedPacksOf = ({
  ownPacks,
  unreadPacks,
}: Pick<Saved, "ownPacks" | "unreadPacks">): readonly Json[] => [
  ...(ownPacks as readonly unknown[] as readonly Json[]),
  ...unreadPacks,
];

export const identityOf = (saved: SavedProject): ProjectIdentity => {
  const { id, name, createdAt, packs, extra } = saved;
  return { id, name, createdAt, packs, extra };
};

export function workSettings({
  project,
  settings,
  view,
}: Pick<Saved, "project" | "settings" | "view">): Json {
  const { walk, packId, areaView, straightCircles } = settings;
  return {
    origin: project?.origin ?? "saved",
    step: view.step,
    walk: { minutes: walk.minutes, speed: walk.speed },
    ...{ packId, areaView, straightCircles },
    ...sizeOf(project),
  };
}

export interface WorkSettings extends Pick<Settings, "walk" | "packId" | "areaView" | "straightCircles"> {
  readonly origin: Project["origin"];
  readonly step: Step;
  /** null = not known. */
  readonly residences: number | null;
  readonly bytes: number | null;
}

/** What cannot be understood falls back to its default alone. */
export function readWorkSettings(settings: Json): WorkSettings {
  const found: { readonly [key: string]: unknown } =
    typeof settings === "object" && settings !== null && !Array.isArray(settings) ? { ...settings } : {};
  const { walk, packId, areaView, straightCircles } = readSettings(JSON.stringify(settings));
  const number = (value: unknown): number | null => (typeof value === "number" ? value : null);
  return {
    ...{ walk, packId, areaView, straightCircles },
    origin: found["origin"] === "demo" || found["origin"] === "files" ? found["origin"] : "saved",
    step: STEPS.find((step) => step === found["step"]) ?? "circles",
    residences: number(found["residences"]),
    bytes: number(found["bytes"]),
  };
}

/** Residences, and bytes of the columns and source files. */
function sizeOf(project: Project | null): { readonly residences: number; readonly bytes: number } {
  const files = project?.files.reduce((sum, { bytes }) => sum + bytes.length, 0) ?? 0;
  const baseline = project?.imported.baseline ?? null;
  return { residences: baseline?.residences.count ?? 0, bytes: files + columnBytes(baseline) };
}

function columnBytes(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return 0;
  return Object.values(value).reduce((sum: number, part) => sum + columnBytes(part), 0);
}
