// Builds the command line for Node: dist/cli/quandian.mjs, and in dist/cli/assets what it loads when first used.
// Packages stay outside the bundle.
import { defineConfig } from "vite";

export default defineConfig({
  publicDir: false,
  build: {
    ssr: "src/cli/main.ts",
    outDir: process.env["QUANDIAN_CLI_OUT"] ?? "dist/cli",
    target: "node20",
    rollupOptions: { output: { entryFileNames: "quandian.mjs" } },
  },
});
