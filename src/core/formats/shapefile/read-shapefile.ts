// A Shapefile from whichever of its files are there: shapes without attributes, attributes without shapes, no
// index, no projection. Each missing, damaged or misnamed member is said; every record that can be read is.

import type { Issue } from "../../base/index.ts";
import { decodeText, encodingIssues } from "../decode-text.ts";
import type { Decode, FeatureRow, TableRead } from "../feature-table.ts";
import type { FileGroup, ReadContext } from "../format.ts";
import type { InputFile } from "../import-types.ts";
import { normalLabel } from "../judge-encoding.ts";
import type { RecordSource } from "../row-access.ts";
import { recordRow } from "../row-access.ts";
import type { DbfRead } from "./parse-dbf.ts";
import { parseDbf } from "./parse-dbf.ts";
import type { ShpRead } from "./parse-shp.ts";
import { parseShp } from "./parse-shp.ts";

export async function readShapefile(group: FileGroup, context: ReadContext): Promise<TableRead[]> {
  const issues: Issue[] = [];
  const members = new Map([group.main, ...group.parts].map((file) => [extensionOf(file), file]));
  const shapes = readShapes(members, group.main.name, issues);
  const attributes = readAttributes(members, context, issues);
  const file = group.main.name;
  if (shapes === null && attributes === null) return [{ table: null, issues }];
  const rows = joinRows(shapes, attributes, file, issues);
  if (rows.length === 0) issues.push({ code: "file.noFeatures", severity: "error", file });
  if (attributes !== null) issues.push(...encodingIssues(file, attributes));
  const table = {
    file,
    layer: "",
    format: "shapefile",
    encoding: attributes?.encoding ?? null,
    prj: readText(members.get("prj"), context.decode, issues),
    columns: attributes?.columns ?? [],
    rows,
    datum: null,
  };
  return [{ table, issues }];
}

const extensionOf = ({ name }: InputFile): string => name.slice(name.lastIndexOf(".") + 1).toLowerCase();

type Members = ReadonlyMap<string, InputFile>;

function readShapes(members: Members, main: string, issues: Issue[]): ShpRead | null {
  const file = members.get("shp");
  if (file === undefined) {
    issues.push(partMissing(main, ".shp"));
    return null;
  }
  if (file.bytes.length === 0) {
    issues.push({ code: "file.empty", severity: "error", file: file.name });
    return null;
  }
  const shapes = parseShp(file.bytes, members.get("shx")?.bytes ?? null);
  if (shapes === null) issues.push(partWrong(file, "error"));
  return shapes;
}

function readAttributes(
  members: Members,
  { decode, encoding }: ReadContext,
  issues: Issue[],
): DbfRead | null {
  const file = members.get("dbf");
  if (file === undefined || file.bytes.length === 0) {
    const main = members.get("shp")?.name ?? file?.name ?? "";
    issues.push(partMissing(main, ".dbf"));
    return null;
  }
  const name = readText(members.get("cpg"), decode, issues);
  const label = name === null ? null : normalLabel(name, decode);
  const attributes = parseDbf(file.bytes, decode, label === null ? [] : [label], encoding);
  if (attributes === null) issues.push(partWrong(file, members.has("shp") ? "warning" : "error"));
  else if (label !== null && label !== attributes.encoding && encoding === undefined) {
    const values = { stated: name!, encoding: attributes.encoding.toUpperCase() };
    issues.push({ code: "file.encodingMisstated", severity: "warning", file: file.name, values });
  }
  return attributes;
}

/** A small text member (.prj, .cpg); null when it is not there or holds something else, such as a web page. */
function readText(file: InputFile | undefined, decode: Decode, issues: Issue[]): string | null {
  if (file === undefined) return null;
  const text = decodeText(file.bytes.subarray(0, 100_000), decode).text.trim();
  if (text === "") return null;
  if (!text.startsWith("<") && !text.includes("\u0000")) return text;
  issues.push(partWrong(file, "warning"));
  return null;
}

/** Shape i and attribute record i are one row; records marked as deleted are left out. */
function joinRows(
  shapes: ShpRead | null,
  attributes: DbfRead | null,
  file: string,
  issues: Issue[],
): FeatureRow[] {
  const drawn = shapes?.count ?? 0;
  const listed = attributes?.count ?? 0;
  const total = shapes === null || shapes.cut ? Math.max(drawn, listed) : drawn;
  if (shapes?.cut === true) {
    const values = { read: drawn - shapes.broken.length, wanted: total };
    issues.push({ code: "file.cutShort", severity: "warning", file, values });
  }
  if (attributes !== null && attributes.promised > listed) {
    const values = { read: listed, wanted: attributes.promised };
    issues.push({ code: "file.cutShort", severity: "warning", file, field: ".dbf", values });
  } else if (shapes !== null && attributes !== null && drawn !== listed) {
    const values = { shapes: drawn, rows: listed };
    issues.push({ code: "file.partsDiffer", severity: "warning", file, values });
  }
  for (const record of shapes?.broken ?? []) {
    issues.push({ code: "row.broken", severity: "error", file, row: record + 1 });
  }
  const source = sourceOf(shapes, attributes);
  const rows: FeatureRow[] = [];
  for (let i = 0; i < total; i++) {
    if (i >= listed || !attributes!.isDeleted(i)) rows.push(recordRow(i + 1, source, i));
  }
  return rows;
}

function sourceOf(shapes: ShpRead | null, attributes: DbfRead | null): RecordSource {
  const drawn = shapes?.count ?? 0;
  const columns = attributes?.columns ?? [];
  const cell: RecordSource["cell"] = (record, column) => attributes?.cell(record, column);
  return {
    cell,
    properties: (record) =>
      record < (attributes?.count ?? 0)
        ? Object.fromEntries(columns.map((column) => [column, cell(record, column)]))
        : {},
    geometry: (record) => (record < drawn ? shapes!.geometry(record) : null),
    shape: (record) => (record < drawn ? shapes!.shape(record) : "none"),
  };
}

const partMissing = (file: string, part: string): Issue => ({
  code: "file.partMissing",
  severity: "warning",
  file,
  values: { part },
});

/** A member whose bytes are something else. */
function partWrong({ name, bytes }: InputFile, severity: Issue["severity"]): Issue {
  const head = String.fromCharCode(...bytes.subarray(0, 300)).trimStart();
  const found = /^<(?:!doctype html|html)/i.test(head) ? "html" : "other";
  return { code: "file.partWrong", severity, file: name, values: { found } };
}
