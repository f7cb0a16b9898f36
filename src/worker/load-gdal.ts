// gdal3.js in this worker. The library (LGPL) stays three files of its own beside the bundle, exactly as published, so
// that anybody can put another build in their place. Where it finds importScripts it takes itself for the whole worker
// and answers messages; the engine's port keeps them instead.

import script from "gdal3.js/dist/package/gdal3.js?url";
import data from "gdal3.js/dist/package/gdal3WebAssembly.data?url";
import wasm from "gdal3.js/dist/package/gdal3WebAssembly.wasm?url";
import type { Gdal, InitGdal } from "../adapters/gdal-reader.ts";

export async function loadGdal(): Promise<Gdal> {
  const own = self.onmessage;
  await import(/* @vite-ignore */ script);
  self.onmessage = own;
  const { initGdalJs } = globalThis as unknown as { readonly initGdalJs: InitGdal };
  return initGdalJs({
    paths: { wasm, data },
    useWorker: false,
    logHandler: () => {},
    errorHandler: () => {},
  });
}
