// FlatGeobuf (flatgeobuf.org, version 3): one layer, its coordinate system in the header. Features are taken one by
// one out of the file, each held against its bounds first: the library itself never ends on an empty index or a
// count that is wrong. A file that breaks off gives the features before the break, and says so.

import type { Geometry } from "flatgeobuf/lib/mjs/flat-geobuf/geometry.js";
import type { HeaderMeta } from "flatgeobuf/lib/mjs/header-meta.js";
import type { TaskControl } from "../base/index.ts";
import { Failure } from "../base/index.ts";
import type { FeatureRow, TableRead } from "./feature-table.ts";
import type { FileGroup, ReadContext } from "./format.ts";
import { guardRead, makeTable, readOf } from "./make-table.ts";

export const readFlatgeobuf = (
  { main }: FileGroup,
  { control }: ReadContext,
): Promise<readonly TableRead[]> =>
  guardRead(main.name, "FlatGeobuf", async () => {
    const { header, rows, fault } = await readRows(main.bytes, control);
    if (rows.length === 0) return [];
    const { crs, columns } = header;
    const table = makeTable(main.name, "flatgeobuf", rows, {
      ...(columns === null ? {} : { columns: columns.map(({ name }) => name) }),
      datum: crs !== null && crs.code > 0 && /^(?:epsg)?$/i.test(crs.org ?? "") ? `EPSG:${crs.code}` : null,
      prj: crs?.wkt ?? null,
    });
    if (fault === null) return [readOf(table)];
    const values = { format: "FlatGeobuf", reason: fault };
    return [readOf(table, [{ code: "file.damaged", severity: "warning", file: main.name, values }])];
  });

interface RowsRead {
  readonly header: HeaderMeta;
  readonly rows: readonly FeatureRow[];
  /** Why some are missing; null when none is. */
  readonly fault: string | null;
}

async function readRows(bytes: Uint8Array, control: TaskControl): Promise<RowsRead> {
  const [{ ByteBuffer }, { Feature }, { fromGeometry }, { parseProperties }] = await Promise.all([
    import("flatbuffers"),
    import("flatgeobuf/lib/mjs/flat-geobuf/feature.js"),
    import("flatgeobuf/lib/mjs/geojson/geometry.js"),
    import("flatgeobuf/lib/mjs/generic/feature.js"),
  ]);
  const { header, start } = await readHeader(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rows: FeatureRow[] = [];
  // One buffer for all features: each new one would make a text decoder of its own (250,000 of them: 3 s).
  let buffer = new ByteBuffer(new Uint8Array(1 << 16));
  for (let at = start; at < bytes.length; ) {
    const end = at + 4 <= bytes.length ? at + 4 + view.getUint32(at, true) : Number.POSITIVE_INFINITY;
    if (end > bytes.length) break;
    if (end - at > buffer.capacity()) buffer = new ByteBuffer(new Uint8Array(2 * (end - at)));
    buffer.bytes().set(bytes.subarray(at, end));
    buffer.setPosition(0);
    const feature = Feature.getSizePrefixedRootAsFeature(buffer);
    const drawn = feature.geometry();
    if (!fits(drawn, end - at, 0)) return { header, rows, fault: `feature ${rows.length + 1}` };
    const geometry = drawn === null || isEmpty(drawn) ? null : fromGeometry(drawn, header.geometryType);
    rows.push({ row: rows.length + 1, properties: parseProperties(feature, header.columns), geometry });
    at = end;
    if (rows.length % PAUSE_EVERY !== 0) continue;
    if (control.cancelled()) throw new Failure("cancelled");
    await control.pause();
  }
  const missing = rows.length < header.featuresCount;
  return { header, rows, fault: missing ? `${rows.length} / ${header.featuresCount}` : null };
}

const PAUSE_EVERY = 10_000;
const isEmpty = (geometry: Geometry): boolean => geometry.xyLength() === 0 && geometry.partsLength() === 0;

/** Magic, header, and where the features start behind the packed R-tree of the index. */
async function readHeader(bytes: Uint8Array): Promise<{ header: HeaderMeta; start: number }> {
  const [{ ByteBuffer }, { Header }, { fromByteBuffer }] = await Promise.all([
    import("flatbuffers"),
    import("flatgeobuf/lib/mjs/flat-geobuf/header.js"),
    import("flatgeobuf/lib/mjs/header-meta.js"),
  ]);
  if (bytes[0] !== 0x66 || bytes[1] !== 0x67 || bytes[2] !== 0x62 || bytes.length < 12)
    throw new Error("no magic");
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true);
  if (size < 8 || 12 + size > bytes.length) throw new Error(`header of ${size} bytes`);
  const block = bytes.slice(8, 12 + size);
  const columns = Header.getSizePrefixedRootAsHeader(new ByteBuffer(block)).columnsLength();
  if (columns < 0 || columns > size) throw new Error(`${columns} columns in ${size} bytes`);
  const header = fromByteBuffer(new ByteBuffer(block));
  if (header.featuresCount > bytes.length) throw new Error(`${header.featuresCount} features`);
  return { header, start: 12 + size + indexSize(header) };
}

/** Bytes of the index: 40 a node, levels of ever fewer nodes up to one. */
function indexSize({ featuresCount, indexNodeSize }: HeaderMeta): number {
  if (indexNodeSize === 0 || featuresCount === 0) return 0;
  let nodes = featuresCount;
  for (let level = featuresCount; level > 1; nodes += level)
    level = Math.ceil(level / Math.max(2, indexNodeSize));
  return 40 * (featuresCount === 1 ? 2 : nodes);
}

/** Can a geometry of so many parts stand in so many bytes? */
function fits(geometry: Geometry | null, bytes: number, depth: number): boolean {
  if (geometry === null) return true;
  const parts = geometry.partsLength();
  if (parts < 0 || 4 * parts > bytes || depth > 4) return false;
  if (8 * geometry.xyLength() > bytes || 4 * geometry.endsLength() > bytes) return false;
  for (let i = 0; i < parts; i++) if (!fits(geometry.parts(i), bytes, depth + 1)) return false;
  return true;
}
