// GeoJSON (RFC 7946), one file a table, one feature a line. Coordinates keep every digit. RFC 7946 knows WGS-84
// only: another datum is stated in the older `crs` member (GeoJSON 2008), which GDAL and QGIS read; GCJ-02 and
// BD-09, which have no code, in a member of our own name.

import { createByteWriter } from "./byte-writer.ts";
import { epsgOf } from "./datum-wkt.ts";
import { createNotes } from "./export-notes.ts";
import type { ExportTable, Write } from "./export-types.ts";
import { noteOtherThanWgs84 } from "./note-unstated.ts";
import { shapeAt } from "./shape-at.ts";

export const toGeojson: Write = (tables, { datum }) => {
  const notes = createNotes();
  const files = tables.map((table) => {
    noteOtherThanWgs84(table, datum, notes);
    return { name: `${table.name}.geojson`, bytes: featureCollection(table, datum) };
  });
  return { files, notes: notes.list() };
};

function featureCollection({ name, columns, rows, geometry }: ExportTable, datum: string): Uint8Array {
  const out = createByteWriter(1 << 16);
  out.text(`{"type":"FeatureCollection","name":${JSON.stringify(name)},${datumMember(datum)}"features":[\n`);
  const keys = columns.map((column) => JSON.stringify(column.name));
  rows.forEach((row, i) => {
    const properties = row.map((cell, c) => `${keys[c]}:${JSON.stringify(cell)}`).join(",");
    const shape = JSON.stringify(shapeAt(geometry, i));
    const end = i < rows.length - 1 ? ",\n" : "\n";
    out.text(`{"type":"Feature","properties":{${properties}},"geometry":${shape}}${end}`);
  });
  out.text("]}\n");
  return out.done();
}

function datumMember(datum: string): string {
  const epsg = epsgOf(datum);
  if (epsg === 4326) return "";
  if (epsg === null) return `"datum":${JSON.stringify(datum)},`;
  return `"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::${epsg}"}},`;
}
