// Ids for new sites that no option has for another place: a site picked, left out or compared by its id is one place
// in whatever option it stands.

import { freshIds } from "../../../core/model/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { optionSetOf } from "../../state/plan-options.ts";
import { baselineOf } from "../../state/plan-selectors.ts";

export function freshSiteIds(state: AppState, count: number): readonly string[] {
  const plans = optionSetOf(state).options.map(({ history }) => history.plan);
  const known = [baselineOf(state), ...plans].flatMap((own) =>
    own === null ? [] : [own.centers, own.candidates],
  );
  return freshIds(count, ...known);
}

export const freshSiteId = (state: AppState): string => freshSiteIds(state, 1)[0]!;
