// Matters as dots where they are pinned, by how they stand: overdue, open, closed. Those of the whole district are
// counted apart.

import { NO_POLYGONS } from "../../core/geo/index.ts";
import type { Matter } from "../../core/model/index.ts";
import { daysOverdue, type MatterKind } from "../../core/standards/index.ts";
import type { OverlayScene } from "../map/overlay/overlay-scene.ts";
import { matterPlaces, pinnedAt } from "./matter-places.ts";
import type { OverlayWords, Shown } from "./overlay-words.ts";
import { baselineOf } from "./plan-selectors.ts";

/** One hue that no verdict has, the darker the more urgent. */
const COLORS = { overdue: "#14335C", open: "#3F7FBF", closed: "#B5CFE6" } as const;
type Standing = keyof typeof COLORS;

export function mattersScene(
  state: Shown,
  kinds: readonly MatterKind[],
  words: OverlayWords,
  today: string,
): OverlayScene {
  const { plan } = state.history;
  const baseline = baselineOf(state);
  const places = baseline === null ? new Map() : matterPlaces(baseline, plan);
  const standing = (matter: Matter): Standing => {
    const kind = kinds.find(({ id }) => id === matter.kind);
    if (kind?.states.find(({ id }) => id === matter.state)?.closed === true) return "closed";
    return daysOverdue(matter, kinds, today) > 0 ? "overdue" : "open";
  };
  const crowd = new Map<string, number>();
  const dots = plan.matters.flatMap((matter) => {
    const at = pinnedAt(matter, places);
    if (at === null) return [];
    const nth = crowd.get(at.join(" ")) ?? 0;
    crowd.set(at.join(" "), nth + 1);
    const [lon, lat] = at;
    return [
      { id: matter.id, lon, lat, nth, color: COLORS[standing(matter)], label: matter.name, ring: false },
    ];
  });
  const nowhere = plan.matters.length - dots.length;
  return {
    title: words.matters,
    areas: { polygons: NO_POLYGONS, colors: [] },
    dots,
    legend: [
      ...(["overdue", "open", "closed"] as const).map((key) => ({
        ...{ color: COLORS[key], label: words[key] },
        count: plan.matters.filter((matter) => pinnedAt(matter, places) !== null && standing(matter) === key)
          .length,
      })),
      ...(nowhere > 0 ? [{ color: "transparent", label: words.nowhere, count: nowhere }] : []),
    ],
  };
}
