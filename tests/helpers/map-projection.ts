// Where a place lies on screen once the map has been told to show a box: web Mercator, 512-pixel tiles, the box as
// large as the room the map leaves free allows.

import type { Page } from "playwright-core";

/** Room the map keeps around what it shows, pixels. */
const FREE = { x: 56 + 56, y: 48 + 56 };
const TILE = 512;
const CLOSEST = 17.5;

type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Degrees to page pixels, while the map shows `bounds` as a whole. */
export async function projection(
  page: Page,
  bounds: Bounds,
): Promise<(lon: number, lat: number) => { x: number; y: number }> {
  const box = await page.locator(".map-view").boundingBox();
  if (box === null) throw new Error("there is no map");
  const [west, south, east, north] = bounds;
  const [left, right] = [mercatorX(west), mercatorX(east)];
  const [top, bottom] = [mercatorY(north), mercatorY(south)];
  const scale = Math.min(
    (box.width - FREE.x) / (right - left),
    (box.height - FREE.y) / (bottom - top),
    TILE * 2 ** CLOSEST,
  );
  return (lon, lat) => ({
    x: box.x + box.width / 2 + (mercatorX(lon) - (left + right) / 2) * scale,
    y: box.y + box.height / 2 - 4 + (mercatorY(lat) - (top + bottom) / 2) * scale,
  });
}

const mercatorX = (lon: number): number => (lon + 180) / 360;

const mercatorY = (lat: number): number =>
  (1 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / Math.PI) / 2;
