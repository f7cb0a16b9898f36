// What an assessment is made of and what comes out. Arrays are by row of the layer they speak of.

import type { ResidenceAccess, WalkSettings } from "../access/index.ts";
import type { Areas, LayerRole, Residences, ServiceCenter } from "../model/index.ts";
import type { Bilingual, RulePack } from "../standards/index.ts";
import type { Finding } from "./finding.ts";
import type { FacilityWalks, Records } from "./records.ts";
import type { CenterResult, CommunityResult, Totals } from "./results.ts";

/** What does not change while centres are moved. */
export interface GroundInput {
  readonly pack: RulePack;
  readonly residences: Residences;
  readonly communities: Areas;
  readonly subdistricts: Areas;
  readonly grids: Areas;
  /** Index per residence, -1 for none. */
  readonly residenceCommunity: Int32Array;
  readonly residenceGrid: Int32Array;
  /** Micro-grid per residence within its grid, -1 for none; absent where the plan has none. */
  readonly residenceMicro?: Int32Array;
  /** 1 per residence that joins the network. */
  readonly linked: Uint8Array;
  /** File each layer was read from. */
  readonly files: Readonly<Partial<Record<LayerRole, string>>>;
  /** What the registers say; absent = none was given. */
  readonly records?: Records;
}

export interface AssessInput extends GroundInput {
  readonly walk: WalkSettings;
  readonly centers: readonly ServiceCenter[];
  /** Community index per centre, -1 for none. */
  readonly centerCommunity: Int32Array;
  readonly centerLinked: Uint8Array;
  readonly access: ResidenceAccess;
  /** Households within the minutes of each centre, whoever else is near. */
  readonly reachHouseholds: Float64Array;
  /** Walks to facilities in registers; absent = not walked. */
  readonly walks?: FacilityWalks;
}

export const MISSING_DATA = [
  "communities",
  "grids",
  "centers",
  "compounds",
  "records",
  "nets",
  "walks",
  "places",
  "value",
] as const;
export type MissingData = (typeof MISSING_DATA)[number];

/** A rule that speaks of no place here, because the data it is about was not given at all. */
export interface SilentRule {
  readonly ruleId: string;
  readonly missing: MissingData;
  /** Names of the registers and numbers that nobody gave; absent where the layer says it all. */
  readonly needs?: readonly Bilingual[];
}

export interface Assessment {
  readonly totals: Totals;
  readonly centers: readonly CenterResult[];
  readonly communities: readonly CommunityResult[];
  /** In the order of the pack's rules, then of the places. */
  readonly findings: readonly Finding[];
  readonly silentRules: readonly SilentRule[];
}
