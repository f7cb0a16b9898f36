// Where this process finds what formats need besides JavaScript.

import { createRequire } from "node:module";
import type { FormatLibraries } from "../core/formats/index.ts";

export const libraries: FormatLibraries = {
  sqlWasm: createRequire(import.meta.url).resolve("sql.js/dist/sql-wasm.wasm"),
};
