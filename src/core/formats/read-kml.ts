// KML and KMZ: placemarks with their extended data, folders as layers. Positions are WGS-84 by definition. Files that
// a network link names are read when they are in the same KMZ, and never fetched.

import type { Issue } from "../base/index.ts";
import { decodeText } from "./decode-text.ts";
import type { FeatureRow, TableRead } from "./feature-table.ts";
import { unread } from "./feature-table.ts";
import type { FileGroup, ReadContext } from "./format.ts";
import type { Placemark } from "./kml/parse-kml.ts";
import { parseKml } from "./kml/parse-kml.ts";
import { guardRead, makeTable, readOf } from "./make-table.ts";
import { unpackFiles } from "./unpack/unpack-files.ts";

export const readKml = (
  { main }: FileGroup,
  { decode, encoding, control }: ReadContext,
): Promise<readonly TableRead[]> =>
  guardRead(main.name, "KML", async () => {
    const { text, encoding: read } = decodeText(main.bytes, decode, encoding);
    const { placemarks, isKml, fault } = await parseKml(text, control);
    if (!isKml && placemarks.length === 0) throw new Error(fault ?? "no <kml> element");
    if (placemarks.length === 0) return [];
    const issues: Issue[] = fault === null ? [] : [faulty(main.name, fault)];
    return layersOf(placemarks).map(([layer, own], i) =>
      readOf(
        makeTable(main.name, "kml", rowsOf(own, layer === ""), { layer, datum: "wgs84", encoding: read }),
        i === 0 ? issues : [],
      ),
    );
  });

/** The .kml files in the archive, one after the other. */
export async function readKmz({ main }: FileGroup, context: ReadContext): Promise<readonly TableRead[]> {
  const archive = { name: `${main.name}.zip`, bytes: main.bytes };
  const { files, issues } = await unpackFiles([archive], (name) => /\.kml$/i.test(name), context);
  const said = issues
    .filter(({ code }) => code !== "file.membersUnused")
    .map((issue): Issue => ({ ...issue, file: main.name }));
  const reads: TableRead[] = said.length === 0 ? [] : [{ table: null, issues: said }];
  for (const { name, bytes } of files) {
    const member = name.slice(archive.name.length + 1).replace(/\.kml$/i, "");
    for (const read of await readKml({ main: { name: main.name, bytes }, parts: [] }, context)) {
      const isIndex = read.issues.some(({ code }) => code === "file.noFeatures") && files.length > 1;
      if (!isIndex) reads.push(renamed(read, files.length > 1 ? member : ""));
    }
  }
  return reads.length > 0 ? reads : [unread({ code: "file.noFeatures", severity: "error", file: main.name })];
}

function renamed({ table, issues }: TableRead, member: string): TableRead {
  if (table === null) return { table, issues };
  const layer = [member, table.layer].filter((part) => part !== "").join("/");
  return { table: { ...table, layer, format: "kmz" }, issues };
}

/** Folders beyond which they are a column rather than layers. */
const MOST_LAYERS = 100;

function layersOf(placemarks: readonly Placemark[]): [string, Placemark[]][] {
  const layers = new Map<string, Placemark[]>();
  for (const placemark of placemarks) {
    const name = placemark.folders.join("/") || "Placemarks";
    const own = layers.get(name);
    if (own === undefined) layers.set(name, [placemark]);
    else own.push(placemark);
  }
  return layers.size === 1 || layers.size > MOST_LAYERS ? [["", [...placemarks]]] : [...layers];
}

/** With the folder as a column where one table holds several. */
function rowsOf(placemarks: readonly Placemark[], isWhole: boolean): FeatureRow[] {
  const several = isWhole && new Set(placemarks.map(({ folders }) => folders.join("/"))).size > 1;
  return placemarks.map(({ folders, properties, geometry }, i) => ({
    row: i + 1,
    properties: several ? { folder: folders.join("/"), ...properties } : properties,
    geometry,
  }));
}

const faulty = (file: string, reason: string): Issue => ({
  code: "file.damaged",
  severity: "warning",
  file,
  values: { format: "KML", reason },
});
