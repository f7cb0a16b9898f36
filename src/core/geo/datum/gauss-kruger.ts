// The CGCS2000 Gauss–Krüger zones in EPSG numbers: transverse Mercator of scale 1 on GRS80, 3 degrees wide (zones
// 25–45, central meridian 3 × zone) or 6 (zones 13–23, 6 × zone − 3), false easting 500 km, with or without the zone
// number in the millions. Without prefix a 6-degree zone and the 3-degree zone on its meridian are one projection.

export interface GaussKruger {
  /** Degrees east. */
  readonly centralMeridian: number;
  /** Metres, zone prefix included. */
  readonly falseEasting: number;
}

/** Width of a zone in degrees. */
export type ZoneWidth = 3 | 6;

/** The central meridian and false easting of a CGCS2000 Gauss–Krüger code; null for any other code. */
export function gaussKruger(epsg: number): GaussKruger | null {
  for (const { first, firstZone, zones, width, prefixed } of RANGES) {
    const zone = epsg - first + firstZone;
    if (epsg < first || epsg >= first + zones) continue;
    return {
      centralMeridian: width === 3 ? zone * 3 : zone * 6 - 3,
      falseEasting: 500_000 + (prefixed ? zone * 1_000_000 : 0),
    };
  }
  return null;
}

/** The code of a central meridian; null where no zone of that width lies on it. */
export function gaussKrugerCode(centralMeridian: number, width: ZoneWidth, prefixed: boolean): number | null {
  const zone = width === 3 ? centralMeridian / 3 : (centralMeridian + 3) / 6;
  return zoneCode(zone, width, prefixed);
}

/** The code with prefix of a zone number, its width told by the number; null for a number that is no zone of China. */
export function prefixedZoneCode(zone: number): number | null {
  return zoneCode(zone, zone < 24 ? 6 : 3, true);
}

/** Meridians of all zones, west to east, degrees. */
export const CENTRAL_MERIDIANS: readonly number[] = Array.from({ length: 21 }, (_, i) => 75 + 3 * i);

const RANGES = [
  { first: 4491, firstZone: 13, zones: 11, width: 6, prefixed: true },
  { first: 4502, firstZone: 13, zones: 11, width: 6, prefixed: false },
  { first: 4513, firstZone: 25, zones: 21, width: 3, prefixed: true },
  { first: 4534, firstZone: 25, zones: 21, width: 3, prefixed: false },
] as const;

function zoneCode(zone: number, width: ZoneWidth, prefixed: boolean): number | null {
  const range = RANGES.find((each) => each.width === width && each.prefixed === prefixed);
  if (range === undefined || !Number.isInteger(zone)) return null;
  const index = zone - range.firstZone;
  return index >= 0 && index < range.zones ? range.first + index : null;
}
