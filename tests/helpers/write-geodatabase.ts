// A file geodatabase written by GDAL itself (OpenFileGDB): two centres and a footway in Gauss–Krüger metres, with heights.

import type { Gdal } from "../../src/adapters/gdal-reader.ts";
import { loadGdal } from "../../src/cli/load-gdal.ts";
import type { InputFile } from "../../src/core/formats/index.ts";

/** What the package offers besides, used here to write. */
interface Writer extends Gdal {
  readonly open: (path: string) => Promise<{ readonly datasets: readonly object[] }>;
  readonly ogr2ogr: (
    dataset: object,
    flags: readonly string[],
    name: string,
  ) => Promise<{ readonly all: readonly { readonly local: string }[] }>;
}

export const GDB_CENTER = [512_345.25, 3_123_456.5] as const;
export const GDB_ROWS = [
  { name: "幸福社区服务中心", area: 410.5, at: GDB_CENTER },
  { name: "绿地花园服务站", area: null, at: [513_000, 3_124_000] as const },
];

/** The files of "数据/town.gdb". */
export async function writeGeodatabase(): Promise<InputFile[]> {
  const gdal = (await loadGdal()) as Writer;
  const { FS } = gdal.Module;
  const features = GDB_ROWS.map(({ name, area, at: [x, y] }) => ({
    type: "Feature",
    properties: { 中心名称: name, 建筑面积: area },
    geometry: { type: "Point", coordinates: [x, y, 12] },
  }));
  const line = {
    type: "Feature",
    properties: { highway: "footway" },
    geometry: { type: "LineString", coordinates: GDB_ROWS.map(({ at }) => at) },
  };
  FS.writeFile(
    "/input/centers.json",
    new TextEncoder().encode(JSON.stringify({ type: "FeatureCollection", features })),
  );
  FS.writeFile(
    "/input/roads.json",
    new TextEncoder().encode(JSON.stringify({ type: "FeatureCollection", features: [line] })),
  );
  const system = ["-a_srs", "EPSG:4547", "-f", "OpenFileGDB"];
  const centers = (await gdal.open("/input/centers.json")).datasets[0]!;
  await gdal.ogr2ogr(centers, [...system, "-nln", "党群服务中心"], "town");
  const roads = (await gdal.open("/input/roads.json")).datasets[0]!;
  const { all } = await gdal.ogr2ogr(roads, [...system, "-update", "-nln", "步行路网"], "town");
  return all.map(({ local }) => ({
    name: local.replace("/output/town.gdb", "数据/town.gdb"),
    bytes: FS.readFile(local).slice(),
  }));
}
