// A file geodatabase that GDAL itself writes, as a folder and as a ZIP, read through the product's own reader: layers,
// Chinese names and values, the coordinate system, east before north, and a sentence for one that is cut short.

import { beforeAll, describe, expect, it } from "vitest";
import { createGdalReader } from "../../src/adapters/gdal-reader.ts";
import { loadGdal } from "../../src/cli/load-gdal.ts";
import { uncontrolled } from "../../src/core/base/index.ts";
import { type InputFile, inspectFiles } from "../../src/core/formats/index.ts";
import { bytesOf, decode } from "../core/formats/fixtures.ts";
import { zipBytes } from "../core/formats/unpack/write-zip.ts";
import { GDB_CENTER, GDB_ROWS, writeGeodatabase } from "../helpers/write-geodatabase.ts";

let files: InputFile[];
const libraries = { gdal: createGdalReader(loadGdal) };

beforeAll(async () => {
  files = await writeGeodatabase();
}, 60_000);

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
    expect(layers[0]!.bbox).toEqual([...GDB_CENTER, 513_000, 3_124_000]);
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
      GDB_ROWS.map(({ name, area }) => ({ 中心名称: name, 建筑面积: area })),
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
