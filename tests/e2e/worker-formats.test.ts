// Formats whose libraries are WebAssembly, in the built worker as the page would start it: GeoPackage (sql.js) and file
// geodatabase (GDAL). The libraries are fetched when such a file is opened, not before.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { InputFile, LayerInspection } from "../../src/core/formats/index.ts";
import { only } from "../core/formats/write/readers.ts";
import { POINTS, write } from "../core/formats/write/samples.ts";
import { type AppHost, hostApp } from "../helpers/app-page.ts";
import { analysed } from "../helpers/drive-app.ts";
import { writeGeodatabase } from "../helpers/write-geodatabase.ts";

let host: AppHost;
beforeAll(async () => {
  host = await hostApp();
});
afterAll(() => host.close());

describe("libraries of the built worker", () => {
  it("open a GeoPackage and a geodatabase, and only then are fetched", {
    timeout: 120_000,
  }, async () => {
    const { page, trouble } = await host.open({ path: "favicon.svg" });
    const fetched: string[] = [];
    page.context().on("request", (request) => fetched.push(new URL(request.url()).pathname));
    const started = page.waitForEvent("worker");
    await page.goto(host.url);
    const worker = await started;
    await analysed(page);
    const inspect = (files: readonly InputFile[]) =>
      page.evaluate(
        ([url, given]) =>
          new Promise<LayerInspection[]>((resolve, reject) => {
            const own = new Worker(url, { type: "module" });
            own.onerror = (event) => reject(new Error(event.message));
            own.onmessage = ({ data }) => {
              if (data.kind === "failed") reject(new Error(JSON.stringify(data)));
              if (data.kind !== "done") return;
              own.terminate();
              resolve(data.output.value);
            };
            const inputs = given.map(({ name, bytes }) => ({ name, bytes: Uint8Array.from(bytes) }));
            const input = { value: { files: inputs }, cuts: [] };
            own.postMessage({ kind: "run", id: 1, task: "files.inspect", input });
          }),
        [worker.url(), files.map(({ name, bytes }) => ({ name, bytes: Array.from(bytes) }))] as const,
      );
    const heavy = (): string[] => fetched.filter((path) => /gdal|sql-wasm/.test(path));
    expect(heavy()).toEqual([]);
    const known = trouble.length;
    const packaged = { name: "home.gpkg", bytes: only(await write("geopackage", [POINTS])) };
    expect((await inspect([packaged])).map(({ format, features }) => [format, features])).toEqual([
      ["gpkg", 3],
    ]);
    expect(heavy().some((path) => path.includes("gdal"))).toBe(false);
    const layers = await inspect(await writeGeodatabase());
    expect(layers.map(({ layer, features, datum }) => [layer, features, datum])).toEqual([
      ["党群服务中心", 2, "EPSG:4547"],
      ["步行路网", 1, "EPSG:4547"],
    ]);
    expect(heavy().filter((path) => /gdal3WebAssembly.*\.(?:wasm|data)$/.test(path)).length).toBe(2);
    expect(trouble.slice(known)).toEqual([]);
    await page.context().close();
  });
});
