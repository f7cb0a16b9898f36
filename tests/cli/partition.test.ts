import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "./run-cli.ts";

/** A street of buildings 50 m apart on one line; `households` per building. */
function street(households: readonly (number | null)[]): string {
  const features = households.map((own, i) => ({
    type: "Feature",
    properties: { id: `B${i + 1}`, households: own },
    geometry: { type: "Point", coordinates: [112 + i * 0.0005, 28 + (i % 2) * 0.0001] },
  }));
  return JSON.stringify({ type: "FeatureCollection", features });
}

/** Communities side by side, each `width` buildings of the street wide. */
function communities(ids: readonly string[], width: number): string {
  const features = ids.map((id, k) => {
    const [west, east] = [112 + (k * width - 0.5) * 0.0005, 112 + ((k + 1) * width - 0.5) * 0.0005];
    const ring = [
      [west, 27.999],
      [east, 27.999],
      [east, 28.001],
      [west, 28.001],
      [west, 27.999],
    ];
    const geometry = { type: "Polygon", coordinates: [ring] };
    return { type: "Feature", properties: { id, name: `社区${k + 1}` }, geometry };
  });
  return JSON.stringify({ type: "FeatureCollection", features });
}

interface NetJson {
  readonly grids: readonly {
    code: string;
    area: string;
    households: number;
    units: string[];
    contiguous: boolean;
  }[];
  readonly inRange: number;
  readonly areas: readonly {
    id: string;
    households: number;
    feasible: boolean;
    proven: boolean;
    lowerBound: number;
    reason: string | null;
  }[];
  readonly movedHouseholds: number;
  readonly retired: readonly string[];
  readonly issues: readonly { code: string; message: string }[];
}

async function partition(args: string, files: Readonly<Record<string, string>>): Promise<NetJson> {
  const { code, out, error } = await runCli(["partition", ...args.split(" "), "--json"], files);
  expect([code, error]).toEqual([0, ""]);
  return JSON.parse(out) as NetJson;
}

const EVEN = Array.from({ length: 8 }, () => 100);
const TWO = communities(["430101001001", "430101001002"], 4);

describe("partition", () => {
  it("draws each community by itself, numbers its grids and proves the answer", async () => {
    const net = await partition("--units u.geojson --households households --areas a.geojson", {
      "u.geojson": street(EVEN),
      "a.geojson": TWO,
    });
    expect(
      net.grids.map(({ code, area, households, contiguous }) => [code, area, households, contiguous]),
    ).toEqual([
      ["430101001001001", "430101001001", 400, true],
      ["430101001002001", "430101001002", 400, true],
    ]);
    expect(net.grids[0]!.units).toEqual(["B1", "B2", "B3", "B4"]);
    expect(net.inRange).toBe(1);
    expect(
      net.areas.map(({ feasible, proven, lowerBound, reason }) => [feasible, proven, lowerBound, reason]),
    ).toEqual([
      [true, true, 0, null],
      [true, true, 0, null],
    ]);
  });

  it("says why 590 households have no net, and draws the nearest", async () => {
    const net = await partition("--units u.geojson --lang en", { "u.geojson": street([290, 300]) });
    expect(net.areas).toEqual([
      {
        id: "all",
        households: 590,
        feasible: false,
        proven: true,
        lowerBound: 1,
        reason:
          "590 households: no split into 300–500 exists; nearest: one grid of 590, or two of about 295.",
      },
    ]);
    expect(net.grids.flatMap(({ units }) => units).sort()).toEqual(["B1", "B2"]);
  });

  it("draws exactly as many grids as asked for", async () => {
    const files = { "u.geojson": street(EVEN) };
    const four = await partition("--units u.geojson --min 150 --max 250 --parts 4", files);
    expect(four.grids.map(({ households }) => households)).toEqual([200, 200, 200, 200]);
    const many = await partition("--units u.geojson --parts 50", files);
    expect(many.grids).toHaveLength(8);
    expect(many.issues.map(({ code }) => code)).toContain("grids.tooManyParts");
  });

  it("takes neighbours from a table, with or without a header, and tells what is wrong with it", async () => {
    const files = {
      "u.geojson": street([200, 200, 200, 200]),
      "n.csv": "a,b\nB1,B3\nB3,B1\nB2,B4\nB2,B99\n",
    };
    const net = await partition("--units u.geojson --adjacency n.csv", files);
    expect(net.grids.map(({ units }) => units)).toEqual(
      expect.arrayContaining([
        ["B1", "B3"],
        ["B2", "B4"],
      ]),
    );
    expect(net.issues.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["grids.pairUnknown", "grids.pairOneWay"]),
    );
    expect(net.issues.find(({ code }) => code === "grids.pairUnknown")?.message).toContain("B99");
  });

  it("keeps last year's codes and moves as few households as it can", async () => {
    const previous = [
      "id,grid",
      ...["B1", "B2", "B3", "B4"].map((id) => `${id},430101001001001`),
      ...["B5", "B6", "B7", "B8"].map((id) => `${id},430101001001002`),
      "B77,430101001001003",
    ].join("\n");
    const net = await partition("--units u.geojson --previous p.csv --previous-field grid", {
      "u.geojson": street([130, 130, 130, 130, 75, 75, 75, 75]),
      "p.csv": previous,
    });
    expect(net.movedHouseholds).toBe(130);
    expect(net.grids.map(({ code, households }) => [code, households])).toEqual([
      ["430101001001001", 390],
      ["430101001001002", 430],
    ]);
    expect(net.retired).toEqual(["430101001001003"]);
    expect(net.issues.map(({ code }) => code)).toContain("grids.previousUnknown");
  });

  it("writes what it reads back as last year's net, with nothing moved", async () => {
    const files: Record<string, string> = { "u.geojson": street(EVEN), "a.geojson": TWO };
    let units = "";
    let grids = "";
    const first = await runCli(
      "partition --units u.geojson --areas a.geojson --out .".split(" "),
      files,
      (folder) => {
        units = readFileSync(join(folder, "units.csv"), "utf8");
        grids = readFileSync(join(folder, "grids.geojson"), "utf8");
      },
    );
    expect(first.code).toBe(0);
    for (const [name, text] of [
      ["units.csv", units],
      ["grids.geojson", grids],
    ] as const) {
      const field = name === "units.csv" ? "grid" : "code";
      const net = await partition(
        `--units u.geojson --areas a.geojson --previous ${name} --previous-field ${field}`,
        {
          ...files,
          [name]: text,
        },
      );
      expect(net.movedHouseholds, name).toBe(0);
      expect(
        net.grids.map(({ code }) => code),
        name,
      ).toEqual(["430101001001001", "430101001002001"]);
    }
  });

  it("counts no unknown household as none, and leaves units outside every community aside", async () => {
    const net = await partition("--units u.geojson --areas a.geojson", {
      "u.geojson": street([...EVEN.slice(0, 3), null, ...EVEN.slice(4), 100]),
      "a.geojson": TWO,
    });
    expect(net.inRange).toBe(0.5);
    expect(net.grids.flatMap(({ units }) => units)).not.toContain("B9");
    const told = net.issues.map(({ code }) => code);
    expect(told).toEqual(expect.arrayContaining(["grids.unitUnknown", "grids.unitOutside"]));
  });

  it.each([
    ["--units u.geojson --min 600", 2],
    ["--units u.geojson --parts 0", 2],
    ["--min 300", 2],
    ["--units nowhere.geojson", 3],
    ["--units u.geojson --previous nowhere.csv", 3],
  ])("refuses %s", async (args, code) => {
    const run = await runCli(["partition", ...args.split(" ")], { "u.geojson": street(EVEN) });
    expect(run.code).toBe(code);
    expect(run.error).not.toBe("");
  });
});
