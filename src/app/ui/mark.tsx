// The small sign of how a place or a finding stands, in the map's colours.

import type { ReactElement } from "react";
import type { Verdict } from "../../core/assess/index.ts";
import type { CommunityState } from "../map/map-model.ts";

export const Mark = ({ state }: { readonly state: CommunityState | Verdict }): ReactElement => (
  <span className="mark" data-state={state} aria-hidden="true" />
);
