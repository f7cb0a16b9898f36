// What the map draws on the siting step, and what a hand can do there: the seam between the application and the siting
// part of the map, as map-model.ts is for the rest.

import type { LinkKind } from "../../../core/model/index.ts";

export const SITE_TOOLS = ["select", "candidate", "center", "path", "footbridge", "gate"] as const;
/** candidate, center: a pin that tells its gain on the way; path, footbridge, gate: a way drawn by clicks. */
export type SiteTool = (typeof SITE_TOOLS)[number];

/** Keys that take a tool up. */
export const SITE_TOOL_KEYS: Readonly<Record<SiteTool, string>> = {
  select: "v",
  candidate: "p",
  center: "c",
  path: "l",
  footbridge: "f",
  gate: "g",
};

export const isLinkTool = (tool: SiteTool): tool is LinkKind =>
  tool === "path" || tool === "footbridge" || tool === "gate";
export const isPinTool = (tool: SiteTool): tool is "candidate" | "center" =>
  tool === "candidate" || tool === "center";

export interface SiteMark {
  readonly id: string;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  /** 0..1: the share of what the best candidate gains; 0 beside an answer that did not choose it. */
  readonly weight: number;
  /** What it gains, as written beside it; "" = nothing known. */
  readonly label: string;
  /** chosen: part of the answer; closing: a centre that the answer closes; excluded: not asked about. */
  readonly state: "open" | "chosen" | "closing" | "excluded";
  readonly picked: boolean;
}

export interface SiteWay {
  readonly kind: LinkKind;
  /** Degrees, pairs. */
  readonly line: readonly number[];
  readonly open: boolean;
  /** Not in the plan yet: under the hand. */
  readonly drawn: boolean;
}

export interface SiteScene {
  readonly tool: SiteTool;
  readonly marks: readonly SiteMark[];
  readonly ways: readonly SiteWay[];
  /** Said at the pointer; null = nothing. */
  readonly tag: string | null;
  /** Colours of residences: a code each and RGBA per code; null while nothing is known. */
  readonly hues: { readonly codes: Uint8Array; readonly colors: Uint8Array } | null;
}

export interface SiteEvents {
  /** The pointer rests or moves over the map with a pin; at most once a frame. null: it has left. */
  readonly onPoint: (at: readonly [lon: number, lat: number] | null) => void;
  readonly onPress: (lon: number, lat: number) => void;
  /** A drawn way is to end here: double click. */
  readonly onFinish: () => void;
  readonly onPick: (candidate: string) => void;
}
