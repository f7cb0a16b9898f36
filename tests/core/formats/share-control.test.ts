// An import as its watcher sees it: how far it is, and that it ends at the first turn after a cancel, wherever that comes.

import { describe, expect, it } from "vitest";
import type { Progress, TaskControl } from "../../../src/core/base/index.ts";
import { Failure } from "../../../src/core/base/index.ts";
import { importFiles } from "../../../src/core/formats/index.ts";
import { bytesOf, decode, TOWN } from "./fixtures.ts";
import { zipBytes } from "./unpack/write-zip.ts";

const CSV = Array.from({ length: 500 }, (_, i) => `B${i},${i},${112.9 + i / 1e4},28.2`);
const FILES = [
  {
    name: "town.zip",
    bytes: zipBytes([
      { name: bytesOf("居民楼.csv"), bytes: bytesOf(["楼栋编号,户数,经度,纬度", ...CSV].join("\n")) },
      { name: bytesOf("centers.geojson"), bytes: bytesOf(TOWN["centers.geojson"]) },
      { name: bytesOf("network.geojson"), bytes: bytesOf(TOWN["network.geojson"]) },
    ]),
  },
];

async function run(cancelAt: number) {
  const reports: Progress[] = [];
  let turns = 0;
  const control: TaskControl = {
    cancelled: () => turns >= cancelAt,
    report: (progress) => reports.push(progress),
    pause: async () => {
      turns++;
    },
  };
  const result = await importFiles({ name: "town", files: FILES }, decode, control).catch(
    (error: unknown) => error,
  );
  return { result, reports, turns };
}

describe("an import under control", () => {
  it("says how far it is, never going back, from nothing to nearly all", async () => {
    const { result, reports } = await run(Number.POSITIVE_INFINITY);
    expect(result).toMatchObject({ baseline: { residences: { count: 500 } } });
    const done = reports.map((report) => report.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done[0]).toBe(0);
    expect(done.at(-1)).toBeGreaterThan(0.9);
    expect(new Set(done).size).toBeGreaterThan(8);
  });

  it("ends at the turn in which it is cancelled", async () => {
    const { turns: all } = await run(Number.POSITIVE_INFINITY);
    for (let at = 1; at <= all; at++) {
      const { result, turns } = await run(at);
      expect(result, `turn ${at} of ${all}`).toBeInstanceOf(Failure);
      expect(result).toMatchObject({ code: "cancelled" });
      expect(turns).toBeLessThanOrEqual(at + 3);
    }
  });
});
