// FlatGeobuf (flatgeobuf.org, version 3): one layer, its coordinate system in the header. A file that breaks off
// gives the features before the break, and says so.

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
    const { header, rows, fault } = await readRows(ownBuffer(main.bytes), control);
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
  readonly header: Header;
  readonly rows: readonly FeatureRow[];
  /** Why it ended early; null when it did not. */
  readonly fault: string | null;
}

async function readRows(bytes: Uint8Array, control: TaskControl): Promise<RowsRead> {
  const { deserialize } = await import("flatgeobuf/lib/mjs/geojson.js");
  let header: Header = { featuresCount: 0, columns: null, crs: null };
  const rows: FeatureRow[] = [];
  const headerMetaFn = (meta: Header): void => {
    header = meta;
  };
  try {
    for await (const { properties, geometry } of deserialize(bytes, { headerMetaFn })) {
      rows.push({ row: rows.length + 1, properties: properties ?? {}, geometry });
      if (rows.length % PAUSE_EVERY === 0) await control.pause();
      if (control.cancelled()) throw new Failure("cancelled");
    }
  } catch (error) {
    if (rows.length === 0 || error instanceof Failure) throw error;
    return { header, rows, fault: error instanceof Error ? error.message : String(error) };
  }
  const short = rows.length < header.featuresCount;
  return { header, rows, fault: short ? `${rows.length} / ${header.featuresCount}` : null };
}

const PAUSE_EVERY = 10_000;

interface Header {
  readonly featuresCount: number;
  readonly columns: readonly { readonly name: string }[] | null;
  readonly crs: { readonly org: string | null; readonly code: number; readonly wkt: string | null } | null;
}

/** The library reads from the start of the underlying buffer. */
const ownBuffer = (bytes: Uint8Array): Uint8Array =>
  bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
