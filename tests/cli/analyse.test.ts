import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { collection, line, point, square } from "../core/formats/fixtures.ts";
import { runCli } from "./run-cli.ts";

/** Degrees per metre eastwards and northwards at 28.2° N, near enough for a village. */
const EAST = 1 / 98_180;
const NORTH = 1 / 110_840;
const at = (x: number, y: number): [number, number] => [112.98 + x * EAST, 28.2 + y * NORTH];

const block = (id: unknown, x: number, households: unknown) => point(...at(x, 10), { id, households });
const centre = (id: string, x: number, area: unknown) =>
  point(...at(x, -10), { id, name: `${id}社区党群服务中心`, area });

/** One road of 3 km along which everything stands: a centre at 0, blocks at 100, 800, 1000 and 2500 m. */
const VILLAGE = {
  "residences.geojson": collection([
    block("a", 100, 10),
    block("b", 800, 20),
    block("c", 1000, 40),
    block("d", 2500, 80),
  ]),
  "centers.geojson": collection([centre("东", 0, 400)]),
  "network.geojson": collection([line([at(-100, 0), at(3000, 0)], { highway: "residential" })]),
  "communities.geojson": collection([
    square(...at(-500, -500), 0.02, { id: "w", name: "西社区" }),
    square(112.98 - 500 * EAST + 0.02, 28.2 - 500 * NORTH, 0.02, { id: "e", name: "东社区" }),
  ]),
};
const FLAGS = [
  "--residences",
  "residences.geojson",
  "--centers",
  "centers.geojson",
  "--network",
  "network.geojson",
];

interface Report {
  readonly [name: string]: unknown;
  readonly households: number;
  readonly covered: number;
  readonly network: { readonly lengthMeters: number };
  readonly issues: readonly { code: string; file: string | null; row: number | null; message: string }[];
}
const analyse = async (files: Readonly<Record<string, string | Uint8Array>>, ...argv: readonly string[]) => {
  const run = await runCli(["analyse", ...argv, "--json"], files);
  return { ...run, report: run.code === 0 ? (JSON.parse(run.out) as Report) : null };
};
const issue = (report: Report | null, code: string) => report?.issues.find((one) => one.code === code);

describe("quandian analyse", () => {
  it("gives the figures of the contract from a folder", async () => {
    const { code, report, error } = await analyse(VILLAGE, ".");
    expect(error).toBe("");
    expect(code).toBe(0);
    expect(report).toMatchObject({
      households: 150,
      covered: 30,
      unlinked: 0,
      coverage: 0.2,
      speed: 1,
      minutes: 15,
      network: { components: 1 },
      centers: [
        { id: "东", name: "东社区党群服务中心", households: 150, coveredHouseholds: 30, floorArea: 400 },
      ],
      communities: [
        { id: "w", name: "西社区", households: 70, covered: 30, floorArea: 400 },
        {
          id: "e",
          name: "东社区",
          households: 80,
          covered: 0,
          floorArea: 0,
          flags: expect.arrayContaining(["noCenter"]),
        },
      ],
      residences: 4,
    });
    expect(report?.network).toMatchObject({ nodes: 2, edges: 1 });
    expect((report?.network.lengthMeters ?? 0) / 3100).toBeCloseTo(1, 2);
  });

  it("agrees whether layers come from a folder, a project or the command line", async () => {
    const project = JSON.stringify({
      version: 1,
      name: "村",
      walk: { minutes: 20 },
      layers: ["residences", "centers", "network", "communities"].map((role) => ({
        role,
        file: `${role}.geojson`,
      })),
    });
    const folder = await analyse(VILLAGE, ".", "--minutes", "20");
    const flags = await analyse(VILLAGE, ...FLAGS, "--communities", "communities.geojson", "--minutes", "20");
    const file = await analyse({ ...VILLAGE, "project.json": project }, "project.json");
    const projectFolder = await analyse({ ...VILLAGE, "village.quandian.json": project }, ".");
    expect(folder.report?.covered).toBe(70);
    expect(flags.report).toEqual(folder.report);
    expect(file.report).toEqual(folder.report);
    expect(projectFolder.report).toEqual(folder.report);
  });

  it("counts with fractional minutes and other speeds", async () => {
    // b walks 800 m and two legs of 10 m: 820 m.
    const covered = async (...argv: string[]) => (await analyse(VILLAGE, ".", ...argv)).report?.covered;
    expect(await covered("--minutes", "13.5")).toBe(10);
    expect(await covered("--minutes", "13.8")).toBe(30);
    expect(await covered("--speed", "0.8")).toBe(10);
    expect(await covered("--speed", "1.2")).toBe(70);
  });

  it("lets a layer of the command line replace that of the folder", async () => {
    const files = { ...VILLAGE, "plan.geojson": collection([centre("新", 2500, "600㎡")]) };
    const { report } = await analyse(files, ".", "--centers", "plan.geojson");
    expect(report).toMatchObject({ covered: 80, centers: [{ id: "新", floorArea: 600 }] });
    expect(issue(report, "area.withUnit")).toMatchObject({ file: "plan.geojson", row: 1 });
  });

  it("writes tables that open in office software and areas that are valid GeoJSON", async () => {
    const files = {
      ...VILLAGE,
      "residences.geojson": collection([
        block("=cmd()", 100, 10),
        block("b", 800, ""),
        point(...at(0, 9000), { id: "far", households: 5 }),
      ]),
    };
    const { code } = await runCli(["analyse", ".", "--out", "out/deep"], files, (folder) => {
      const out = join(folder, "out/deep");
      expect(readdirSync(out).sort()).toEqual([
        "communities.csv",
        "findings.csv",
        "residences.csv",
        "service-areas.geojson",
      ]);
      const read = (name: string) => {
        const text = readFileSync(join(out, name), "utf8");
        expect(text.startsWith("\ufeff")).toBe(true);
        return Papa.parse<Record<string, string>>(text.slice(1).trimEnd(), { header: true }).data;
      };
      expect(read("residences.csv")).toMatchObject([
        {
          id: "'=cmd()",
          households: "10",
          centerId: "东",
          linked: "true",
          covered: "true",
          communityId: "w",
        },
        { id: "b", households: "", centerId: "东", linked: "true", covered: "true" },
        {
          id: "far",
          households: "5",
          minutes: "",
          meters: "",
          centerId: "",
          linked: "false",
          covered: "false",
        },
      ]);
      const [first] = read("residences.csv");
      expect(Number(first!["meters"])).toBeCloseTo(120, 0);
      expect(Number(first!["minutes"])).toBeCloseTo(2, 1);
      expect(read("communities.csv").map(({ id }) => id)).toEqual(["w", "e"]);
      expect(read("findings.csv").length).toBeGreaterThan(2);
      const areas = JSON.parse(readFileSync(join(out, "service-areas.geojson"), "utf8"));
      expect(areas.features.map((f: { properties: { minutes: number } }) => f.properties.minutes)).toEqual([
        5, 10, 15,
      ]);
      for (const { geometry } of areas.features) expectRightHanded(geometry.coordinates);
    });
    expect(code).toBe(0);
  });

  it("says the same in English", async () => {
    const { out } = await runCli(["analyse", ".", "--lang", "en"], VILLAGE);
    expect(out).toMatch(/Households: 150\nCovered: 30\nCoverage: 20\.0%/);
    expect((await runCli(["analyse", "."], VILLAGE)).out).toMatch(
      /总户数：150\n覆盖户数：30\n覆盖率：20\.0%/,
    );
  });
});

describe("quandian analyse: wrong arguments", () => {
  it.each([
    [["analyse"], /缺少输入/],
    [["analyse", ".", "--pack", "mars"], /没有规则包“mars”，可用：.*hunan-2022.*national/],
    [["analyse", ".", "--minutes", "0"], /--minutes.*大于 0/],
    [["analyse", ".", "--datum", "EPSG:1"], /不认识坐标系“EPSG:1”/],
    [["analyse", ".", "--out", "centers.geojson/x"], /无法写入/],
    [["circle", ".", "--lang", "en"], /There is no command “circle”/],
  ])("%j ends with 2 and a sentence", async (argv, sentence) => {
    const { code, out, error } = await runCli(argv, VILLAGE);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(error).toMatch(sentence);
  });

  it("prints help on standard output", async () => {
    const { code, out } = await runCli(["--help"], {});
    expect(code).toBe(0);
    for (const option of ["--residences", "--pack", "--datum", "--json"]) expect(out).toContain(option);
  });
});

describe("quandian analyse: input that cannot be used", () => {
  it.each([
    [
      "a missing file",
      ["--residences", "nowhere.geojson", "--centers", "centers.geojson"],
      {},
      /nowhere\.geojson.*找不到/,
    ],
    ["a missing folder", ["nowhere"], {}, /nowhere.*找不到/],
    ["a folder for a file", ["--residences", ".", "--centers", "centers.geojson"], {}, /“\.”.*打不开/],
    ["an empty file", FLAGS, { "residences.geojson": "" }, /residences\.geojson.*空的/],
    [
      "a file without features",
      FLAGS,
      { "residences.geojson": collection([]) },
      /residences\.geojson.*没有任何要素/,
    ],
    [
      "JSON cut off",
      FLAGS,
      { "network.geojson": VILLAGE["network.geojson"].slice(0, 90) },
      /network\.geojson.*第 1 行第 \d+ 个字符处中断/,
    ],
    [
      "JSON cut off in a folder",
      ["."],
      { "network.geojson": VILLAGE["network.geojson"].slice(0, 90) },
      /network\.geojson.*中断/,
    ],
    ["no JSON", FLAGS, { "centers.geojson": "PK zip" }, /centers\.geojson.*不是有效的 JSON/],
    ["JSON of another kind", FLAGS, { "centers.geojson": "[1]" }, /centers\.geojson.*不是 GeoJSON/],
    [
      "a polygon layer for the network",
      FLAGS,
      { "network.geojson": VILLAGE["communities.geojson"] },
      /network\.geojson.*需要线.*是面/,
    ],
    [
      "a line layer for the centres",
      FLAGS,
      { "centers.geojson": VILLAGE["network.geojson"] },
      /centers\.geojson.*需要点或面.*是线/,
    ],
    [
      "metres for degrees",
      [...FLAGS, "--datum", "wgs84"],
      { "residences.geojson": collection([point(497_000, 3_120_000, { households: 1 })]) },
      /residences\.geojson.*第 1 条.*米.*--datum.*EPSG:/,
    ],
    [
      "an optional layer cut off",
      [...FLAGS, "--communities", "communities.geojson"],
      { "communities.geojson": '{"type":' },
      /communities\.geojson.*中断/,
    ],
    [
      "a broken project",
      ["project.json"],
      { "project.json": '{"version":1,"name":"x","layers":[{"role":"house","file":"a"}]}' },
      /project\.json.*layers\[0\]\.role.*residences/,
    ],
    ["a project of a newer version", ["project.json"], { "project.json": '{"version":9}' }, /版本（9）/],
    [
      "a project naming a missing file",
      ["project.json"],
      { "project.json": '{"version":1,"name":"x","layers":[{"role":"residences","file":"lost.csv"}]}' },
      /lost\.csv.*找不到/,
    ],
  ] as const)("%s ends with 3 and a sentence that names the file", async (_, argv, files, sentence) => {
    const { code, out, error } = await analyse({ ...VILLAGE, ...files }, ...argv);
    expect(error).toMatch(sentence);
    expect(out).toBe("");
    expect(code).toBe(3);
  });
});

describe("quandian analyse: bad rows", () => {
  const withBlocks = (...features: readonly unknown[]) => ({
    ...VILLAGE,
    "residences.geojson": collection(features),
  });

  it.each([
    ["372户", 372, 372, "households.withUnit"],
    ["约400", 400, 400, "households.approximate"],
    ["", null, 0, "households.blank"],
    [-3, null, 0, "households.negative"],
    ["很多", null, 0, "households.notNumber"],
    [0, 0, 0, "households.zero"],
  ])("households written %j", async (written, households, covered, code) => {
    const { report } = await analyse(withBlocks(block("a", 100, 10), block("b", 200, written)), ...FLAGS);
    expect(report).toMatchObject({
      households: 10 + (households ?? 0),
      covered: 10 + covered,
      residences: 2,
    });
    expect(report?.["unknownResidences"]).toBe(households === null ? 1 : 0);
    expect(issue(report, code)).toMatchObject({ file: "residences.geojson", row: 2 });
    expect(issue(report, code)?.message).toMatch(/residences\.geojson.*第 2 条.*households/);
  });

  it("has no coverage, not none, without a household field", async () => {
    const { report } = await analyse(withBlocks(point(...at(100, 10), { blk: "a" })), ...FLAGS);
    expect(report).toMatchObject({ coverage: null, residences: 1, unknownResidences: 1 });
    expect(issue(report, "layer.fieldMissing")?.message).toMatch(
      /residences\.geojson.*户数.*blk.*--households/,
    );
  });

  it("prints unknown, not 0, when no household is known", async () => {
    const { out } = await runCli(["analyse", ...FLAGS], withBlocks(point(...at(100, 10), { blk: "a" })));
    expect(out).toMatch(/总户数：未知\n覆盖户数：未知\n覆盖率：未知/);
  });

  it("takes the household field that is named", async () => {
    const files = withBlocks(point(...at(100, 10), { a: 3, b: 4 }));
    expect((await analyse(files, ...FLAGS, "--households", "b")).report?.households).toBe(4);
    expect(
      issue((await analyse(files, ...FLAGS, "--households", "c")).report, "layer.fieldMissing")?.message,
    ).toMatch(/没有名为“c”的字段.*a, b/);
  });

  it("sets swapped and projected rows aside and uses the others", async () => {
    const [x, y] = at(200, 10);
    const { report } = await analyse(
      withBlocks(
        block("a", 100, 10),
        point(y, x, { id: "b", households: 5 }),
        point(497_000, 3_120_000, { id: "c", households: 5 }),
      ),
      ...FLAGS,
    );
    expect(report).toMatchObject({ households: 10, residences: 1 });
    expect(issue(report, "coords.swapped")).toMatchObject({ file: "residences.geojson", row: 2 });
    expect(issue(report, "coords.projected")).toMatchObject({ file: "residences.geojson", row: 3 });
  });

  it("turns a layer that is swapped as a whole", async () => {
    const [x, y] = at(200, 10);
    const { report } = await analyse(withBlocks(point(y, x, { id: "b", households: 5 })), ...FLAGS);
    expect(report).toMatchObject({ households: 5, covered: 5 });
    expect(issue(report, "coords.swapped")?.message).toMatch(/经度和纬度颠倒.*已对调/);
  });

  it("counts equal ids once each, and says so", async () => {
    const { report } = await analyse(withBlocks(block("a", 100, 10), block("a", 200, 20)), ...FLAGS);
    expect(report).toMatchObject({ households: 30, residences: 2 });
    expect(issue(report, "id.duplicate")).toMatchObject({ file: "residences.geojson", row: 2 });
  });

  it("knows no area for a centre that has none", async () => {
    const files = {
      ...VILLAGE,
      "centers.geojson": collection([centre("甲", 0, ""), centre("乙", 2500, 300)]),
    };
    const { report } = await analyse(files, ".");
    expect(report?.["centers"]).toMatchObject([{ floorArea: null }, { floorArea: 300 }]);
    expect(
      report?.issues.filter(({ code }) => code === "area.blank" || code === "center.noArea"),
    ).toHaveLength(1);
    expect(report?.["communities"]).toMatchObject([
      { flags: expect.arrayContaining(["unknownFloorArea"]) },
      {},
    ]);
  });

  it("uses a point inside centres given as polygons", async () => {
    const files = {
      ...VILLAGE,
      "centers.geojson": collection([square(...at(-5, -5), 0.0001, { name: "面" })]),
    };
    const { report } = await analyse(files, ...FLAGS);
    expect(report?.covered).toBe(30);
    expect(issue(report, "row.polygonAsPoint")).toMatchObject({ file: "centers.geojson", row: 1 });
  });

  it("names a community without residences and does not pass it", async () => {
    const { report } = await analyse(
      withBlocks(block("a", 100, 10)),
      "--communities",
      "communities.geojson",
      ...FLAGS,
    );
    expect(issue(report, "community.noResidences")).toMatchObject({ file: "communities.geojson", row: 2 });
    expect(report?.["communities"]).toMatchObject([{}, { id: "e", households: null, coverage: null }]);
  });

  it("says that a network lies elsewhere, and lists every residence as unlinked", async () => {
    const network = collection([
      line(
        [
          [113.5, 28.2],
          [113.51, 28.2],
        ],
        { highway: "path" },
      ),
    ]);
    const { report } = await analyse({ ...VILLAGE, "network.geojson": network }, ...FLAGS);
    expect(report).toMatchObject({ households: 150, covered: 0, unlinked: 150, unlinkedResidences: 4 });
    expect(issue(report, "network.apart")?.message).toMatch(/network\.geojson/);
  });

  it("labels straight lines as an estimate when there is no network", async () => {
    const { report } = await analyse(VILLAGE, ...FLAGS.slice(0, 4));
    expect(report).toMatchObject({ estimate: true });
    expect(issue(report, "network.estimate")?.message).toMatch(/估算/);
  });
});

describe("scripts/quandian.mjs", () => {
  it("builds when needed, prints one JSON object and keeps the exit code", async () => {
    const script = new URL("../../scripts/quandian.mjs", import.meta.url).pathname;
    await runCli(["--help"], VILLAGE, (cwd) => {
      const out = execFileSync("node", [script, "analyse", ".", "--json"], { cwd, encoding: "utf8" });
      expect(JSON.parse(out)).toMatchObject({ households: 150, covered: 30 });
      const fail = () =>
        execFileSync("node", [script, "analyse", "nowhere"], { cwd, encoding: "utf8", stdio: "pipe" });
      expect(fail).toThrow(
        expect.objectContaining({ status: 3, stdout: "", stderr: expect.stringContaining("nowhere") }),
      );
    });
  });
});

type Position = readonly [number, number];

/** Closed rings, outer ones counter-clockwise and holes clockwise. */
function expectRightHanded(polygons: readonly (readonly (readonly Position[])[])[]): void {
  expect(polygons.length).toBeGreaterThan(0);
  for (const rings of polygons) {
    for (const [i, ring] of rings.entries()) {
      expect(ring.length).toBeGreaterThan(3);
      expect(ring.at(-1)).toEqual(ring[0]);
      const area = ring.slice(1).reduce((sum, [x, y], k) => sum + ring[k]![0] * y - x * ring[k]![1], 0);
      expect(Math.sign(area)).toBe(i === 0 ? 1 : -1);
    }
  }
}
