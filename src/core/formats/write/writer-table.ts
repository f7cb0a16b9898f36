// The table of writers: a format is added here and nowhere else. Each is loaded with its library when first used.

import type { Write } from "./export-types.ts";
import { toCsv } from "./to-csv.ts";
import { toFlatgeobuf } from "./to-flatgeobuf.ts";
import { toGeojson } from "./to-geojson.ts";
import { toGeopackage } from "./to-geopackage.ts";
import { toKml } from "./to-kml.ts";
import { toShapefile } from "./to-shapefile.ts";
import { toXlsx } from "./to-xlsx.ts";
import type { WriterId } from "./writer-ids.ts";

export interface Writer {
  readonly write: Write;
  /** The format is of one datum whatever the user asks. */
  readonly fixedDatum: "wgs84" | null;
}

export const WRITERS: Readonly<Record<WriterId, Writer>> = {
  geojson: { write: toGeojson, fixedDatum: null },
  shapefile: { write: toShapefile, fixedDatum: null },
  geopackage: { write: toGeopackage, fixedDatum: null },
  kml: { write: toKml, fixedDatum: "wgs84" },
  flatgeobuf: { write: toFlatgeobuf, fixedDatum: null },
  csv: { write: toCsv, fixedDatum: null },
  xlsx: { write: toXlsx, fixedDatum: null },
};
