// Which ways are walked: the rule itself, and that a road layer in GeoJSON and an OpenStreetMap extract of the same
// ways keep the same of them.

import { describe, expect, it } from "vitest";
import { isWalkable } from "../../../src/core/formats/foot-access.ts";
import { collection, importTexts, line, TOWN } from "./fixtures.ts";
import { writePbf } from "./osm/write-pbf.ts";
import { tablesOf } from "./readers/reading.ts";

const WAYS: readonly (readonly [Readonly<Record<string, string>>, boolean])[] = [
  [{ highway: "footway" }, true],
  [{ highway: "steps" }, true],
  [{ highway: "residential", foot: "no" }, false],
  [{ highway: "residential", foot: "private" }, false],
  [{ highway: "residential", access: "no" }, false],
  [{ highway: "service", access: "private" }, false],
  [{ highway: "service", access: "private", foot: "unknown" }, false],
  [{ highway: "service", access: "private", foot: "yes" }, true],
  [{ highway: "service", access: "no", foot: "designated" }, true],
  [{ highway: "service", access: "private", foot: "permissive" }, true],
  [{ highway: "service", access: "permissive" }, true],
  [{ highway: "service", access: "destination" }, true],
  [{ highway: "motorway" }, false],
  [{ highway: "motorway_link", foot: "yes" }, true],
  [{ highway: "trunk" }, true],
  [{ highway: "trunk_link" }, false],
  [{ highway: "trunk", motorroad: "yes" }, false],
  [{ highway: "trunk_link", sidewalk: "right" }, true],
  [{ highway: "construction" }, false],
  [{ highway: "proposed", foot: "yes" }, false],
  [{ highway: "service", area: "yes" }, false],
  [{ highway: "pedestrian", area: "yes" }, true],
  [{ highway: "primary", foot: "use_sidepath" }, false],
  [{ highway: "高速公路" }, false],
  [{ highway: "规划次干路" }, false],
  [{ highway: "次干路" }, true],
];

const ENDS = [
  [112.98, 28.2],
  [112.99, 28.2],
] as const;
const kept = WAYS.flatMap(([, walkable], i) => (walkable ? [i + 1] : []));

describe("a way", () => {
  it.each(WAYS)("%j: %s", (tags, walkable) => {
    expect(isWalkable(tags)).toBe(walkable);
  });

  it("is judged alike in a GeoJSON of roads", async () => {
    const network = collection(WAYS.map(([tags]) => line(ENDS, tags)));
    const { baseline, setAside } = await importTexts({ ...TOWN, "network.geojson": network });
    expect(Array.from(baseline!.network.row)).toEqual(kept);
    expect(setAside).toHaveLength(WAYS.length - kept.length);
  });

  it("is judged alike in an OpenStreetMap extract", async () => {
    const nodes = ENDS.map(([lon, lat], i) => ({ id: i + 1, lon, lat }));
    const ways = WAYS.map(([tags], i) => ({ id: i + 1, refs: [1, 2], tags }));
    const network = (await tablesOf("roads.osm.pbf", writePbf({ nodes, ways }))).get("network")!;
    expect(network.rows.map(({ properties }) => properties["osm_id"])).toEqual(kept.map((id) => `way/${id}`));
  });

  it("that has no class is walked unless it says otherwise", async () => {
    const network = collection([
      line(ENDS, {}),
      line(ENDS, { Access: "Private" }),
      line(ENDS, { FOOT: "No" }),
    ]);
    const { baseline } = await importTexts({ ...TOWN, "network.geojson": network });
    expect(Array.from(baseline!.network.row)).toEqual([1]);
  });
});
