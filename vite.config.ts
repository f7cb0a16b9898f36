// The static site: one page, one worker, no outside address. data/demo and data/standards are ordinary
// files next to the page, in development and in the build alike, so a new rule pack is a new file.

import { readdirSync, readFileSync } from "node:fs";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig, type Plugin } from "vite";

const ROOT = fileURLToPath(new URL(".", import.meta.url));
const FOLDERS = ["demo", "standards"];
const TYPES: Readonly<Record<string, string>> = {
  ".json": "application/json",
  ".geojson": "application/geo+json",
  ".csv": "text/csv",
};

/** The core and the libraries under it only define; what the page does not use of them need not travel. */
const DEFINES_ONLY =
  /\/src\/(core|messages)\/|\/node_modules\/(proj4|wkt-parser|mgrs|gcoord|papaparse|flatbush|zod)\//;

const hasSideEffects = (id: string): boolean => !DEFINES_ONLY.test(id);

export default defineConfig({
  base: "./",
  plugins: [react(), dataFolders(), openPolicyInDevelopment(), leaveBehind()],
  // deck.gl's build without WebGPU shaders.
  resolve: { conditions: ["visgl:webgl-only", ...defaultClientConditions] },
  worker: { format: "es", plugins: () => [leaveBehind()] },
  build: {
    outDir: "dist/app",
    target: "es2022",
    chunkSizeWarningLimit: 2000,
    assetsInlineLimit: 0,
    rolldownOptions: { treeshake: { moduleSideEffects: hasSideEffects } },
  },
});

/** Serves each folder of data under its own name, with an index.json that lists its files, and a list of rule packs. */
function dataFolders(): Plugin {
  return {
    name: "data-folders",
    configureServer: (server) => {
      server.middlewares.use((request, response, next) => {
        const path = normalize(decodeURIComponent((request.url ?? "").split("?")[0] ?? "")).slice(1);
        const file = dataFiles().find(({ name }) => name === path.split(sep).join("/"));
        if (file === undefined) return next();
        response.setHeader("Content-Type", TYPES[extname(file.name)] ?? "application/octet-stream");
        response.end(file.read());
      });
    },
    generateBundle() {
      for (const { name, read } of dataFiles())
        this.emitFile({ type: "asset", fileName: name, source: read() });
    },
  };
}

function dataFiles(): { name: string; read: () => string | Uint8Array }[] {
  return FOLDERS.flatMap((folder) => {
    const names = readdirSync(join(ROOT, "data", folder)).filter((name) => extname(name) in TYPES);
    return [
      { name: `${folder}/index.json`, read: () => JSON.stringify(names) },
      ...(folder === "standards" ? [{ name: `${folder}/packs.json`, read: () => listPacks(names) }] : []),
      ...names.map((name) => ({
        name: `${folder}/${name}`,
        read: () => readFileSync(join(ROOT, "data", folder, name)),
      })),
    ];
  });
}

/** What a chooser needs of each rule pack before one is read. */
function listPacks(names: readonly string[]): string {
  const files = names.map((name) => JSON.parse(readFileSync(join(ROOT, "data/standards", name), "utf8")));
  const packs = files.filter(({ place, rules }) => place !== undefined && Array.isArray(rules));
  return JSON.stringify(
    packs.map(({ id, name, place, edition, validFrom, validTo, rules }) => ({
      ...{ id, name, place, edition, validFrom, validTo },
      rules: rules.length,
    })),
  );
}

/** The development server's own scripts are inline; the built page keeps its content security policy. */
function openPolicyInDevelopment(): Plugin {
  return {
    name: "open-policy-in-development",
    apply: "serve",
    transformIndexHtml: (html, context) =>
      context.server === undefined
        ? html
        : html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ""),
  };
}

/** Stands for text and for code that the build leaves behind. */
const LEFT = 'const text = "";\nfunction code() {}\n';

/**
 * Parts of libraries that this product never reaches, by the name under which their neighbours import them, and what
 * stands in their place: 33 projections, MGRS, WKT and grid files of proj4 (core/geo asks for transverse Mercator by
 * parameters); WebGPU, globe, gestures, animated attributes and loaders of deck.gl and luma.gl (the map draws columns
 * in memory with WebGL 2, and MapLibre has the pointer); JSON Schema of zod. 115 kB gzipped of the first screen.
 */
const LEFT_BEHIND: readonly (readonly [importer: RegExp, parts: Readonly<Record<string, string>>])[] = [
  [
    /\/proj4\/lib\//,
    {
      projs: projectionsInUse(["tmerc", "etmerc", "utm"]),
      mgrs: `${LEFT}export { code as default, code as toPoint, code as forward };`,
      "wkt-parser": `${LEFT}export { code as default };`,
      nadgrid: `${LEFT}export { code as default, code as getNadgrids };`,
    },
  ],
  [
    /\/@(deck|luma)\.gl\//,
    {
      "gpgpu/webgpu": `${LEFT}export { code as interleave };`,
      gpgpu: `${LEFT}export { code as backendRegistry, code as cleanEvaluateSync, code as GPUDataEvaluator, code as interleave };`,
      "@loaders.gl/core": `${LEFT}export { code as load, code as registerLoaders };`,
      "@loaders.gl/images": `${LEFT}export { code as ImageLoader };`,
      "mjolnir.js": `${LEFT}export class EventManager { on() {} watch() {} destroy() {} }
        export { code as DoubleClickDrag, code as Pan, code as Pinch, code as Tap };`,
      "map-controller.js": `${LEFT}export { code as default, code as MapState };`,
      "globe-view.js": `${LEFT}export { code as default };`,
      "gpu-interpolation-transition.js": `${LEFT}export { code as default };`,
      "gpu-spring-transition.js": `${LEFT}export { code as default };`,
      "fp64-arithmetic-wgsl.js": `${LEFT}export { text as fp64arithmeticWGSL };`,
      "phong-shaders-wgsl.js": `${LEFT}export { text as PHONG_WGSL };`,
      "lighting-wgsl.js": `${LEFT}export { text as lightingUniformsWGSL };`,
      "wgsl-interface-scan.js": `${LEFT}export { code as scanWGSLInterface };`,
      "wgsl-binding-debug.js": `${LEFT}export { code as getShaderBindingDebugRowsFromWGSL };`,
    },
  ],
  [
    /\/zod\/v4\/classic\//,
    {
      "to-json-schema.js": `${LEFT}export { code as createStandardJSONSchemaMethod, code as createToJSONSchemaMethod };`,
    },
  ],
];

/** Puts the stand-ins in the place of what LEFT_BEHIND names. */
function leaveBehind(): Plugin {
  const MARK = "\0left-behind:";
  return {
    name: "leave-behind",
    apply: "build",
    enforce: "pre",
    resolveId: (source, importer = "") => {
      const name = source.replace(/^\.{1,2}\/(.*\/)?|^@luma\.gl\//, "");
      const group = LEFT_BEHIND.findIndex(([by, parts]) => by.test(importer) && name in parts);
      return group === -1 ? null : `${MARK}${group}:${name}`;
    },
    load: (id) => {
      if (!id.startsWith(MARK)) return null;
      const [group, name] = id.slice(MARK.length).split(":") as [string, string];
      return LEFT_BEHIND[Number(group)]?.[1][name] ?? null;
    },
  };
}

/** proj4's list of projections, with these alone. */
function projectionsInUse(names: readonly string[]): string {
  const folder = join(ROOT, "node_modules/proj4/lib/projections");
  const imports = names.map((name) => `import ${name} from ${JSON.stringify(`${folder}/${name}.js`)};`);
  const adds = names.map((name) => `proj4.Proj.projections.add(${name});`);
  return `${imports.join("\n")}\nexport default (proj4) => { ${adds.join(" ")} };`;
}
