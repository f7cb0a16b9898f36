// The static site: one page, one worker, no outside address. data/demo and data/standards are ordinary
// files next to the page, in development and in the build alike, so a new rule pack is a new file.

import { readdirSync, readFileSync } from "node:fs";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

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
  plugins: [react(), dataFolders(), openPolicyInDevelopment(), projectionsInUse()],
  worker: { format: "es", plugins: () => [projectionsInUse()] },
  build: {
    outDir: "dist/app",
    target: "es2022",
    chunkSizeWarningLimit: 2000,
    assetsInlineLimit: 0,
    rolldownOptions: { treeshake: { moduleSideEffects: hasSideEffects } },
  },
});

/** Serves each folder of data under its own name, with an index.json that lists its files. */
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
      ...names.map((name) => ({
        name: `${folder}/${name}`,
        read: () => readFileSync(join(ROOT, "data", folder, name)),
      })),
    ];
  });
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

/**
 * proj4 brings 33 projections, MGRS and a WKT reader; core/geo asks for transverse Mercator (Gauss–Krüger, UTM)
 * by parameters only. In the build the others stay behind: 30 kB gzipped of the worker.
 */
function projectionsInUse(): Plugin {
  const PROJECTIONS = "\0projections-in-use";
  const NOTHING = "\0nothing";
  const names = ["tmerc", "etmerc", "utm"];
  const folder = join(ROOT, "node_modules/proj4/lib/projections");
  return {
    name: "projections-in-use",
    apply: "build",
    enforce: "pre",
    resolveId: (source, importer) => {
      if (!importer?.includes("/proj4/")) return null;
      if (source === "../projs") return PROJECTIONS;
      return source === "mgrs" || source === "wkt-parser" ? NOTHING : null;
    },
    load: (id) => {
      if (id === NOTHING) {
        return 'const no = () => { throw new Error("not in this build"); };\nexport default no;\nexport { no as toPoint, no as forward };';
      }
      if (id !== PROJECTIONS) return null;
      const imports = names.map((name) => `import ${name} from ${JSON.stringify(`${folder}/${name}.js`)};`);
      const adds = names.map((name) => `proj4.Proj.projections.add(${name});`);
      return `${imports.join("\n")}\nexport default (proj4) => { ${adds.join(" ")} };`;
    },
  };
}
