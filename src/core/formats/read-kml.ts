// KML (OGC 12-007r2) and KMZ: placemarks with their extended data, folders as layers. Positions are WGS-84 by
// definition. How things are to be drawn is left out; files that a network link names are not fetched.

import type { Folder, Root } from "@tmcw/togeojson";
import { decodeText } from "./decode-text.ts";
import type { FeatureRow, TableRead } from "./feature-table.ts";
import { unread } from "./feature-table.ts";
import type { FileGroup, ReadContext } from "./format.ts";
import { guardRead, makeTable, readOf } from "./make-table.ts";
import { unpackFiles } from "./unpack/unpack-files.ts";

export const readKml = (
  { main }: FileGroup,
  { decode, encoding }: ReadContext,
): Promise<readonly TableRead[]> =>
  guardRead(main.name, "KML", async () => {
    const text = decodeText(main.bytes, decode, encoding).text;
    const root = await parseFolders(text);
    const placemarks = flatten(root.children, [], 0);
    const folders = new Set(placemarks.map(({ folder }) => folder));
    if (folders.size === 1 || folders.size > MOST_LAYERS) return [tableRead(main.name, "", placemarks)];
    return [...folders].map((folder) =>
      tableRead(
        main.name,
        folder === "" ? "Placemarks" : folder,
        placemarks.filter((placemark) => placemark.folder === folder),
      ),
    );
  });

/** The .kml files in the archive, one after the other. */
export async function readKmz({ main }: FileGroup, context: ReadContext): Promise<readonly TableRead[]> {
  const archive = { name: `${main.name}.zip`, bytes: main.bytes };
  const { files, issues } = await unpackFiles([archive], (name) => /\.kml$/i.test(name), context);
  const said = issues
    .filter(({ code }) => code !== "file.membersUnused")
    .map((issue) => ({ ...issue, file: main.name }));
  const reads: TableRead[] = [];
  for (const { name, bytes } of files) {
    const member = name.slice(archive.name.length + 1).replace(/\.kml$/i, "");
    for (const { table, issues: found } of await readKml(
      { main: { name: main.name, bytes }, parts: [] },
      context,
    )) {
      const layer = [files.length > 1 ? member : "", table?.layer ?? ""]
        .filter((part) => part !== "")
        .join("/");
      reads.push({ table: table === null ? null : { ...table, layer, format: "kmz" }, issues: found });
    }
  }
  if (reads.length === 0 && said.length === 0) {
    return [unread({ code: "file.noFeatures", severity: "error", file: main.name })];
  }
  return said.length === 0 ? reads : [{ table: null, issues: said }, ...reads];
}

/** Folders beyond which they are a column rather than layers, and how deep they are followed. */
const MOST_LAYERS = 100;
const DEEPEST_FOLDER = 100;

async function parseFolders(text: string): Promise<Root> {
  const [{ DOMParser }, { kmlWithFolders }] = await Promise.all([
    import("@xmldom/xmldom"),
    import("@tmcw/togeojson"),
  ]);
  const faults: string[] = [];
  const parser = new DOMParser({
    locator: false,
    onError: (level, message) => {
      if (level !== "warning") faults.push(message);
    },
  });
  const document = parser.parseFromString(text.replace(/^\ufeff?\s+/, ""), "application/xml");
  if (document.documentElement === null) throw new Error(faults[0] ?? "no element");
  return kmlWithFolders(document);
}

interface Placemark {
  readonly folder: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: unknown;
}

function flatten(children: Root["children"], path: readonly string[], depth: number): Placemark[] {
  return children.flatMap((child: Folder | Root["children"][number]): Placemark[] => {
    if (child.type === "folder") {
      const name = String(child.meta["name"] ?? "").trim();
      return depth < DEEPEST_FOLDER
        ? flatten(child.children, name === "" ? path : [...path, name], depth + 1)
        : [];
    }
    return [
      { folder: path.join("/"), properties: plainProperties(child.properties), geometry: child.geometry },
    ];
  });
}

/** What togeojson adds for drawing. */
const DRAWING =
  /^(?:styleUrl|styleHash|styleMapHash|stroke|stroke-opacity|stroke-width|fill|fill-opacity|icon.*|label-.*|visibility|@geometry-type)$/;

function plainProperties(properties: Readonly<Record<string, unknown>> | null): Record<string, unknown> {
  const entries = Object.entries(properties ?? {}).filter(([name]) => !DRAWING.test(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, plainValue(value)]));
}

/** An HTML description as its text. */
function plainValue(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const { value: html } = value as { readonly value?: unknown };
  return typeof html === "string"
    ? html
        .replace(/<[^>]*>/g, " ")
        .replace(/\s+/g, " ")
        .trim()
    : JSON.stringify(value);
}

function tableRead(file: string, layer: string, placemarks: readonly Placemark[]): TableRead {
  if (placemarks.length === 0) return unread({ code: "file.noFeatures", severity: "error", file });
  const several = new Set(placemarks.map(({ folder }) => folder)).size > 1;
  const rows = placemarks.map(
    ({ folder, properties, geometry }, i): FeatureRow => ({
      row: i + 1,
      properties: several ? { folder, ...properties } : properties,
      geometry,
    }),
  );
  return readOf(makeTable(file, "kml", rows, { layer, datum: "wgs84" }));
}
