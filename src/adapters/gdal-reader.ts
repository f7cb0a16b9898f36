// File geodatabases through GDAL (gdal3.js: GDAL 3.8 in WebAssembly). The files go into GDAL's own file system, every
// layer comes back as GeoJSON in its own coordinates: x before y, curves as short lines, without heights. GDAL's C
// functions are called directly, since some of the package's own promises never settle; only the start, which is
// asynchronous, is held to a time limit.

import type { FileGroup, GdalLayer, GdalReader } from "../core/formats/index.ts";

/** What is used of the Emscripten module that gdal3.js exposes. */
interface GdalModule {
  readonly ccall: (
    name: string,
    returns: "number" | "string" | null,
    takes: readonly ("number" | "string")[],
    values: readonly (number | string)[],
  ) => number | string;
  readonly HEAPU32: Uint32Array;
  readonly FS: {
    readonly mkdir: (path: string) => void;
    readonly writeFile: (path: string, bytes: Uint8Array) => void;
    readonly readFile: (path: string) => Uint8Array;
    readonly readdir: (path: string) => string[];
    readonly unlink: (path: string) => void;
    readonly rmdir: (path: string) => void;
  };
  readonly lengthBytesUTF8: (text: string) => number;
  readonly stringToUTF8: (text: string, at: number, room: number) => void;
  readonly _malloc: (bytes: number) => number;
  readonly _free: (at: number) => void;
}

export interface Gdal {
  readonly Module: GdalModule;
}

/** The package's one function; hosts say how to load it. */
export type InitGdal = (options: {
  readonly path?: string;
  readonly paths?: { readonly wasm: string; readonly data: string };
  readonly useWorker: false;
  readonly logHandler: () => void;
  readonly errorHandler: () => void;
}) => Promise<Gdal>;

/** `load` is run when the first geodatabase is opened, and again only after it failed. */
export function createGdalReader(load: () => Promise<Gdal>): GdalReader {
  let loaded: Promise<Gdal> | null = null;
  return async (group) => {
    loaded ??= within(START_MS, load());
    const { Module } = await loaded.catch((error: unknown) => {
      loaded = null;
      throw error;
    });
    return readGeodatabase(Module, group);
  };
}

/** Loading and compiling 40 MB takes 1 to 2 s from a disk; a slow intranet is given its time. */
const START_MS = 60_000;

function within<T>(limit: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`GDAL did not start in ${limit / 1000} s`)), limit);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** In GDAL's file system. */
const FOLDER = "/input/read.gdb";
const RESULT = "/output/layer.geojson";
/** GDALOpenEx flags: vector data, errors told. */
const OPEN_VECTOR = 0x44;
const CE_FAILURE = 3;

function readGeodatabase(module: GdalModule, { main, parts }: FileGroup): GdalLayer[] {
  const { FS } = module;
  removeFolder(module);
  FS.mkdir(FOLDER);
  for (const { name, bytes } of parts) FS.writeFile(`${FOLDER}/${lastPart(name)}`, bytes);
  call(module, "CPLErrorReset");
  const dataset = call(module, "GDALOpenEx", FOLDER, OPEN_VECTOR, 0, 0, 0);
  try {
    if (dataset === 0) throw lastError(module, `${lastPart(main.name)} is no geodatabase`);
    const systems = describe(module, dataset);
    return systems.map(({ name, wkt }) => ({ name, wkt, geojson: translate(module, dataset, name) }));
  } finally {
    if (dataset !== 0) call(module, "GDALClose", dataset);
    removeFolder(module);
  }
}

/** What GDALVectorInfo says of a layer, as far as it is used. */
interface LayerInfo {
  readonly name: string;
  readonly geometryFields?: readonly { readonly coordinateSystem?: { readonly wkt?: string } | null }[];
}

function describe(module: GdalModule, dataset: number): Pick<GdalLayer, "name" | "wkt">[] {
  const text = withOptions(module, ["-json", "-nocount", "-noextent"], (list) => {
    const options = call(module, "GDALVectorInfoOptionsNew", list, 0);
    const info = module.ccall("GDALVectorInfo", "string", ["number", "number"], [dataset, options]);
    call(module, "GDALVectorInfoOptionsFree", options);
    return info as string;
  });
  const { layers = [] } = JSON.parse(text) as { readonly layers?: readonly LayerInfo[] };
  return layers.map(({ name, geometryFields }) => ({
    name,
    wkt: geometryFields?.[0]?.coordinateSystem?.wkt ?? null,
  }));
}

function translate(module: GdalModule, dataset: number, layer: string): string {
  const { FS } = module;
  const flags = ["-f", "GeoJSON", "-nlt", "CONVERT_TO_LINEAR", "-dim", "XY", "-lco", "WRITE_NAME=NO", layer];
  call(module, "CPLErrorReset");
  withOptions(module, flags, (list) => {
    const options = call(module, "GDALVectorTranslateOptionsNew", list, 0);
    const sources = module._malloc(4);
    module.HEAPU32[sources >> 2] = dataset;
    const result = call(module, "GDALVectorTranslate", RESULT, 0, 1, sources, options, 0);
    module._free(sources);
    call(module, "GDALVectorTranslateOptionsFree", options);
    if (result !== 0) call(module, "GDALClose", result);
    if (result === 0 || call(module, "CPLGetLastErrorType") >= CE_FAILURE) throw lastError(module, layer);
  });
  const text = new TextDecoder().decode(FS.readFile(RESULT));
  FS.unlink(RESULT);
  return text;
}

/** Calls a C function of numbers and texts that gives a number. */
const call = (module: GdalModule, name: string, ...values: (number | string)[]): number =>
  module.ccall(
    name,
    "number",
    values.map((value) => (typeof value === "string" ? "string" : "number")),
    values,
  ) as number;

/** Runs `use` with a null-terminated list of C strings. */
function withOptions<T>(module: GdalModule, texts: readonly string[], use: (list: number) => T): T {
  const strings = texts.map((text) => {
    const room = module.lengthBytesUTF8(text) + 1;
    const at = module._malloc(room);
    module.stringToUTF8(text, at, room);
    return at;
  });
  const list = module._malloc(4 * (strings.length + 1));
  module.HEAPU32.set([...strings, 0], list >> 2);
  try {
    return use(list);
  } finally {
    for (const at of [...strings, list]) module._free(at);
  }
}

function lastError(module: GdalModule, otherwise: string): Error {
  const said = module.ccall("CPLGetLastErrorMsg", "string", [], []) as string;
  return new Error(said === "" ? otherwise : said.replaceAll(FOLDER, ""));
}

function removeFolder({ FS }: GdalModule): void {
  if (FS.readdir("/output").includes(lastPart(RESULT))) FS.unlink(RESULT);
  if (!FS.readdir("/input").includes(lastPart(FOLDER))) return;
  for (const name of FS.readdir(FOLDER)) if (!name.startsWith(".")) FS.unlink(`${FOLDER}/${name}`);
  FS.rmdir(FOLDER);
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
