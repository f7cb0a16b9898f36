// The worker: an engine of its own, served to whoever started it.

import highsWasm from "highs/runtime?url";
import sqlWasm from "sql.js/dist/sql-wasm-browser.wasm?url";
import { createGdalReader } from "../adapters/gdal-reader.ts";
import { createHighsSolver } from "../adapters/highs-solver.ts";
import { createEngine } from "../core/engine/index.ts";
import { loadGdal } from "./load-gdal.ts";
import { createPause } from "./pause.ts";
import { serveEngine } from "./serve.ts";

const engine = createEngine({
  pause: createPause(),
  decode: (bytes, label, fatal) => new TextDecoder(label, { fatal }).decode(bytes),
  libraries: { sqlWasm, gdal: createGdalReader(loadGdal) },
  solver: createHighsSolver(highsWasm),
  seconds: () => performance.now() / 1000,
});

serveEngine(engine, {
  postMessage: (message, transfer) => self.postMessage(message, { transfer }),
  addEventListener: (type, listener) => self.addEventListener(type, listener),
});
