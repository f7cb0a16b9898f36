// Settings of network building and linking, with the defaults that are stated on screen.

import type { Metres } from "../base/index.ts";

/** How the walking network is made from lines; part of every figure's provenance. */
export interface NetworkSettings {
  /** Ends closer than this are one junction. */
  readonly tolerance: Metres;
  /** Longest access leg; a point further from every path is unlinked. */
  readonly accessCap: Metres;
  /** Straight line × this ratio where there is no network at all (an estimate, labelled everywhere). */
  readonly detourRatio: number;
}
export const DEFAULT_NETWORK_SETTINGS: NetworkSettings = { tolerance: 1, accessCap: 200, detourRatio: 1.3 };
