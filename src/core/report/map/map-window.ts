// A map on a page: which ground it shows, at which scale, in which box. Ground is in metres of the report's own
// frame (x east, y north), the page in millimetres (y down).

import type { Metres } from "../../base/index.ts";
import type { Box, Millimetres } from "../page.ts";

export interface MapWindow {
  readonly box: Box;
  /** 2000 for 1:2000. */
  readonly scale: number;
  /** Metres of ground, a little more than the box shows, so that cut edges lie outside it. */
  readonly ground: Extent;
  /** Middle of the box on the ground. */
  readonly center: readonly [Metres, Metres];
}

/** [west, south, east, north] in metres. */
export type Extent = readonly [Metres, Metres, Metres, Metres];

/** Scales of printed plans; "fit" takes the largest that shows all. */
export const SCALES = [
  500, 750, 1000, 1250, 1500, 2000, 2500, 3000, 3500, 4000, 4500, 5000, 5500, 6000, 6500, 7000, 7500, 8000,
  8500, 9000, 9500, 10000, 11000, 12000, 12500, 13500, 15000, 16000, 17500, 20000, 22500, 25000, 30000, 35000,
  40000, 45000, 50000, 60000, 75000, 100000, 150000, 200000, 300000, 500000, 1000000,
] as const;

/** Millimetres of ground kept beyond the box on each side. */
const MARGIN: Millimetres = 2;

/** A window on an extent: at `scale`, or at the largest of SCALES that shows all of it. */
export function openWindow(box: Box, extent: Extent, scale: number | null): MapWindow {
  const [west, south, east, north] = isExtent(extent) ? extent : NOWHERE;
  const chosen = scale ?? fittingScale(box, [west, south, east, north]);
  const center = [(west + east) / 2, (south + north) / 2] as const;
  const halfWidth = ((box.width / 2 + MARGIN) * chosen) / 1000;
  const halfHeight = ((box.height / 2 + MARGIN) * chosen) / 1000;
  const ground = [
    center[0] - halfWidth,
    center[1] - halfHeight,
    center[0] + halfWidth,
    center[1] + halfHeight,
  ] as const;
  return { box, scale: chosen, ground, center };
}

/** Does the box show the whole extent at this scale? */
export const showsAll = ({ box, scale }: MapWindow, [west, south, east, north]: Extent): boolean =>
  ((east - west) * 1000) / scale <= box.width + 1e-6 && ((north - south) * 1000) / scale <= box.height + 1e-6;

export function toPage(window: MapWindow, x: Metres, y: Metres): [Millimetres, Millimetres] {
  const { box, scale, center } = window;
  return [
    box.x + box.width / 2 + ((x - center[0]) * 1000) / scale,
    box.y + box.height / 2 - ((y - center[1]) * 1000) / scale,
  ];
}

/** The ground under a point of the page. */
export function toGround(
  { box, scale, center }: MapWindow,
  x: Millimetres,
  y: Millimetres,
): [Metres, Metres] {
  return [
    center[0] + ((x - box.x - box.width / 2) * scale) / 1000,
    center[1] - ((y - box.y - box.height / 2) * scale) / 1000,
  ];
}

/** A point with nothing around it still gets a map of its neighbourhood. */
const LEAST_SIDE: Metres = 100;
const NOWHERE: Extent = [-LEAST_SIDE, -LEAST_SIDE, LEAST_SIDE, LEAST_SIDE];
const isExtent = (extent: Extent): boolean => extent.every(Number.isFinite);

function fittingScale(box: Box, [west, south, east, north]: Extent): number {
  const width = Math.max(LEAST_SIDE, east - west) * 1000;
  const height = Math.max(LEAST_SIDE, north - south) * 1000;
  const wanted = Math.max(width / box.width, height / box.height);
  return SCALES.find((scale) => scale >= wanted) ?? Math.ceil(wanted / 100000) * 100000;
}

/** The extent with a share of itself added on each side. */
export function widen([west, south, east, north]: Extent, share: number): Extent {
  const [dx, dy] = [(east - west) * share, (north - south) * share];
  return [west - dx, south - dy, east + dx, north + dy];
}

export const EMPTY_EXTENT: Extent = [Infinity, Infinity, -Infinity, -Infinity];

export const joinExtents = (a: Extent, b: Extent): Extent => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

export const meets = (a: Extent, b: Extent): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
