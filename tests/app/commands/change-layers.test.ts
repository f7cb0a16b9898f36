// Decisions about files, by the real engine: they hold while other decisions are made, and when files are added.

import "fake-indexeddb/auto";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  changeLayer,
  keepColumn,
  leaveLayerOut,
  takeFileAs,
} from "../../../src/app/commands/change-layers.ts";
import { openFiles } from "../../../src/app/commands/open-files.ts";
import type { App } from "../../../src/app/state/app.ts";
import { createEngine } from "../../../src/core/engine/index.ts";
import type { LayerSpec } from "../../../src/core/formats/index.ts";
import { bytesOf, decode } from "../../core/formats/fixtures.ts";
import { testApp } from "../app-fixture.ts";

const HOMES = "编号,户数,lon,lat\nR1,90,112.981,28.201\nR2,80,112.982,28.201\nR3,70,112.983,28.201\n";
const CENTERS = "名称,级别,建筑面积,lon,lat\n星河党群服务中心,社区,410,112.9815,28.2012\n";
const ROLL = "单号,户主,备注\n1,张三,a\n2,李四,b\n";
const ROADS = JSON.stringify({
  type: "FeatureCollection",
  features: [
    {
      type: "Feature",
      properties: { highway: "residential" },
      geometry: {
        type: "LineString",
        coordinates: [
          [112.979, 28.2011],
          [112.985, 28.2011],
        ],
      },
    },
  ],
});

const fileOf = (name: string, text: string) => ({
  name,
  arrayBuffer: async () => Uint8Array.from(bytesOf(text)).buffer,
});

beforeAll(() => {
  vi.stubGlobal("addEventListener", () => undefined);
});

let app: App;
beforeEach(async () => {
  app = { ...testApp(), engine: createEngine({ pause: () => Promise.resolve(), decode }) };
  app.store.setState({ project: null, scene: null });
  await openFiles(app, [fileOf("住宅.csv", HOMES), fileOf("中心.csv", CENTERS), fileOf("名册.csv", ROLL)]);
});

const imported = () => app.store.getState().project!.imported;
const layerOf = (file: string): LayerSpec => imported().layers.find((layer) => layer.file === file)!;
const filesUsed = (): string[] => imported().layers.map(({ file }) => file);
const addRoads = (): Promise<void> => openFiles(app, [fileOf("道路.geojson", ROADS)]);

describe("decisions about files", () => {
  it("of a layer's datum and date stay when a file is added", async () => {
    await changeLayer(app, layerOf("中心.csv"), { datum: "gcj02", asOf: "2026-01-01" });
    await addRoads();
    expect(layerOf("中心.csv")).toMatchObject({ datum: "gcj02", asOf: "2026-01-01", byHand: true });
    expect(filesUsed().sort()).toEqual(["中心.csv", "住宅.csv", "道路.geojson"]);
  });

  it("that it is left out stay when a file is added or another layer changed", async () => {
    await addRoads();
    await leaveLayerOut(app, layerOf("道路.geojson"));
    expect(filesUsed()).not.toContain("道路.geojson");
    await changeLayer(app, layerOf("住宅.csv"), { asOf: "2026-01-01" });
    expect(filesUsed()).not.toContain("道路.geojson");
    await takeFileAs(app, "network", "道路.geojson");
    expect(filesUsed()).toContain("道路.geojson");
  });

  it("on a personal column hold for a file that is used for nothing, and go with it into a layer", async () => {
    const columns = (): readonly string[] => imported().columns["名册.csv"] ?? [];
    expect(columns()).not.toContain("户主");
    await keepColumn(app, "名册.csv", "户主", true);
    expect(columns()).toContain("户主");
    await addRoads();
    expect(columns()).toContain("户主");
    await takeFileAs(app, "gates", "名册.csv");
    expect(columns()).toContain("户主");
    await keepColumn(app, "名册.csv", "户主", false);
    expect(columns()).not.toContain("户主");
  });
});
