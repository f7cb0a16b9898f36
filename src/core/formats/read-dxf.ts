// DXF drawings: every CAD layer is a layer of its own, with the texts and block attributes that stand in it. A
// drawing names no datum: its units are taken for metres of the datum that the user or the coordinate doctor says.

import type { Issue } from "../base/index.ts";
import { decodeText } from "./decode-text.ts";
import type { DxfEntity } from "./dxf/dxf-groups.ts";
import { parseDxf } from "./dxf/dxf-groups.ts";
import { dxfShape, numberOf } from "./dxf/dxf-shape.ts";
import type { FeatureRow, TableRead } from "./feature-table.ts";
import type { FileGroup, ReadContext } from "./format.ts";
import { normalLabel } from "./judge-encoding.ts";
import { guardRead, makeTable, readOf } from "./make-table.ts";

export const readDxf = ({ main }: FileGroup, context: ReadContext): Promise<readonly TableRead[]> =>
  guardRead(main.name, "DXF", async () => {
    const { text, encoding } = decodeDrawing(main.bytes, context);
    const dxf = parseDxf(text);
    if (dxf === null)
      throw new Error(text.startsWith("AutoCAD Binary DXF") ? "binary DXF" : "no group codes");
    const rows: FeatureRow[] = [];
    const left = new Map<string, number>();
    for (const entity of dxf.entities) {
      const geometry = numberOf(entity, 67, 0) === 1 ? null : dxfShape(entity);
      if (geometry === null) left.set(entity.type, (left.get(entity.type) ?? 0) + 1);
      else rows.push({ row: rows.length + 1, properties: attributesOf(entity), geometry });
    }
    if (rows.length === 0) return [];
    const issues = [...leftIssues(main.name, left), ...(dxf.whole ? [] : [cutOff(main.name)])];
    const layers = groupByLayer(rows);
    return layers.map(([layer, own], i) =>
      readOf(makeTable(main.name, "dxf", own, { layer, encoding }), i === 0 ? issues : []),
    );
  });

/** CAD layers beyond which they are a column only. */
const MOST_LAYERS = 200;

function groupByLayer(rows: readonly FeatureRow[]): [string, FeatureRow[]][] {
  const layers = new Map<string, FeatureRow[]>();
  for (const row of rows) {
    const name = String(row.properties["cad_layer"]);
    const own = layers.get(name);
    if (own === undefined) layers.set(name, [row]);
    else own.push(row);
  }
  return layers.size === 1 || layers.size > MOST_LAYERS ? [["", [...rows]]] : [...layers];
}

/** UTF-8 where it is; else the code page in the header ("ANSI_936"); else what reading tells. */
function decodeDrawing(
  bytes: Uint8Array,
  { decode, encoding }: ReadContext,
): { text: string; encoding: string } {
  const read = decodeText(bytes, decode, encoding);
  if (encoding !== undefined || read.encoding.startsWith("utf-")) return read;
  const head = decode(bytes.subarray(0, 20_000), "latin1", false);
  const page = /\$DWGCODEPAGE\s+3\s+(\S+)/i.exec(head)?.[1];
  const label = page === undefined ? null : normalLabel(page, decode);
  return label === null ? read : { text: decode(bytes, label, false), encoding: label };
}

function attributesOf(entity: DxfEntity): Record<string, unknown> {
  const text = (code: number): string => plainText(entity.groups.find(([own]) => own === code)?.[1] ?? "");
  const properties: Record<string, unknown> = { cad_layer: text(8) || "0", type: entity.type };
  if (entity.type === "INSERT") {
    properties["block"] = text(2);
    for (const { groups } of entity.parts) {
      const tag = plainText(groups.find(([own]) => own === 2)?.[1] ?? "");
      if (tag !== "") properties[tag] = plainText(groups.find(([own]) => own === 1)?.[1] ?? "");
    }
  } else if (/TEXT$|^ATTRIB$/.test(entity.type)) {
    const pieces = entity.groups.filter(([own]) => own === 3 || own === 1).map(([, value]) => value);
    properties["text"] = plainText(pieces.join(""));
  }
  return properties;
}

/** Text without the codes that format it: "\U+4E2D", "{\fSimSun;…}", "\P", "%%d". */
const plainText = (text: string): string =>
  text
    .replace(/\\U\+([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[ACFHQTWfp][^;\\]*;/g, "")
    .replace(/\\[PX~]/g, " ")
    .replace(/\\[LlOoKk]/g, "")
    .replace(/%%d/gi, "°")
    .replace(/[{}]/g, "")
    .trim();

function leftIssues(file: string, left: ReadonlyMap<string, number>): Issue[] {
  if (left.size === 0) return [];
  const count = [...left.values()].reduce((sum, n) => sum + n, 0);
  const kinds = [...left.keys()].slice(0, 8).join(", ");
  return [{ code: "dxf.left", severity: "info", file, values: { count, kinds } }];
}

const cutOff = (file: string): Issue => ({
  code: "file.damaged",
  severity: "warning",
  file,
  values: { format: "DXF", reason: "no EOF" },
});
