// A town of six by six streets with eleven residences and two centres as a person's own files, a bad value in most
// rows, and a far larger grid of streets to be cancelled half way.

import type { DroppedFile } from "../helpers/drive-app.ts";

const WEST = 113;
const SOUTH = 28;
/** Degrees: about 100 m. */
const STEP = 0.001;

type Position = readonly [number, number];
type Row = Readonly<Record<string, string | number | null>>;

const at = (east: number, north: number): Position => [WEST + east * STEP, SOUTH + north * STEP];

const points = (rows: readonly (readonly [Position, Row])[]): string =>
  JSON.stringify({
    type: "FeatureCollection",
    features: rows.map(([coordinates, properties]) => ({
      type: "Feature",
      properties,
      geometry: { type: "Point", coordinates },
    })),
  });

const home = (id: string, households: string | number | null): Row => ({ 楼栋编号: id, 户数: households });

/** Row 3 is negative, 4 no number, 5 blank, 6 far away (latitude and longitude changed places), 8 a repeated id. */
export const RESIDENCES: DroppedFile = {
  name: "楼栋.geojson",
  body: points([
    [at(0.5, 0), home("A1", 40)],
    [at(1.5, 1), home("A2", "36户")],
    [at(2.5, 2), home("A3", -5)],
    [at(3.5, 3), home("A4", "很多")],
    [at(4.5, 4), home("A5", "")],
    [[SOUTH, WEST], home("A6", 20)],
    [at(0.5, 3), home("A7", 50)],
    [at(1.5, 4), home("A7", 60)],
    [at(2.5, 0), home("A9", 70)],
    [at(3.5, 1), home("A10", 80)],
    [at(4.5, 2), home("A11", 90)],
  ]),
};

export const CENTERS: DroppedFile = {
  name: "中心.csv",
  body: `编号,名称,建筑面积,经度,纬度\nC1,东街中心,500,${at(1, 1).join()}\nC2,西街中心,,${at(4, 3).join()}\n`,
};

const line = (coordinates: readonly Position[]) => ({
  type: "Feature",
  properties: {},
  geometry: { type: "LineString", coordinates },
});

/** `count` streets each way. */
function streets(count: number): string {
  const along = Array.from({ length: count }, (_, i) => i);
  return JSON.stringify({
    type: "FeatureCollection",
    features: along.flatMap((i) => [line(along.map((j) => at(j, i))), line(along.map((j) => at(i, j)))]),
  });
}

export const ROADS: DroppedFile = { name: "道路.geojson", body: streets(6) };
export const MANY_ROADS: DroppedFile = { name: "大路网.geojson", body: streets(420) };
