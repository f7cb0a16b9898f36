// Every format, by tables with everything that is awkward in them and by tables at random: what an independent reader
// gets back is what went in. Numbers and coordinates are compared exactly, rings up to the vertex they start at.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExportTable } from "../../../../src/core/formats/write/export-types.ts";
import { restore } from "../../../../src/core/formats/write/neutralise.ts";
import { isMulti, shapeAt, shapeKind } from "../../../../src/core/formats/write/shape-at.ts";
import { wktOf } from "../../../../src/core/formats/write/wkt.ts";
import type { WriterId } from "../../../../src/core/formats/write/writer-ids.ts";
import {
  only,
  type ReadRow,
  readCsv,
  readFlatgeobuf,
  readGeojson,
  readGeopackage,
  readKml,
  readShapefile,
  readWorkbook,
} from "./readers.ts";
import { anyTable, BARE, canonical, LINES, POINTS, POLYGONS, SHAPES, write } from "./samples.ts";

type Properties = Readonly<Record<string, unknown>>;

interface Trip {
  readonly read: (bytes: Uint8Array, layer: string) => ReadRow[] | Promise<ReadRow[]>;
  /** What the format makes of the row by its own rules. */
  readonly expected: (properties: Properties) => Properties;
  /** The format puts rows in an order of its own. */
  readonly sorts?: true;
}

const known = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
const asText = (value: unknown): unknown => (value === null ? "" : String(value));

const TRIPS: Readonly<Record<Exclude<WriterId, "csv" | "xlsx">, Trip>> = {
  geojson: { read: readGeojson, expected: (properties) => properties },
  shapefile: {
    read: readShapefile,
    expected: ({ 名称, 步行分钟, 接入路网, ...rest }) => ({
      名称: typeof 名称 === "string" ? 名称.trimEnd() || null : 名称,
      步行分: 步行分钟,
      接入路: 接入路网,
      ...rest,
    }),
  },
  geopackage: {
    read: async (bytes, layer) => (await readGeopackage(bytes)).layer(layer),
    expected: (properties) => properties,
  },
  kml: {
    read: (bytes) =>
      readKml(bytes).map(({ properties: { name: _, ...properties }, geometry }) => ({
        properties,
        geometry,
      })),
    expected: (properties) =>
      known({
        ...properties,
        接入路网: typeof properties["接入路网"] === "boolean" ? String(properties["接入路网"]) : null,
      }),
  },
  flatgeobuf: { read: readFlatgeobuf, expected: known, sorts: true },
};

const propertiesOf = ({ columns, rows }: ExportTable): Properties[] =>
  rows.map((row) =>
    Object.fromEntries(columns.map(({ name }, c) => [name, Number.isNaN(row[c]) ? null : (row[c] ?? null)])),
  );

async function roundTrip(format: keyof typeof TRIPS, table: ExportTable): Promise<void> {
  const { read, expected, sorts } = TRIPS[format];
  const rows = await read(only(await write(format, [table])), table.name);
  const found = rows.map(({ properties, geometry }) => ({ properties, shape: canonical(geometry ?? null) }));
  const wanted = propertiesOf(table).map((properties, i) => ({
    properties: expected(properties),
    shape: canonical(shapeAt(table.geometry, i)),
  }));
  expect(sorts === true ? sorted(found) : found).toEqual(sorts === true ? sorted(wanted) : wanted);
}

const sorted = <T>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

describe.each(Object.keys(TRIPS) as (keyof typeof TRIPS)[])("%s", (format) => {
  it.each([POINTS, LINES, POLYGONS, BARE])("gives $name back", async (table) => {
    await roundTrip(format, table);
  });

  it("gives any table back", async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, (table) => roundTrip(format, table)),
      { numRuns: 60 },
    );
  });
});

describe("once failed", () => {
  // Seed -2025272425: readers of XML make line feeds of U+0085, U+2028 and U+2029 that are not written as references.
  it.each(Object.keys(TRIPS) as (keyof typeof TRIPS)[])(
    "%s keeps blanks that end lines elsewhere",
    async (format) => {
      const cells = ["a\u0085b", "a\u2028b", "a\u2029b", "a\rb", "a\r\nb", "\u00a0a", "\u3000a"];
      const rows = cells.map((cell) => [cell, null, null, null, null]);
      await roundTrip(format, { ...BARE, rows });
    },
  );
});

describe("shapes", () => {
  it.each([POINTS, POLYGONS])(
    "turn the rings of $name by the right-hand rule",
    ({ name, geometry, rows }) => {
      expect(rows.map((_, i) => canonical(shapeAt(geometry, i)))).toEqual(SHAPES[name]!.map(canonical));
    },
  );
});

describe("csv", () => {
  const cells = (table: ExportTable): unknown[][] =>
    propertiesOf(table).map((properties, i) => {
      const shape = shapeAt(table.geometry, i);
      const isPoint =
        table.geometry !== null && shapeKind(table.geometry) === "point" && !isMulti(table.geometry);
      const place = shape === null ? [""] : [wktOf(shape)];
      const pair = shape?.type === "Point" ? shape.coordinates.map(String) : ["", ""];
      const places = table.geometry === null ? [] : isPoint ? pair : place;
      return [...Object.values(properties).map(asText), ...places];
    });

  it("gives any table back, formulas disarmed", async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const [header, ...rows] = readCsv(only(await write("csv", [table])));
        expect(header!.slice(0, 5)).toEqual(["名称", "户数 (户)", "步行分钟 (分钟)", "接入路网", "日期"]);
        expect(rows.map((row) => [restore(row[0]!), ...row.slice(1)])).toEqual(cells(table));
      }),
      { numRuns: 60 },
    );
  });
});

describe("xlsx", () => {
  it("gives any table back, formulas disarmed, days as dates", async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const { sheets } = await readWorkbook(only(await write("xlsx", [table])));
        const [header, ...rows] = sheets[0]!.rows;
        expect(header!.slice(0, 5)).toEqual(["名称", "户数 (户)", "步行分钟 (分钟)", "接入路网", "日期"]);
        const read = rows.map(([name, households, minutes, linked, day]) => [
          typeof name === "string" ? restore(name) : "",
          households ?? null,
          minutes ?? null,
          linked ?? null,
          day instanceof Date ? day.toISOString().slice(0, 10) : null,
        ]);
        const wanted = propertiesOf(table).map(({ 名称, ...rest }) => [名称 ?? "", ...Object.values(rest)]);
        expect([...read, ...wanted.slice(read.length).map(() => ["", null, null, null, null])]).toEqual(
          wanted,
        );
      }),
      { numRuns: 30 },
    );
  });
});
