// The places items can sit at, made once while data, centres and grids stay.

import { useMemo } from "react";
import { type MatterPlace, matterPlaces } from "../../state/matter-places.ts";
import { baselineOf } from "../../state/plan-selectors.ts";
import { useAppState } from "../../state/use-app.ts";

const NOWHERE: ReadonlyMap<string, MatterPlace> = new Map();

export function useMatterPlaces(): ReadonlyMap<string, MatterPlace> {
  const baseline = useAppState(baselineOf);
  const { centers, grids, members } = useAppState(({ history }) => history.plan);
  return useMemo(
    () => (baseline === null ? NOWHERE : matterPlaces(baseline, { centers, grids, members })),
    [baseline, centers, grids, members],
  );
}
