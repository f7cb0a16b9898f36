// File geodatabases: what GDAL hands over becomes layers; without it, or when it fails, there is a sentence.

import { describe, expect, it } from "vitest";
import type { GdalReader } from "../../../../src/core/formats/format.ts";
import { codesOf, readBytes } from "./reading.ts";

const geojson = (name: string): string =>
  JSON.stringify({
    type: "FeatureCollection",
    features: [
      {
        type: "Feature",
        properties: { 名称: name },
        geometry: { type: "Point", coordinates: [500000, 3100000] },
      },
    ],
  });
const WKT = 'PROJCS["CGCS2000_3_Degree_GK_CM_114E"]';

const readWith = (gdal: GdalReader) => readBytes("市.gdb", new Uint8Array(0), { libraries: { gdal } });

describe("a file geodatabase", () => {
  it("gives GDAL's layers with their coordinate system", async () => {
    const reads = await readWith(async () => [
      { name: "楼", geojson: geojson("甲"), wkt: WKT },
      { name: "路", geojson: geojson("乙"), wkt: null },
    ]);
    expect(reads.map(({ table }) => [table!.layer, table!.prj, table!.format])).toEqual([
      ["楼", WKT, "filegdb"],
      ["路", null, "filegdb"],
    ]);
    expect(reads[1]!.table!.rows[0]!.properties).toEqual({ 名称: "乙" });
  });

  it("is told when GDAL is not here, or cannot open it", async () => {
    expect(codesOf(await readBytes("市.gdb", new Uint8Array(0), { libraries: {} }))).toEqual([
      "file.libraryMissing",
    ]);
    const reads = await readWith(() => Promise.reject(new Error("timed out")));
    expect(reads[0]!.issues).toMatchObject([{ code: "file.damaged", values: { reason: "timed out" } }]);
  });
});
