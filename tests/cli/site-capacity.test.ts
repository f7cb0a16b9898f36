import { describe, expect, it } from "vitest";
import { collection, line, point } from "../core/formats/fixtures.ts";
import { runCli } from "./run-cli.ts";

/** Two quarters of 200 households; A stands between them with room for 100, B and C are rooms near one each. */
const FILES = {
  "m.csv": "id,A,B,C\nwest,8,3,30\neast,9,30,4\nfar,30,30,12\n",
  "d.csv": "id,weight\nwest,200\neast,200\nfar,50\n",
  "s.csv": "编号,面积,费用（万元）,现有\nA,30,,1\nB,60,40,\nC,45,25,\n",
  "a.csv": "id,action,area,cost\nA,扩建,90,10\nA,close,,-5\n",
};
const CAPACITY = ["--matrix", "m.csv", "--demand", "d.csv", "--model", "capacity", "--minutes", "15"];

const site = async (files: Readonly<Record<string, string>>, ...argv: readonly string[]) => {
  const run = await runCli(["site", ...CAPACITY, ...argv], files);
  return { ...run, answer: run.code === 0 && argv.includes("--json") ? JSON.parse(run.out) : null };
};

describe("quandian site --model capacity", () => {
  it("builds, enlarges and closes for fewest outside, least short, least money", async () => {
    const { answer, error } = await site(FILES, "--candidates", "s.csv", "--actions", "a.csv", "--json");
    expect(error).toBe("");
    // 450 households need 135 m²: C for the far ones, then A enlarged (90) and C (45) suffice.
    expect(answer).toMatchObject({
      model: "capacity",
      status: "optimal",
      objective: 0,
      bound: 0,
      gap: 0,
      outside: 0,
      covered: 450,
      short: 0,
      cost: 35,
      sites: ["A", "C"],
    });
    expect(answer.goals.map(({ goal }: { goal: string }) => goal)).toEqual(["outside", "short", "cost"]);
    expect(answer.actions).toEqual([
      { site: "A", action: "enlarge", area: 90, cost: 10 },
      { site: "C", action: "build", area: 45, cost: 25 },
    ]);
    expect(answer.loads.map(({ households }: { households: number }) => households)).toEqual([300, 150]);
    expect(answer.assignment).toMatchObject({ west: "A", far: "C" });
    expect(typeof answer.seconds).toBe("number");
  });

  it("keeps within a budget and a number of sites, and says what is short", async () => {
    const poor = await site(FILES, "--candidates", "s.csv", "--budget", "25", "--json");
    expect(poor.answer).toMatchObject({ outside: 0, short: 60, cost: 25, sites: ["A", "C"] });
    const one = await site(FILES, "--candidates", "s.csv", "--actions", "a.csv", "--k", "1", "--json");
    expect(one.answer).toMatchObject({ outside: 50, short: 30, cost: 10, sites: ["A"] });
    const kept = await site(
      FILES,
      ...["--candidates", "s.csv", "--actions", "a.csv", "--k", "1", "--fixed", "C", "--json"],
    );
    expect(kept.answer).toMatchObject({ outside: 200, sites: ["C"], cost: 20 });
    const rooms = await site(FILES, "--candidates", "s.csv", "--goals", "short,cost", "--json");
    expect(rooms.answer.goals).toHaveLength(2);
    const text = await site(FILES, "--candidates", "s.csv", "--actions", "a.csv");
    expect(text.out).toContain("已证明最优");
    expect(text.out).toContain("扩建  A  90 ㎡  10");
  });

  it("explains what cannot be had", async () => {
    const reason = async (...argv: readonly string[]): Promise<string> => {
      const { answer, error } = await site(FILES, ...argv, "--json");
      expect(error).toBe("");
      expect(answer).toMatchObject({ status: "infeasible", objective: null });
      return answer.reason;
    };
    const own = ["--candidates", "s.csv"];
    expect(await reason(...own, "--most-short", "0", "--budget", "25")).toContain(
      "至少还缺 60 ㎡，只允许缺 0 ㎡",
    );
    expect(await reason(...own, "--share", "1", "--budget", "10")).toContain("最多覆盖 0.889，要求 1");
    expect(await reason()).toContain("面积不知道（A、B、C）");
    expect(await reason("--unknown-area", "50", "--budget", "9")).toContain("没有造价（A、B、C）");
    const lang = ["--lang", "en"];
    expect(await reason(...own, "--k", "9", ...lang)).toContain("9 sites are asked for, and there are 3");
    expect(await reason(...own, "--fixed", "B,C", "--k", "2", ...lang)).toContain("3 are fixed already");
    expect(await reason(...own, "--fixed", "B", "--budget", "5", ...lang)).toContain("cheapest");
  });

  it.each([
    [{ "s.csv": "id,area,cost\nA,30,4\nA,2,3\n" }, "s.csv”第 3 行“id”列：编号“A”重复"],
    [{ "s.csv": "id,area,cost\nA,big,4\n" }, "第 2 行“area”列：“big”不是数值"],
    [{ "s.csv": "id,area,cost\nA,30,-4\n" }, "第 2 行“cost”列：“-4”是负数"],
    [{ "s.csv": "id,area,cost\nA,30\n" }, "第 2 行“id”列：单元格数与表头不符（2/3）"],
    [{ "a.csv": "id,action,area,cost\nZ,build,30,4\n" }, "编号“Z”不在时间表里"],
    [{ "a.csv": "id,action,area,cost\nA,paint,30,4\n" }, "做法“paint”看不懂"],
    [{ "a.csv": "id,action,area,cost\n" }, "没有数据"],
  ])("refuses tables it cannot use: %j", async (wrong, sentence) => {
    const { code, error } = await site(
      { ...FILES, ...wrong },
      ...["--candidates", "s.csv", "--actions", "a.csv"],
    );
    expect(code).toBe(3);
    expect(error).toContain(sentence);
  });

  it.each([
    [["--goals", "short,short"], "--goals"],
    [["--goals", "beauty"], "beauty"],
    [["--area-per-100", "0"], "--area-per-100"],
    [["--most-short", "-1"], "--most-short"],
    [["--seed", "x"], "--seed"],
  ])("tells a wrong argument: %j", async (argv, named) => {
    const { code, error } = await site(FILES, "--candidates", "s.csv", ...argv);
    expect(code).toBe(2);
    expect(error).toContain(named);
  });
});

/** Degrees per metre near 28.2° N. */
const at = (x: number, y: number): [number, number] => [112.98 + x / 98_180, 28.2 + y / 110_840];

describe("quandian site in a folder", () => {
  const files = {
    "residences.geojson": collection([
      point(...at(0, 5), { id: "west", households: 100 }),
      point(...at(2000, 5), { id: "east", households: 100 }),
    ]),
    "centers.geojson": collection([point(...at(100, -5), { id: "P", area: 20 })]),
    "roads.geojson": collection([line([at(-100, 0), at(2200, 0)], { highway: "residential" })]),
    "c.geojson": collection([point(...at(1900, -5), { id: "Q", area: 30, cost: 12, kind: "共享用房" })]),
  };
  const PLACES = ["--residences", "residences.geojson", "--centers", "centers.geojson"];
  const NETWORK = ["--network", "roads.geojson", "--candidates", "c.geojson", "--json"];

  it("takes rooms with their area and cost, and shares what is to be shared", async () => {
    const { out, error } = await runCli(["site", ...PLACES, ...NETWORK, "--model", "capacity"], files);
    expect(error).toBe("");
    expect(JSON.parse(out)).toMatchObject({
      status: "optimal",
      outside: 0,
      short: 10,
      cost: 12,
      actions: [{ site: "Q", action: "share", area: 30, cost: 12 }],
    });
  });

  it("refuses a candidate that has a centre's id, and a folder without candidates", async () => {
    const same = {
      ...files,
      "c.geojson": collection([point(...at(1900, -5), { id: "P", area: 30, cost: 12 })]),
    };
    const twice = await runCli(["site", ...PLACES, ...NETWORK, "--model", "capacity"], same);
    expect(twice.code).toBe(3);
    expect(twice.error).toContain("编号“P”重复");
    const { "c.geojson": _, ...without } = files;
    const none = await runCli(["site", ".", "--model", "pmedian", "--k", "2"], without);
    expect(none.code).toBe(2);
    expect(none.error).toContain("没有候选点");
  });
});
