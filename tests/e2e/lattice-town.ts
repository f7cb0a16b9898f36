// One community of ten by four buildings of twenty households, in two grids of five columns each, with streets
// between the rows and a centre: small enough to know every number by heart.

import type { DroppedFile } from "../helpers/drive-app.ts";

export const COLUMNS = 10;
export const ROWS = 4;
const WEST = 113;
const SOUTH = 28;
/** Degrees between neighbours: about 60 m. */
const STEP = 0.0006;
const HOUSEHOLDS = 20;

/** The community's outline is the whole picture. */
export const TOWN_BOUNDS = [WEST - STEP, SOUTH - STEP, WEST + COLUMNS * STEP, SOUTH + ROWS * STEP] as const;

/** Row 0 is the northernmost. */
export const unitAt = (column: number, row: number): readonly [lon: number, lat: number] => [
  WEST + column * STEP,
  SOUTH + (ROWS - 1 - row) * STEP,
];

const features = (list: readonly object[]): string =>
  JSON.stringify({ type: "FeatureCollection", features: list });

export function latticeTown(): DroppedFile[] {
  const homes = Array.from({ length: COLUMNS * ROWS }, (_, i) => {
    const [column, row] = [i % COLUMNS, Math.floor(i / COLUMNS)];
    const grid = column < COLUMNS / 2 ? "001" : "002";
    return {
      type: "Feature",
      properties: { 楼栋编号: `L${i}`, 户数: HOUSEHOLDS, 网格编码: `430102001001${grid}` },
      geometry: { type: "Point", coordinates: unitAt(column, row) },
    };
  });
  const streets = Array.from({ length: ROWS }, (_, row) => ({
    type: "Feature",
    properties: { highway: "residential" },
    geometry: {
      type: "LineString",
      coordinates: Array.from({ length: COLUMNS }, (_, column) => unitAt(column, row)),
    },
  }));
  const [west, south, east, north] = TOWN_BOUNDS;
  const outline = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  const community = {
    type: "Feature",
    properties: { 社区编码: "430102001001", 社区名称: "格田社区" },
    geometry: { type: "Polygon", coordinates: [outline] },
  };
  const cross = {
    type: "Feature",
    properties: { highway: "residential" },
    geometry: {
      type: "LineString",
      coordinates: Array.from({ length: ROWS }, (_, row) => unitAt(0, row)),
    },
  };
  return [
    { name: "住宅.geojson", body: features(homes) },
    { name: "道路.geojson", body: features([...streets, cross]) },
    { name: "社区.geojson", body: features([community]) },
    {
      name: "党群服务中心.csv",
      body: `编号,名称,建筑面积,经度,纬度\nC1,格田社区党群服务中心,400,${unitAt(2, 2).join()}\n`,
    },
  ];
}
