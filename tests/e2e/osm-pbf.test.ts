// An OpenStreetMap extract dropped on the window with one's own homes and centres: the built worker reads it, keeps what
// people walk, and says the same counts as the same core in process does.

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inspectFiles } from "../../src/core/formats/inspect-files.ts";
import { issueSentence } from "../../src/messages/issues.ts";
import { decode } from "../core/formats/fixtures.ts";
import type { PbfNode, PbfWay } from "../core/formats/osm/write-pbf.ts";
import { writePbf } from "../core/formats/osm/write-pbf.ts";
import { type AppHost, hostApp } from "../helpers/app-page.ts";
import { analysed, drop, eventually, goTo, households, mapDrawn } from "../helpers/drive-app.ts";
import { CENTERS, RESIDENCES } from "./small-town.ts";

const NAME = "街道.osm.pbf";
const SIDE = 6;

/** The small town's streets, six each way, meeting at shared nodes; a motorway, a private lane and a house beside. */
function townPbf(): Uint8Array {
  const along = Array.from({ length: SIDE }, (_, i) => i);
  const node = (east: number, north: number): number => 1 + east + SIDE * north;
  const nodes = along.flatMap((north) =>
    along.map((east): PbfNode => ({ id: node(east, north), lon: 113 + east / 1000, lat: 28 + north / 1000 })),
  );
  const street = (i: number, refs: readonly number[], highway: string): PbfWay => ({
    id: i,
    refs,
    tags: { highway, name: `${i}号路` },
  });
  const ways = [
    ...along.map((i) =>
      street(
        1 + i,
        along.map((j) => node(j, i)),
        i === 0 ? "steps" : "residential",
      ),
    ),
    ...along.map((i) =>
      street(
        11 + i,
        along.map((j) => node(i, j)),
        "footway",
      ),
    ),
    street(21, [node(0, 0), node(5, 5)], "motorway"),
    { id: 22, refs: [node(0, 5), node(5, 0)], tags: { highway: "service", access: "private" } },
    { id: 23, refs: [1, 2, 8, 7, 1], tags: { building: "yes" } },
  ];
  return writePbf({ nodes, ways });
}

let host: AppHost;
beforeAll(async () => {
  host = await hostApp();
});
afterAll(() => host.close());

describe("an OpenStreetMap extract in the browser", () => {
  it("is the walking network that the same bytes are in process", { timeout: 120_000 }, async () => {
    const bytes = townPbf();
    const { page, trouble } = await host.open();
    await analysed(page);
    await mapDrawn(page);
    await drop(page, [RESIDENCES, CENTERS, { name: NAME, body: Array.from(bytes) }]);
    const layers = async (): Promise<string> =>
      (await page.locator(".layers").innerText()).replace(/\s+/g, " ");
    await eventually(layers).toContain(`道路 12 行 ${NAME}#network`);
    const [inspected] = await inspectFiles({ files: [{ name: NAME, bytes }] }, decode);
    const counts = inspected!.issues.find(({ code }) => code === "osm.counts")!;
    expect(counts.values).toMatchObject({
      nodes: 36,
      ways: 15,
      highways: 14,
      footways: 6,
      steps: 1,
      walkable: 12,
    });
    const said = (await page.locator(".checked-file").allInnerTexts()).join("\n");
    const { file: _, ...unfiled } = counts;
    expect(said).toContain(issueSentence(unfiled, "zh-CN"));
    await goTo(page, 2);
    await analysed(page);
    const [covered, total] = await households(page);
    expect([covered, total]).toEqual([426, 426]);
    expect(trouble).toEqual([]);
    await page.context().close();
  });
});
