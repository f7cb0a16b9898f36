// What a report is made of: the plan with its results, and what was asked for.

import type { ResidenceAccess, ServiceAreas, WalkSettings } from "../access/index.ts";
import type { CenterResult, CommunityResult, Finding, Totals } from "../assess/index.ts";
import type { Baseline, ServiceCenter } from "../model/index.ts";
import type { RulePack } from "../standards/index.ts";
import type { Meeting } from "./meeting.ts";
import type { PaperSize } from "./paper.ts";
import type { ReportWords } from "./report-words.ts";

/** Results of one analysis, whichever plan option it is of. */
export interface ReportAnalysis {
  readonly walk: WalkSettings;
  readonly access: ResidenceAccess;
  readonly totals: Totals;
  readonly centers: readonly CenterResult[];
  readonly communities: readonly CommunityResult[];
  readonly findings: readonly Finding[];
}

export interface ReportSubject {
  readonly baseline: Baseline;
  /** The centres analysed. */
  readonly centers: readonly ServiceCenter[];
  readonly analysis: ReportAnalysis;
  readonly pack: RulePack;
  /** Index per residence, -1 for none. */
  readonly residenceCommunity: Int32Array;
  readonly residenceGrid: Int32Array;
  readonly linked: Uint8Array;
  /** Index of the community of each centre, -1 for none. */
  readonly centerCommunity: Int32Array;
  /** All centres together, by bands: no ground is drawn twice. */
  readonly together: ServiceAreas;
  /** Each centre's own, by bands. */
  readonly each: ServiceAreas;
  /** Distances are straight lines times a detour ratio, not walks. */
  readonly estimate: boolean;
}

/** What a finding says, in the reader's language; entry i is about finding i of the analysis. */
export interface FindingText {
  readonly title: string;
  readonly text: string;
  readonly basis: string;
}

/** The same measures for another plan option. */
export interface ComparedOption {
  readonly name: string;
  readonly revision: number;
  readonly totals: Totals;
  readonly communities: readonly CommunityResult[];
  readonly centers: number;
}

export const REPORT_CONTENTS = ["atlas", "pack", "grids"] as const;
/** atlas: a page a community; pack: what a joint meeting needs; grids: a drawing a grid. */
export type ReportContent = (typeof REPORT_CONTENTS)[number];

export interface ReportRequest {
  readonly content: ReportContent;
  readonly paper: PaperSize;
  readonly landscape: boolean;
  /** 2000 for 1:2000; null: the largest that shows all. */
  readonly scale: number | null;
  /** Codes of the communities wanted; all when absent. */
  readonly only?: readonly string[];
  readonly audience: "internal" | "public";
  /** 审图号 of a public map; "" when there is none. */
  readonly reviewNumber: string;
  readonly maker: string;
  /** ISO date. */
  readonly madeOn: string;
  readonly option: string;
  readonly revision: number;
  readonly stale: boolean;
  readonly compared: readonly ComparedOption[];
  readonly meeting: Meeting | null;
  /** The interactive hand-out is wanted too. */
  readonly handout?: boolean;
  readonly words: ReportWords;
  readonly findingTexts: readonly FindingText[];
}
