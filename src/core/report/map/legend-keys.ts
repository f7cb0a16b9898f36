// What the legend of a map must explain: only what can be seen on maps of its theme, in one order on all pages.

import type { MapFacts, MapTheme } from "./map-facts.ts";

export const LEGEND_KEYS = [
  "near",
  "middle",
  "far",
  "outside",
  "unlinked",
  "residence",
  "area",
  "tooSmall",
  "tooFar",
  "both",
  "unknown",
  "grid",
  "gridOut",
  "community",
  "subdistrict",
  "level.subdistrict",
  "level.community",
  "level.area",
  "level.grid",
  "level.station",
] as const;
export type LegendKey = (typeof LEGEND_KEYS)[number];

/** Keys in order; `marks` are the rows of the centres on the map. */
export function legendKeys(facts: MapFacts, theme: MapTheme, marks: readonly number[]): LegendKey[] {
  const { subject, ground } = facts;
  const hasGrids = ground.grids.shapes.count > 0;
  const keys = new Set<LegendKey>([
    ...THEME_KEYS[theme](facts),
    ...marks.map((row): LegendKey => `level.${subject.centers[row]!.level}`),
    ...(hasGrids && WITH_GRIDS.includes(theme) ? (["grid"] as const) : []),
    ...(ground.communityLines.shapes.count > 0 ? (["community"] as const) : []),
    ...(ground.subdistrictLines.shapes.count > 0 ? (["subdistrict"] as const) : []),
  ]);
  return LEGEND_KEYS.filter((key) => keys.has(key));
}

const WITH_GRIDS: readonly MapTheme[] = ["gridNet", "grid", "community"];

const walked = ({ states }: MapFacts): LegendKey[] => [
  ...new Set(states.map((state) => (state === "plain" ? ("residence" as const) : state))),
  "area",
];

const THEME_KEYS: Readonly<Record<MapTheme, (facts: MapFacts) => readonly LegendKey[]>> = {
  overview: () => ["residence"],
  coverage: walked,
  community: walked,
  assess: ({ communities, states }) => [
    "residence",
    ...communities.filter((state) => state !== "met"),
    ...(states.includes("outside") ? (["outside"] as const) : []),
  ],
  gridNet: ({ gridsOut }) => (gridsOut.size > 0 ? ["residence", "gridOut"] : ["residence"]),
  grid: () => ["residence"],
};
