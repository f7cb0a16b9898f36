// The plan as the screen reads it: the pack in force, the centres as they stand under the pointer, the
// analysis to show, a place's findings.

import type { CommunityResult, Finding, Flag, PlaceKind } from "../../core/assess/index.ts";
import type { Analysis } from "../../core/engine/index.ts";
import type { Baseline, ServiceCenter } from "../../core/model/index.ts";
import type { RulePack } from "../../core/standards/index.ts";
import type { CenterMark, CommunityState } from "../map/map-model.ts";
import type { AppState } from "./app-state.ts";

type KnownPacks = Pick<AppState, "packs" | "ownPacks">;

/** A pack that was read or copied; null when it was not. */
export const findPack = ({ packs, ownPacks }: KnownPacks, id: string): RulePack | null =>
  ownPacks.find((pack) => pack.id === id) ?? packs.find((pack) => pack.id === id) ?? null;

/** The pack in force; null until it is read. */
export const packOf = (state: KnownPacks & Pick<AppState, "settings">): RulePack | null =>
  findPack(state, state.settings.packId);

export const baselineOf = ({ project }: Pick<AppState, "project">): Baseline | null =>
  project?.imported.baseline ?? null;

export const centersOf = ({ drag, history }: Pick<AppState, "drag" | "history">): readonly ServiceCenter[] =>
  drag?.centers ?? history.plan.centers;

export const analysisOf = ({ drag, analysis }: Pick<AppState, "drag" | "analysis">): Analysis | null =>
  drag?.analysis ?? analysis?.value ?? null;

/** Centres as the map marks them; edited = not the very record of the baseline. */
export function centerMarks(centers: readonly ServiceCenter[], baseline: Baseline): CenterMark[] {
  const imported = new Set(baseline.centers);
  return centers.map((center) => ({
    id: center.id,
    name: center.name,
    level: center.level,
    lon: center.lon,
    lat: center.lat,
    edited: !imported.has(center),
  }));
}

/** How a community stands: what is certainly wrong comes before what is not known. */
export function communityState({ flags }: Pick<CommunityResult, "flags">): CommunityState {
  const small = flags.includes("tooSmall") || flags.includes("noCenter");
  const far = flags.includes("tooFar");
  if (small && far) return "both";
  if (flags.includes("noCenter")) return "noCenter";
  if (small) return "tooSmall";
  if (far) return "tooFar";
  return flags.some(isUnknownFlag) ? "unknown" : "met";
}

const isUnknownFlag = (flag: Flag): boolean => flag.startsWith("unknown");

export const findingsOf = (analysis: Analysis | null, kind: PlaceKind, id: string): Finding[] =>
  analysis?.findings.filter(({ place }) => place.kind === kind && place.id === id) ?? [];
