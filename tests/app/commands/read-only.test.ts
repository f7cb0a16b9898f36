// What a tab that looks on, and a project that came without its files, must not let happen.

import { describe, expect, it } from "vitest";
import { changeLayer, leaveLayerOut, takeFileAs } from "../../../src/app/commands/change-layers.ts";
import { openFiles } from "../../../src/app/commands/open-files.ts";
import { mappingLock } from "../../../src/app/state/mapping-lock.ts";
import type { LayerSpec } from "../../../src/core/formats/index.ts";
import { type TestApp, testApp } from "../app-fixture.ts";

const layer: LayerSpec = { role: "centers", file: "centers.csv", datum: "wgs84", fields: {}, asOf: null };
const file = { name: "centers.csv", bytes: new Uint8Array() };

function openApp({ files = [file], role = "writer" as "writer" | "reader" } = {}): TestApp {
  const app = testApp();
  app.store.setState(({ project, keeping }) => ({
    project: project && { ...project, files },
    keeping: { ...keeping, role, state: "saved" as const },
  }));
  return app;
}

async function mapAnew(app: TestApp): Promise<readonly string[]> {
  await changeLayer(app, layer, { datum: "bd09" });
  await leaveLayerOut(app, layer);
  await takeFileAs(app, "gates", "centers.csv");
  return app.runs;
}

describe("the mapping", () => {
  it("is read again by the tab that edits", async () => {
    const app = openApp();
    expect(mappingLock(app.store.getState())).toBeNull();
    expect(await mapAnew(app)).toContain("files.import");
  });

  it("stands in a tab that looks on", async () => {
    const app = openApp({ role: "reader" });
    expect(mappingLock(app.store.getState())).toBe("readOnly");
    expect(await mapAnew(app)).toEqual([]);
  });

  it("stands where the files are not there", async () => {
    const app = openApp({ files: [] });
    expect(mappingLock(app.store.getState())).toBe("noFiles");
    expect(await mapAnew(app)).toEqual([]);
  });
});

describe("files dropped on a tab that looks on", () => {
  it("are not taken, and it is said why", async () => {
    const app = openApp({ role: "reader" });
    const before = app.store.getState().project;
    await openFiles(app, [{ name: "a.csv", arrayBuffer: () => Promise.resolve(new ArrayBuffer(0)) }]);
    expect(app.runs).toEqual([]);
    expect(app.store.getState().project).toBe(before);
    expect(app.store.getState().trouble?.code).toBe("readOnly");
  });
});
