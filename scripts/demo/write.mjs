// Writes layers as the files a user has: GeoJSON with one feature a line, CSV with a Chinese header in GCJ-02.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { toDegrees } from "./warp.mjs";

export const polygon = (rings, properties) => ({
  type: "Feature",
  properties,
  geometry: { type: "Polygon", coordinates: rings.map((ring) => closed(ring.map(toDegrees))) },
});
/** An area from dissolved rings: counter-clockwise ones are parts, clockwise ones holes of the only part. */
export function area(rings, properties) {
  const parts = rings.filter((ring) => signedArea(ring) > 0);
  if (parts.length === 1)
    return polygon([parts[0], ...rings.filter((ring) => ring !== parts[0])], properties);
  if (parts.length !== rings.length) throw new Error("an area of several parts with holes");
  const feature = polygon(rings, properties);
  const { coordinates } = feature.geometry;
  return { ...feature, geometry: { type: "MultiPolygon", coordinates: coordinates.map((ring) => [ring]) } };
}

const signedArea = (ring) =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length];
    return sum + x * nextY - nextX * y;
  }, 0) / 2;

export const line = (xy, properties) => ({
  type: "Feature",
  properties,
  geometry: { type: "LineString", coordinates: xy.map(toDegrees) },
});
export const point = (at, properties) => ({
  type: "Feature",
  properties,
  geometry: { type: "Point", coordinates: toDegrees(at) },
});

export function writeGeojson(folder, file, name, features) {
  const rows = features.map((feature) => JSON.stringify(feature)).join(",\n");
  const head = `{"type":"FeatureCollection","name":${JSON.stringify(name)},"features":[\n`;
  writeFileSync(join(folder, file), `${head}${rows}\n]}\n`);
}

/** Columns are the keys of the first row; no cell of ours needs quotes. UTF-8 with BOM, as a spreadsheet saves it. */
export function writeCsv(folder, file, rows) {
  const columns = Object.keys(rows[0]);
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column]))].map((cells) =>
    cells.join(","),
  );
  writeFileSync(join(folder, file), `\uFEFF${lines.join("\r\n")}\r\n`);
}

export function writeJson(folder, file, value) {
  writeFileSync(join(folder, file), `${JSON.stringify(value, null, 2)}\n`);
}

const closed = (ring) => [...ring, ring[0]];
