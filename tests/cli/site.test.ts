import { describe, expect, it } from "vitest";
import { collection, line, point } from "../core/formats/fixtures.ts";
import { runCli } from "./run-cli.ts";

const WIDE = "id,A,B,C\na,1,9,5\nb,2,8,5\nc,9,1,5\nd,8,2,5\n";
const LONG = `origin,destination,minutes\n${WIDE.trim()
  .split("\n")
  .slice(1)
  .flatMap((row) => {
    const [id, ...costs] = row.split(",");
    return costs.map((cost, j) => `${id},${"ABC"[j]},${cost}`);
  })
  .join("\n")}\n`;

const site = async (files: Readonly<Record<string, string>>, ...argv: readonly string[]) => {
  const run = await runCli(["site", ...argv], files);
  return { ...run, answer: run.code === 0 && argv.includes("--json") ? JSON.parse(run.out) : null };
};
const onMatrix = (matrix: string, ...argv: readonly string[]) =>
  site({ "m.csv": matrix }, "--matrix", "m.csv", ...argv, "--json");

describe("quandian site on a matrix", () => {
  it("prints the contract's keys for each model, wide and long", async () => {
    for (const matrix of [WIDE, LONG]) {
      const { answer, error } = await onMatrix(matrix, "--model", "pmedian", "--k", "2");
      expect(error).toBe("");
      expect(answer).toMatchObject({
        model: "pmedian",
        status: "optimal",
        objective: 6,
        bound: 6,
        gap: 0,
        sites: ["A", "B"],
        assignment: { a: "A", b: "A", c: "B", d: "B" },
        covered: 4,
      });
      expect(typeof answer.seconds).toBe("number");
    }
    const center = await onMatrix(WIDE, "--model", "pcenter", "--k", "1");
    expect(center.answer).toMatchObject({ status: "optimal", objective: 5, sites: ["C"] });
    const fewest = await onMatrix(WIDE, "--model", "lscp", "--minutes", "4");
    expect(fewest.answer).toMatchObject({ status: "optimal", objective: 2, sites: ["A", "B"] });
    const part = await onMatrix(WIDE, "--model", "lscp", "--minutes", "4", "--share", "0.5");
    expect(part.answer).toMatchObject({ objective: 1, covered: 2 });
    const most = await onMatrix(WIDE, "--model", "mclp", "--minutes", "1", "--k", "1");
    expect(most.answer).toMatchObject({ status: "optimal", objective: 1, bound: 1, covered: 1 });
  });

  it("weighs demand, keeps fixed sites, spends a budget", async () => {
    const files = {
      "m.csv": WIDE,
      "d.csv": "id,weight\na,1\nb,1\nc,10\nd,10\n",
      "c.csv": "id,cost\nA,3\nB,9\nC,4\n",
    };
    const weighted = await site(
      files,
      "--matrix",
      "m.csv",
      "--demand",
      "d.csv",
      "--model",
      "pmedian",
      "--k",
      "1",
      "--json",
    );
    expect(weighted.answer).toMatchObject({ objective: 47, sites: ["B"] });
    const fixed = await site(
      files,
      "--matrix",
      "m.csv",
      "--model",
      "pmedian",
      "--k",
      "2",
      "--fixed",
      "C",
      "--json",
    );
    expect(fixed.answer.sites).toContain("C");
    expect(fixed.answer.objective).toBe(13);
    const bought = await site(
      files,
      ...["--matrix", "m.csv", "--candidates", "c.csv", "--model", "mclp"],
      ...["--minutes", "5", "--budget", "5", "--json"],
    );
    expect(bought.answer).toMatchObject({ objective: 4, sites: ["C"] });
  });

  it("explains why there is no answer", async () => {
    const far = await onMatrix(WIDE, "--model", "lscp", "--minutes", "0.5", "--lang", "en");
    expect(far.answer).toMatchObject({ status: "infeasible", objective: null, sites: [] });
    expect(far.answer.reason).toContain("4 demand points");
    const apart = "id,A,B\na,1,inf\nb,inf,1\n";
    for (const model of ["pmedian", "pcenter"]) {
      const few = await onMatrix(apart, "--model", model, "--k", "1", "--lang", "en");
      expect(few.answer).toMatchObject({ status: "infeasible", reason: expect.stringContaining("So many") });
    }
    const alone = await onMatrix("id,A\na,inf\n", "--model", "pmedian", "--k", "1", "--lang", "en");
    expect(alone.answer.reason).toContain("Not one of 1 demand points");
    const many = await onMatrix(WIDE, "--model", "pmedian", "--k", "4", "--lang", "en");
    expect(many.answer.reason).toContain("4 sites are asked for, and there are 3");
    const fixed = await onMatrix(WIDE, "--model", "pcenter", "--k", "1", "--fixed", "A,B");
    expect(fixed.answer.reason).toContain("已固定的就有 2 处");
    const money = await onMatrix(WIDE, "--model", "pmedian", "--budget", "3");
    expect(money.answer.reason).toContain("不按 0 算");
  });

  it("leaves out whom no candidate can serve, says who, and answers for the rest", async () => {
    const files = { "m.csv": "id,A,B\na,1,4\nb,inf,inf\nc,3,2\n", "d.csv": "id,weight\na,5\nb,3\nc,1\n" };
    const asked = ["--matrix", "m.csv", "--demand", "d.csv", "--k", "1", "--lang", "en"];
    for (const [model, objective] of [
      ["pmedian", 8],
      ["pcenter", 3],
    ] as const) {
      const { answer } = await site(files, ...asked, "--model", model, "--json");
      expect(answer).toMatchObject({ status: "optimal", objective, sites: ["A"], covered: 6 });
      expect(answer.outOfReach).toEqual({ demand: ["b"], weight: 3 });
      expect(answer.assignment).toEqual({ a: "A", c: "A" });
      const { out } = await site(files, ...asked, "--model", model);
      expect(out).toContain("1 demand points (weight 3 of 9) can reach no candidate and are left out");
      expect(out).toContain(": b.");
    }
    const { answer } = await onMatrix(WIDE, "--model", "pmedian", "--k", "1");
    expect(answer.outOfReach).toEqual({ demand: [], weight: 0 });
  });

  it.each([
    ["id,A,B\na,1,\n", "第 2 行“B”列：是空的"],
    ["id,A,B\na,1,-3\n", "“-3”是负数"],
    ["id,A,B\na,1,near\n", "“near”不是数值"],
    ["id,A,B\na,1\n", "第 2 行：单元格数与表头不符（2/3）"],
    ["id,A,B\na,1,2\na,3,4\n", "第 3 行“id”列：编号“a”重复"],
    ["id,A,A\na,1,2\n", "编号“A”重复"],
    ["id,A\n", "没有数据"],
  ])("refuses a matrix it cannot use: %j", async (matrix, sentence) => {
    const { code, error } = await onMatrix(matrix, "--model", "pmedian", "--k", "1");
    expect(code).toBe(3);
    expect(error).toContain(sentence);
  });

  it("refuses weights that do not fit the matrix", async () => {
    const files = { "m.csv": WIDE, "d.csv": "id,weight\na,1\nb,\nz,3\n" };
    const { code, error } = await site(
      files,
      "--matrix",
      "m.csv",
      "--demand",
      "d.csv",
      "--model",
      "pmedian",
      "--k",
      "1",
    );
    expect(code).toBe(3);
    for (const part of ["第 3 行“weight”列：是空的", "“z”不在时间表里", "“c”没有权重"])
      expect(error).toContain(part);
  });

  it.each([
    [["--model", "nonsense"], "--model"],
    [["--model", "pmedian", "--k", "0"], "--k"],
    [["--model", "mclp", "--k", "1", "--radius", "0"], "--radius"],
    [["--model", "pmedian", "--k", "1", "--time-limit", "0"], "--time-limit"],
    [["--model", "pmedian", "--k", "1", "--budget", "4"], "--budget"],
    [["--model", "pmedian", "--k", "1", "--fixed", "Z"], "Z"],
    [["--model", "pmedian", "--k", "1", "--what"], "--what"],
  ])("tells a wrong argument: %j", async (argv, named) => {
    const { code, error, out } = await onMatrix(WIDE, ...argv);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(error).toContain(named);
  });
});

/** Degrees per metre near 28.2° N. */
const EAST = 1 / 98_180;
const NORTH = 1 / 110_840;
const at = (x: number, y: number): [number, number] => [112.98 + x * EAST, 28.2 + y * NORTH];

describe("quandian site on our own network", () => {
  const files = {
    "r.geojson": collection([
      point(...at(0, 5), { id: "west", households: 10 }),
      point(...at(1000, 5), { id: "middle", households: 40 }),
      point(...at(2000, 5), { id: "east", households: 30 }),
    ]),
    "c.geojson": collection([
      point(...at(100, -5), { id: "P", cost: 3 }),
      point(...at(1500, -5), { id: "Q", cost: 4 }),
    ]),
    "n.geojson": collection([line([at(-100, 0), at(2200, 0)], { highway: "residential" })]),
  };
  const PLACES = ["--residences", "r.geojson", "--network", "n.geojson", "--json"];

  it("covers most households within fifteen minutes", async () => {
    const { answer, error } = await site(
      files,
      ...[...PLACES, "--candidates", "c.geojson"],
      ...["--model", "mclp", "--k", "1", "--minutes", "15"],
    );
    expect(error).toBe("");
    expect(answer).toMatchObject({ status: "optimal", objective: 70, sites: ["Q"], covered: 70 });
  });

  it("names the residences whose households are unknown: they weigh nothing, and are said", async () => {
    const unknown = collection([
      point(...at(0, 5), { id: "west", households: "" }),
      point(...at(2000, 5), { id: "east", households: 30 }),
    ]);
    const { answer, error } = await site(
      { ...files, "r.geojson": unknown },
      ...[...PLACES, "--candidates", "c.geojson", "--model", "mclp", "--k", "1", "--minutes", "15"],
    );
    expect(answer).toMatchObject({ covered: 30, sites: ["Q"] });
    expect(error).toMatch(/r\.geojson.*1.*households/s);
  });

  it("takes every residence as a candidate", async () => {
    const { answer } = await site(files, ...PLACES, "--candidates", "all", "--model", "pmedian", "--k", "1");
    expect(answer.sites).toEqual(["middle"]);
    expect(answer.objective / (1000 * 40 + 10 * 40)).toBeCloseTo(1, 1);
  });
});
