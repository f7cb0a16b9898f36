// A file geodatabase that GDAL itself writes, as a folder and as a ZIP, read through the product's own reader: layers,
// Chinese names and values, the coordinate system, east before north, and a sentence for one that is cut short.

import { beforeAll, describe, expect, it } from "vitest";
import { createGdalReader, type Gdal } from "../../src/adapters/gdal-reader.ts";
import { loadGdal } from "../../src/cli/load-gdal.ts";
import { uncontrolled } from "../../src/core/base/index.ts";
import { type InputFile, inspectFiles } from "../../src/core/formats/index.ts";
import { bytesOf, decode } from "../core/formats/fixtures.ts";
import { zipBytes } from "../core/formats/unpack/write-zip.ts";

/** What the package offers besides, used here to write. */
interface Writer extends Gdal {
  readonly open: (path: string) => Promise<{ readonly datasets: readonly object[] }>;
  readonly ogr2ogr: (
    dataset: object,
    flags: readonly string[],
    name: string,
  ) => Promise<{ readonly all: readonly { readonly local: string }[] }>;
}

const CENTER = [512_345.25, 3_123_456.5] as const;
const ROWS = [
  { name: "幸福社区服务中心", area: 410.5, at: CENTER },
  { name: "绿地花园服务站", area: null, at: [513_000, 3_124_000] as const },
];

let gdal: Writer;
let files: InputFile[];
const libraries = { gdal: createGdalReader(loadGdal) };

beforeAll(async () => {
  gdal = (await loadGdal()) as Writer;
  files = await writeGeodatabase();
}, 60_000);

async function writeGeodatabase(): Promise<InputFile[]> {
  const { FS } = gdal.Module;
  const features = ROWS.map(({ name, area, at: [x, y] }) => ({
    type: "Feature",
    properties: { 中心名称: name, 建筑面积: area },
    geometry: { type: "Point", coordinates: [x, y, 12] },
  }));
  const line = {
    type: "Feature",
    properties: { highway: "footway" },
    geometry: { type: "LineString", coordinates: ROWS.map(({ at }) => at) },
  };
  FS.writeFile("/input/centers.json", bytesOf(JSON.stringify({ type: "FeatureCollection", features })));
  FS.writeFile("/input/roads.json", bytesOf(JSON.stringify({ type: "FeatureCollection", features: [line] })));
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

const inspect = (given: readonly InputFile[]) =>
  inspectFiles({ files: given }, decode, uncontrolled, libraries);

describe("a geodatabase that GDAL wrote", () => {
  it("comes with its layers, names, values and coordinate system", async () => {
    const layers = await inspect(files);
    expect(layers.flatMap(({ issues }) => issues.filter(({ severity }) => severity === "error"))).toEqual([]);
    expect(
      layers.map(({ file, layer, features, geometry, datum, role }) => [
        file,
        layer,
        features,
        geometry,
        datum,
        role,
      ]),
    ).toEqual([
      ["数据/town.gdb", "党群服务中心", 2, "Point", "EPSG:4547", "centers"],
      ["数据/town.gdb", "步行路网", 1, "MultiLineString", "EPSG:4547", "network"],
    ]);
    expect(layers[0]!.bbox).toEqual([...CENTER, 513_000, 3_124_000]);
    expect(layers[0]!.fields).toMatchObject([
      { name: "中心名称", type: "text" },
      { name: "建筑面积", type: "number", role: "area" },
    ]);
  });

  it("gives unknown values as null, not as zero", async () => {
    const [centers] = await libraries.gdal({
      main: { name: "town.gdb", bytes: new Uint8Array(0) },
      parts: files,
    });
    const { features } = JSON.parse(centers!.geojson) as { features: { properties: unknown }[] };
    expect(features.map(({ properties }) => properties)).toEqual(
      ROWS.map(({ name, area }) => ({ 中心名称: name, 建筑面积: area })),
    );
  });

  it("is read from a ZIP as well, and again", async () => {
    const packed = zipBytes(files.map(({ name, bytes }) => ({ name: bytesOf(name), bytes })));
    for (let times = 0; times < 2; times++) {
      const layers = await inspect([{ name: "town.zip", bytes: packed }]);
      expect(layers.map(({ features }) => features)).toEqual([2, 1]);
    }
  });

  it("ends with a sentence when files of it are missing or spoilt", async () => {
    const tables = files.filter(({ name }) => !name.includes("a00000001"));
    const spoilt = files.map(({ name, bytes }) => ({ name, bytes: bytes.slice(0, 60) }));
    for (const given of [tables, spoilt, files.slice(0, 1)]) {
      const layers = await inspect(given);
      expect(layers.map(({ features }) => features)).toEqual([0]);
      expect(layers[0]!.issues).toMatchObject([{ severity: "error" }]);
    }
  });
});
