// What the colours of the map on screen mean: the layers draw with them and the legend panel lists them. The colours
// themselves are those of the printed map.

import { BAND_COLORS, GROUND, RESIDENCE_INKS, TOO_FAR, TOO_SMALL, UNKNOWN } from "../../core/report/index.ts";
import { COMMUNITY_STATES, type CommunityState, type MapTheme } from "./map-model.ts";

export { BAND_COLORS, GROUND, TOO_FAR, TOO_SMALL, UNKNOWN };

/** How a residence is drawn; the value is an index into the colours of the theme. */
export const RESIDENCE_CLASSES = [
  "near",
  "middle",
  "far",
  "outside",
  "unlinked",
  "plain",
  "unknown",
] as const;
export type ResidenceClass = (typeof RESIDENCE_CLASSES)[number];

const CIRCLES_COLORS: Record<ResidenceClass, string> = {
  ...RESIDENCE_INKS,
  unknown: RESIDENCE_INKS.plain,
};

export const RESIDENCE_COLORS: Record<MapTheme, Record<ResidenceClass, string>> = {
  data: { ...CIRCLES_COLORS, plain: "#B3A892", unknown: "#DEDAD2" },
  circles: CIRCLES_COLORS,
  assess: {
    ...CIRCLES_COLORS,
    near: "#C9C1B3",
    middle: "#C9C1B3",
    far: "#C9C1B3",
    outside: "#6A3D9A",
  },
  grids: { ...CIRCLES_COLORS, plain: "#BDB7AB", unknown: "#BDB7AB" },
  siting: { ...CIRCLES_COLORS, near: "#C9DDD8", middle: "#C9DDD8", far: "#C9DDD8", outside: "#7D7264" },
};

/** Even fill of a community, null where it has none or a hatch. */
export const COMMUNITY_FILLS: Record<CommunityState, string | null> = {
  met: null,
  tooSmall: TOO_SMALL,
  tooFar: TOO_FAR,
  both: null,
  noCenter: TOO_SMALL,
  unknown: null,
};

/** Hatch of a community: the name of an image that mark-images.ts draws. */
export const COMMUNITY_HATCHES: Record<CommunityState, "hatch-both" | "hatch-unknown" | null> = {
  met: null,
  tooSmall: null,
  tooFar: null,
  both: "hatch-both",
  noCenter: null,
  unknown: "hatch-unknown",
};

export const COMMUNITY_FILL_OPACITY = 0.3;

/** Share of its colour that a figure of an older revision keeps; the rest is paper grey. */
export const STALE_STRENGTH = 0.3;

export type LegendPattern = "fill" | "building" | "hatch" | "line" | "thick" | "dashed" | "dot" | "ring";

export const LEGEND_KEYS = [
  "residence",
  "householdsUnknown",
  "center",
  "community",
  "within",
  "outside",
  "unlinked",
  "straight",
  "tooSmall",
  "tooFar",
  "both",
  "unknown",
  "residenceOutside",
  "residenceInside",
  "gridLine",
  "gridOutside",
  "gridNone",
  "siteCandidate",
  "siteChosen",
  "newlyInside",
  "newlyOutside",
  "insideToday",
] as const;
export type LegendKey = (typeof LEGEND_KEYS)[number];

export interface LegendEntry {
  /** The panel owns the words. */
  readonly key: LegendKey;
  readonly pattern: LegendPattern;
  readonly color: string;
  /** Which third of the minutes a "within" entry stands for, from the inside. */
  readonly band?: 0 | 1 | 2;
  /** Second colour of a two-colour hatch. */
  readonly other?: string;
  /** 0..1 where the map draws the colour see-through. */
  readonly opacity?: number;
}

const within = (band: 0 | 1 | 2, color: string): LegendEntry => ({
  key: "within",
  pattern: "building",
  color,
  band,
});

/** What the legend lists on each theme, top to bottom. */
export const LEGEND: Record<MapTheme, readonly LegendEntry[]> = {
  data: [
    { key: "residence", pattern: "building", color: RESIDENCE_COLORS.data.plain },
    { key: "householdsUnknown", pattern: "hatch", color: UNKNOWN },
    { key: "center", pattern: "dot", color: GROUND.ink },
    { key: "community", pattern: "dashed", color: GROUND.community },
  ],
  circles: [
    within(0, RESIDENCE_COLORS.circles.near),
    within(1, RESIDENCE_COLORS.circles.middle),
    within(2, RESIDENCE_COLORS.circles.far),
    { key: "outside", pattern: "building", color: RESIDENCE_COLORS.circles.outside },
    { key: "unlinked", pattern: "hatch", color: UNKNOWN },
    { key: "straight", pattern: "dashed", color: GROUND.ink },
  ],
  assess: [
    { key: "tooSmall", pattern: "fill", color: TOO_SMALL, opacity: COMMUNITY_FILL_OPACITY },
    { key: "tooFar", pattern: "fill", color: TOO_FAR, opacity: COMMUNITY_FILL_OPACITY },
    { key: "both", pattern: "hatch", color: TOO_SMALL, other: TOO_FAR, opacity: 0.42 },
    { key: "unknown", pattern: "hatch", color: UNKNOWN },
    { key: "residenceOutside", pattern: "building", color: RESIDENCE_COLORS.assess.outside },
    { key: "residenceInside", pattern: "building", color: RESIDENCE_COLORS.assess.near },
  ],
  grids: [
    { key: "gridLine", pattern: "line", color: GROUND.inkSoft },
    { key: "gridOutside", pattern: "thick", color: GROUND.ink },
    { key: "gridNone", pattern: "building", color: RESIDENCE_COLORS.grids.plain },
  ],
  siting: [
    { key: "siteCandidate", pattern: "ring", color: BAND_COLORS[0] },
    { key: "siteChosen", pattern: "dot", color: BAND_COLORS[0] },
    { key: "newlyInside", pattern: "building", color: BAND_COLORS[0] },
    { key: "insideToday", pattern: "building", color: RESIDENCE_COLORS.siting.near },
    { key: "outside", pattern: "building", color: RESIDENCE_COLORS.siting.outside },
    { key: "newlyOutside", pattern: "building", color: TOO_FAR },
  ],
};

export type Rgb = readonly [number, number, number];

/** "#RRGGBB" to 0..255. */
export function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  if (!/^#[0-9A-Fa-f]{6}$/.test(hex)) throw new Error(`not a colour: ${hex}`);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** The same colour, drawn as of an older revision: pulled towards a light grey. */
export function faded([red, green, blue]: Rgb): Rgb {
  const grey = 214;
  const mix = (value: number): number => Math.round(grey + (value - grey) * STALE_STRENGTH);
  return [mix(red), mix(green), mix(blue)];
}

/** Index of a community state, the number kept in MapLibre's feature state. */
export const communityStateIndex = (state: CommunityState): number => COMMUNITY_STATES.indexOf(state);
