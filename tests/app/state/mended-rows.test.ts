// The round of rows set aside: exported, mended, read again as the layer they came from, listed no more.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { setAsideCsv } from "../../../src/app/commands/export-set-aside.ts";
import type { Project } from "../../../src/app/state/app-state.ts";
import { geometryText } from "../../../src/app/state/geometry-text.ts";
import { layersWithMended, withoutMended } from "../../../src/app/state/mended-rows.ts";
import { type InputFile, importFiles, type SetAsideRow } from "../../../src/core/formats/index.ts";
import { CENTERS, RESIDENCES, ROADS } from "../../e2e/small-town.ts";

const decode = (bytes: Uint8Array, label: string, fatal: boolean): string =>
  new TextDecoder(label, { fatal }).decode(bytes);
const encode = (name: string, text: string): InputFile => ({ name, bytes: new TextEncoder().encode(text) });
const TOWN = [RESIDENCES, CENTERS, ROADS].map(({ name, body }) => encode(name, String(body)));

async function open(files: readonly InputFile[], layers: Project["imported"]["layers"] | null = null) {
  const input = { name: "town", files, ...(layers === null ? {} : { layers }) };
  return { origin: "files", files, imported: await importFiles(input, decode) } as const satisfies Project;
}

describe("rows set aside", () => {
  it("come back mended and are listed no more", async () => {
    const town = await open(TOWN);
    expect(withoutMended(town).setAside.map(({ file, row }) => [file, row])).toEqual([["楼栋.geojson", 6]]);
    const table = setAsideCsv(town.imported.setAside, "zh-CN").replace(
      "POINT (28 113)",
      "POINT (113.001 28.001)",
    );
    const files = [...TOWN, encode("楼栋 未采用.csv", table)];
    const layers = layersWithMended(town, files);
    const mended = await open(files, layers);
    expect(mended.imported.baseline?.residences.count).toBe(11);
    expect(mended.imported.baseline?.residences.id).toContain("A6");
    expect(withoutMended(mended).setAside).toEqual([]);
    expect(withoutMended(mended).issues.some(({ code }) => code === "coords.swapped")).toBe(false);
    expect(mended.imported.issues.some(({ code }) => code === "coords.swapped")).toBe(true);
  });

  it("stay listed while the table that brings them back is not used", async () => {
    const town = await open(TOWN);
    const files = [...TOWN, encode("a.csv", setAsideCsv(town.imported.setAside, "en"))];
    expect(withoutMended({ ...town, files }).setAside).toHaveLength(1);
  });

  it("are no concern of an ordinary table", async () => {
    const town = await open(TOWN);
    expect(layersWithMended(town, [...TOWN, encode("b.csv", "编号,row,reason\nA,1,x\n")])).toBeNull();
    expect(layersWithMended(town, [encode("c.csv", "file,row,reason,x\nelsewhere.csv,1,x,1\n")])).toBeNull();
  });
});

describe("a geometry as text", () => {
  it("is what the reader takes back", async () => {
    const position = fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -80, max: 80 }));
    const line = fc.array(position, { minLength: 2, maxLength: 4 });
    const shape = fc.oneof(
      position.map((coordinates) => ({ type: "Point", coordinates })),
      line.map((coordinates) => ({ type: "LineString", coordinates })),
      fc
        .array(line, { minLength: 1, maxLength: 3 })
        .map((coordinates) => ({ type: "MultiLineString", coordinates })),
    );
    await fc.assert(
      fc.asyncProperty(shape, async (geometry) => {
        const row: SetAsideRow = {
          ...{ file: "a", row: 1, properties: { id: "x" }, geometry },
          reason: { code: "coords.swapped", severity: "error" },
        };
        const csv = setAsideCsv([row], "en").replace("\uFEFF", "");
        const layers = [{ role: "network", file: "a.csv", datum: "wgs84", fields: {}, asOf: null }] as const;
        const { imported } = await open([encode("a.csv", csv)], layers);
        expect(imported.columns["a.csv"]).toEqual(["file", "row", "reason", "id"]);
      }),
      { numRuns: 40 },
    );
    expect(
      geometryText({
        type: "Polygon",
        coordinates: [
          [
            [0, 0],
            [1, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      }),
    ).toBe("POLYGON ((0 0, 1 0, 1 1, 0 0))");
    expect(geometryText(null)).toBe("");
    expect(geometryText({ type: "GeometryCollection", geometries: [] })).toContain("GeometryCollection");
  });
});
