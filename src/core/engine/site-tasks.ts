// Inputs and outputs of the siting tasks.

import type { Metres } from "../base/index.ts";
import type { ServiceCenter } from "../model/index.ts";
import type {
  CapacityAnswer,
  CapacityQuestion,
  CostTable,
  SitingAnswer,
  SitingQuestion,
} from "../siting/index.ts";

/** When a search ends: at a gap that is good enough, at a time, or when cancelled, always with the best so far. */
export interface SearchLimits {
  readonly timeLimit: number;
  readonly gap: number;
  /** 1 when absent. */
  readonly seed?: number;
}

export interface SiteTaskMap {
  /** Metres from every residence to every candidate within `limit` (null: however far), on the scene's network. */
  "siting.table": {
    input: {
      readonly scene: string;
      readonly candidates: readonly ServiceCenter[];
      readonly limit: Metres | null;
    };
    output: CostTable;
  };
  /** The best sites, with their bound. */
  "siting.solve": {
    input: { readonly question: SitingQuestion } & SearchLimits;
    output: SitingAnswer;
  };
  /** What to build, enlarge, share or close, so that households are within reach and have room. */
  "siting.capacity": {
    input: { readonly question: CapacityQuestion } & SearchLimits;
    output: CapacityAnswer;
  };
}
