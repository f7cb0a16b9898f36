// gdal3.js in Node. The package looks for its files from the working folder on, and leaves a stand-in for a browser's
// `location` behind, by which other libraries would take this process for a browser: it is taken away again.

import { createRequire } from "node:module";
import { dirname, relative } from "node:path";
import { cwd } from "node:process";
import type { Gdal, InitGdal } from "../adapters/gdal-reader.ts";

export async function loadGdal(): Promise<Gdal> {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve("gdal3.js"));
  const initGdal = require("gdal3.js/node.js") as InitGdal;
  try {
    return await initGdal({
      path: relative(cwd(), folder),
      useWorker: false,
      logHandler: () => {},
      errorHandler: () => {},
    });
  } finally {
    Reflect.deleteProperty(globalThis, "location");
  }
}
