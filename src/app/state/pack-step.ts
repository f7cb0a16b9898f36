// One change of the packs copied in a project, with both ends, and where in the line of edits it was made.

import type { RulePack } from "../../core/standards/index.ts";

/** What a change of packs changes: the copies, and which pack is in force. */
export interface PackDesk {
  readonly ownPacks: readonly RulePack[];
  readonly packId: string;
}

export interface PackStep {
  readonly option: string;
  /** Of the plan when it was made. */
  readonly revision: number;
  /** The revision the plan would have had next when it was taken back; with another it was given up for a new edit. */
  readonly next: number;
  readonly before: PackDesk;
  readonly after: PackDesk;
}

/** Newest last. */
export interface PackSteps {
  readonly past: readonly PackStep[];
  readonly future: readonly PackStep[];
}

export const NO_PACK_STEPS: PackSteps = { past: [], future: [] };
