// Inputs and outputs of the siting tasks.

import type { Metres } from "../base/index.ts";
import type { ServiceCenter } from "../model/index.ts";
import type { CostTable, SitingAnswer, SitingQuestion } from "../siting/index.ts";

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
  /** The best sites, with their bound. Stops at `timeLimit` seconds, or when cancelled, with the best so far. */
  "siting.solve": {
    input: { readonly question: SitingQuestion; readonly timeLimit: number; readonly gap: number };
    output: SitingAnswer;
  };
}
