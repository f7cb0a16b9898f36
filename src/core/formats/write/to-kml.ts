// KML 2.2 (OGC 07-147r2): a folder a table, typed attributes through a Schema (SimpleData), unknown ones left out.
// KML is WGS-84 by definition, whatever datum was asked for. Characters that XML 1.0 cannot hold become U+FFFD.

import { createByteWriter } from "./byte-writer.ts";
import { epsgOf } from "./datum-wkt.ts";
import { createNotes } from "./export-notes.ts";
import type { CellValue, ColumnType, ExportTable, Position, Shape, Write } from "./export-types.ts";
import { shapeAt } from "./shape-at.ts";
import { fileName } from "./unique-name.ts";

export const toKml: Write = (tables, { name, datum }) => {
  const notes = createNotes();
  const out = createByteWriter(1 << 16);
  out.text(
    `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n`,
  );
  out.text(`<name>${escaped(name)}</name>\n`);
  tables.forEach((table, i) => {
    out.text(schema(table, `schema${i + 1}`));
  });
  tables.forEach((table, i) => {
    if (table.geometry !== null && epsgOf(datum) !== 4326) {
      notes.add("export.datumKept", "info", { table: table.name, values: { datum } });
    }
    out.text(`<Folder>\n<name>${escaped(table.name)}</name>\n`);
    const nameColumn = table.columns.findIndex((column) => NAME.test(column.name));
    table.rows.forEach((row, r) => {
      out.text(placemark(table, row, shapeAt(table.geometry, r), nameColumn, `schema${i + 1}`));
    });
    out.text("</Folder>\n");
  });
  out.text("</Document>\n</kml>\n");
  return { files: [{ name: `${fileName(name)}.kml`, bytes: out.done() }], notes: notes.list() };
};

/** Columns whose cell is the placemark's label on the map. */
const NAME = /^(name|名称|名字)$/i;

/** Truth values go as the words true and false: common readers take any text of type bool for true. */
const KML_TYPES: Readonly<Record<ColumnType, string>> = {
  string: "string",
  integer: "double",
  number: "double",
  boolean: "string",
  date: "string",
};

function schema({ name, columns, rows }: ExportTable, id: string): string {
  const fields = columns.map(({ name: field, type }, i) => {
    const small =
      type === "integer" && rows.every((row) => row[i] === ((row[i] as number) | 0) || row[i] === null);
    return `<SimpleField type="${small ? "int" : KML_TYPES[type]}" name="${escaped(field)}"/>\n`;
  });
  return `<Schema name="${escaped(name)}" id="${id}">\n${fields.join("")}</Schema>\n`;
}

function placemark(
  { columns }: ExportTable,
  row: readonly CellValue[],
  shape: Shape | null,
  nameColumn: number,
  schemaId: string,
): string {
  const label = row[nameColumn] ?? null;
  const data = columns.map(({ name }, i) => {
    const cell = row[i] ?? null;
    if (cell === null) return "";
    return `<SimpleData name="${escaped(name)}">${escaped(String(cell))}</SimpleData>`;
  });
  return [
    "<Placemark>",
    label === null ? "" : `<name>${escaped(String(label))}</name>`,
    `<ExtendedData><SchemaData schemaUrl="#${schemaId}">${data.join("")}</SchemaData></ExtendedData>`,
    shape === null ? "" : geometryXml(shape),
    "</Placemark>\n",
  ].join("");
}

function geometryXml(shape: Shape): string {
  const several = (parts: readonly string[]): string => `<MultiGeometry>${parts.join("")}</MultiGeometry>`;
  if (shape.type === "Point") return pointXml(shape.coordinates);
  if (shape.type === "MultiPoint") return several(shape.coordinates.map(pointXml));
  if (shape.type === "LineString") return lineXml(shape.coordinates);
  if (shape.type === "MultiLineString") return several(shape.coordinates.map(lineXml));
  if (shape.type === "Polygon") return polygonXml(shape.coordinates);
  return several(shape.coordinates.map(polygonXml));
}

const coordinates = (positions: readonly Position[]): string =>
  `<coordinates>${positions.map(([x, y]) => `${x},${y}`).join(" ")}</coordinates>`;
const pointXml = (position: Position): string => `<Point>${coordinates([position])}</Point>`;
const lineXml = (positions: readonly Position[]): string =>
  `<LineString>${coordinates(positions)}</LineString>`;

function polygonXml(rings: readonly (readonly Position[])[]): string {
  const boundaries = rings.map((ring, i) => {
    const side = i === 0 ? "outerBoundaryIs" : "innerBoundaryIs";
    return `<${side}><LinearRing>${coordinates(ring)}</LinearRing></${side}>`;
  });
  return `<Polygon>${boundaries.join("")}</Polygon>`;
}

const escaped = (text: string): string =>
  text.replace(NOT_XML, "\ufffd").replace(RESERVED, (character) => `&#${character.charCodeAt(0)};`);

/** Markup, and every blank that some reader would make a line feed or a space of. */
const RESERVED = /[&<>"\r\n\t\u0085\u2028\u2029]/g;

/** Outside the Char production of XML 1.0. */
const NOT_XML = /(?![\t\n\r])\p{Cc}(?<![\u007f-\u009f])|[\ufffe\uffff]|\p{Cs}/gu;
