// The work on grids for whatever does not follow the hand: the same object while only the stroke and what the map draws
// of it move, so that a thousand grids are not listed again at every step of the pointer.

import { useRef } from "react";
import type { GridWork } from "../../state/grid-work.ts";
import { useAppState } from "../../state/use-app.ts";

export function useStillWork(): GridWork | null {
  const last = useRef<GridWork | null>(null);
  return useAppState(({ grids }) => {
    if (!isStill(last.current, grids)) last.current = grids;
    return last.current;
  });
}

function isStill(before: GridWork | null, now: GridWork | null): boolean {
  if (before === null || now === null) return before === now;
  const { outlines, stale } = before.scenery;
  return (
    outlines === now.scenery.outlines &&
    stale === now.scenery.stale &&
    (Object.keys(now) as (keyof GridWork)[]).every(
      (key) => key === "stroke" || key === "scenery" || before[key] === now[key],
    )
  );
}
