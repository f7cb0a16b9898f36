// Where this process finds what formats need besides JavaScript.

import { createRequire } from "node:module";
import { createGdalReader } from "../adapters/gdal-reader.ts";
import type { FormatLibraries } from "../core/formats/index.ts";
import { loadGdal } from "./load-gdal.ts";

export const libraries: FormatLibraries = {
  sqlWasm: createRequire(import.meta.url).resolve("sql.js/dist/sql-wasm.wasm"),
  gdal: createGdalReader(loadGdal),
};
