// The datums that a sample of pairs can be in by its numbers alone. Degrees in China have their longitude and latitude
// apart by size; a prefixed Gauss–Krüger easting has eight digits, the first two the zone; without prefix it has six
// about 500 km, and its meridian is any of the 21. A weight is the prior share of such files times the squared share of
// the sample that fits; under half the sample nothing fits.

import type { Candidate, DatumReason } from "./diagnosis.ts";
import { CENTRAL_MERIDIANS, gaussKruger, gaussKrugerCode, prefixedZoneCode } from "./gauss-kruger.ts";
import { turnDatum } from "./parse-datum.ts";

/** Candidates in either axis order, unsorted. */
export function listCandidates(sample: Float64Array): Candidate[] {
  const straight = listInOrder(sample);
  const turned = listInOrder(turnAll(sample));
  return [...straight, ...turned.map(turnCandidate)];
}

/** Prior shares within one kind of numbers: an open guess at what offices hand over, not a measurement. */
const PRIOR = { wgs84: 0.5, gcj02: 0.28, bd09: 0.22, mercatorNotZone: 0.75, utm: 0.3 } as const;

const CHINA = { west: 73, south: 3, east: 136, north: 54 } as const;
/** Metres either side of a false easting that a layer may reach; a province is drawn in one zone. */
const REACH = 450_000;
/** Half a 3-degree zone at the latitude where it is widest, with a margin, metres. */
const HALF_THREE = 190_000;
/** Northings of China, metres; below `commonNorth` lies only the South China Sea. */
const NORTHING = { least: 500_000, common: 1_900_000, most: 6_100_000 } as const;
const MERCATOR = { west: 8_120_000, east: 15_150_000, south: 334_000, north: 7_200_000 } as const;

type Fits = (x: number, y: number) => boolean;

function listInOrder(sample: Float64Array): Candidate[] {
  return [
    ...listDegrees(sample),
    ...listPrefixed(sample),
    ...listMercator(sample),
    ...listUnprefixed(sample),
  ];
}

function listDegrees(sample: Float64Array): Candidate[] {
  const values = (share: number): DatumReason["values"] => ({ share, ...boxOf(sample) });
  const inChina = shareOf(
    sample,
    (x, y) => x >= CHINA.west && x <= CHINA.east && y >= CHINA.south && y <= CHINA.north,
  );
  if (inChina >= 0.5) {
    const reasons: DatumReason[] = [
      { code: "degreesInChina", values: values(inChina) },
      { code: "offsetPossible", values: {} },
    ];
    const weigh = (datum: "wgs84" | "gcj02" | "bd09"): Candidate => ({
      datum,
      weight: PRIOR[datum] * inChina ** 2,
      reasons,
    });
    return [weigh("wgs84"), weigh("gcj02"), weigh("bd09")];
  }
  const anywhere = shareOf(sample, (x, y) => Math.abs(x) <= 180 && Math.abs(y) <= 90);
  if (anywhere < 0.5) return [];
  return [
    {
      datum: "wgs84",
      weight: 0.05 * anywhere ** 2,
      reasons: [{ code: "degreesElsewhere", values: values(anywhere) }],
    },
  ];
}

function listPrefixed(sample: Float64Array): Candidate[] {
  const zones = new Map<number, number>();
  for (let i = 0; i < sample.length; i += 2) {
    const zone = Math.floor(sample[i]! / 1_000_000);
    if (isNorthing(sample[i + 1]!) && isNear(sample[i]!, zone * 1_000_000 + 500_000)) {
      zones.set(zone, (zones.get(zone) ?? 0) + 1);
    }
  }
  const found: Candidate[] = [];
  for (const [zone, count] of zones) {
    const share = (2 * count) / sample.length;
    const epsg = prefixedZoneCode(zone);
    const gk = epsg === null ? null : gaussKruger(epsg);
    if (gk === null || share < 0.5) continue;
    const values = { share, zone, centralMeridian: gk.centralMeridian };
    found.push({ datum: `EPSG:${epsg}`, weight: share ** 2, reasons: [{ code: "zonePrefix", values }] });
  }
  return found;
}

/** Eastings of Web Mercator east of 116° read like zones 13 to 15, whose true places are the far west: both are kept. */
function listMercator(sample: Float64Array): Candidate[] {
  const share = shareOf(
    sample,
    (x, y) => x >= MERCATOR.west && x <= MERCATOR.east && y >= MERCATOR.south && y <= MERCATOR.north,
  );
  if (share < 0.5) return [];
  const odds = PRIOR.mercatorNotZone / (1 - PRIOR.mercatorNotZone);
  return [
    {
      datum: "EPSG:3857",
      weight: odds * share ** 2,
      reasons: [{ code: "mercatorRange", values: { share } }],
    },
  ];
}

function listUnprefixed(sample: Float64Array): Candidate[] {
  const fits: Fits = (x, y) => isNear(x, 500_000) && isNorthing(y);
  const share = shareOf(sample, fits);
  if (share < 0.5) return [];
  const common = shareOf(sample, (x, y) => fits(x, y) && y >= NORTHING.common) >= share / 2 ? 1 : 0.05;
  const isWide = shareOf(sample, (x) => Math.abs(x - 500_000) > HALF_THREE) > 0.5;
  const weight = (common * share ** 2) / CENTRAL_MERIDIANS.length;
  const zones = CENTRAL_MERIDIANS.flatMap((centralMeridian): Candidate[] => {
    const six = gaussKrugerCode(centralMeridian, 6, false);
    const epsg = isWide && six !== null ? six : gaussKrugerCode(centralMeridian, 3, false);
    const reasons: DatumReason[] = [{ code: "falseEasting", values: { share, centralMeridian } }];
    return [{ datum: `EPSG:${epsg}`, weight: isWide && six === null ? weight / 4 : weight, reasons }];
  });
  const utm = Array.from({ length: 11 }, (_, i): Candidate => {
    const values = { share, zone: 43 + i };
    return {
      datum: `EPSG:${32643 + i}`,
      weight: weight * PRIOR.utm,
      reasons: [{ code: "utmRange", values }],
    };
  });
  return [...zones, ...utm];
}

const isNear = (x: number, falseEasting: number): boolean => Math.abs(x - falseEasting) < REACH;
const isNorthing = (y: number): boolean => y >= NORTHING.least && y <= NORTHING.most;

function shareOf(sample: Float64Array, fits: Fits): number {
  let count = 0;
  for (let i = 0; i < sample.length; i += 2) if (fits(sample[i]!, sample[i + 1]!)) count++;
  return sample.length === 0 ? 0 : (2 * count) / sample.length;
}

function boxOf(sample: Float64Array): { west: number; south: number; east: number; north: number } {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (let i = 0; i < sample.length; i += 2) {
    box.west = Math.min(box.west, sample[i]!);
    box.east = Math.max(box.east, sample[i]!);
    box.south = Math.min(box.south, sample[i + 1]!);
    box.north = Math.max(box.north, sample[i + 1]!);
  }
  return box;
}

function turnCandidate({ datum, weight, reasons }: Candidate): Candidate {
  const share = Number(reasons[0]?.values["share"] ?? 0);
  const turned: DatumReason = { code: "axesTurned", values: { share } };
  // Degrees outside China fit both ways round as a rule; longitude first is the commoner.
  const isElsewhere = reasons[0]?.code === "degreesElsewhere";
  return {
    datum: turnDatum(datum),
    weight: isElsewhere ? weight / 10 : weight,
    reasons: [turned, ...reasons],
  };
}

function turnAll(sample: Float64Array): Float64Array {
  return sample.map((_, i) => sample[i % 2 === 0 ? i + 1 : i - 1]!);
}
