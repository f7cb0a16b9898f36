// The datums to choose from for a layer: those that are likely, degrees, then the Gauss–Krüger zones about the project's
// place, or all of them where no place is known.

import type { Bounds } from "./place-bounds.ts";

/** Names of parse-datum.ts, each once. */
export function listDatums(likely: readonly string[], bounds: Bounds | null): string[] {
  const middle = bounds === null ? null : (bounds[0] + bounds[2]) / 2;
  const isNear = (meridian: number): boolean => middle === null || Math.abs(meridian - middle) < NEAR;
  const zones = ZONES.filter(({ meridian }) => isNear(meridian)).map(({ epsg }) => `EPSG:${epsg}`);
  return [...new Set([...likely, "wgs84", "gcj02", "bd09", ...zones, "EPSG:3857"])];
}

/** Degrees between a meridian and the place that still make a zone worth offering. */
const NEAR = 4.6;

interface Zone {
  readonly epsg: number;
  /** Central meridian, degrees. */
  readonly meridian: number;
}

/** CGCS2000: three degrees wide without and with zone number, then six. */
const ZONES: readonly Zone[] = [
  ...zonesFrom(4534, 21, 75, 3),
  ...zonesFrom(4513, 21, 75, 3),
  ...zonesFrom(4502, 11, 75, 6),
  ...zonesFrom(4491, 11, 75, 6),
];

function zonesFrom(first: number, count: number, west: number, width: number): Zone[] {
  return Array.from({ length: count }, (_, i) => ({ epsg: first + i, meridian: west + width * i }));
}
