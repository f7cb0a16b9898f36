// What a format is, and what its reader is given: the bytes of one data set (a Shapefile is several files), the
// host's decoder, and the libraries that only the host can locate. Readers never throw for bad input.

import type { TaskControl } from "../base/index.ts";
import type { Decode, TableRead } from "./feature-table.ts";
import type { InputFile } from "./import-types.ts";

/** One data set: a .shp with its .dbf .shx .prj .cpg, the files of a .gdb folder; `parts` is empty for most formats. */
export interface FileGroup {
  readonly main: InputFile;
  readonly parts: readonly InputFile[];
}

/** A layer as GDAL hands it over: GeoJSON text in the layer's own coordinates. */
export interface GdalLayer {
  readonly name: string;
  readonly geojson: string;
  /** WKT of its coordinate system; null when it has none. */
  readonly wkt: string | null;
}

/** GDAL, where a host has it: the layers of one data set; rejects when it cannot open it. */
export type GdalReader = (group: FileGroup) => Promise<readonly GdalLayer[]>;

/** What hosts must locate. A format whose library is absent answers with an issue. */
export interface FormatLibraries {
  /** sql.js's WebAssembly: its address, or its bytes. */
  readonly sqlWasm?: string | Uint8Array;
  readonly gdal?: GdalReader;
}

export interface ReadContext {
  readonly decode: Decode;
  /** WHATWG label that the user insists on for text without a mark of its own. */
  readonly encoding?: string;
  readonly libraries: FormatLibraries;
  readonly control: TaskControl;
}

export interface Format {
  readonly id: string;
  /** Lower case, without the dot. */
  readonly extensions: readonly string[];
  /** Does a file without a telling name look like this format? `head` is its first bytes as Latin-1. */
  readonly sniff: (head: string) => boolean;
  /** One TableRead a layer; at least one, if only to say what is wrong. */
  readonly read: (group: FileGroup, context: ReadContext) => Promise<readonly TableRead[]>;
}
