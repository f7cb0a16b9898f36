import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CODE_15, CODE_20, numberGrids, readCodeRule } from "../../../src/core/gridding/index.ts";

const FOLDER = join(import.meta.dirname, "../../../data/codes");
const read = (name: string) => JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as object;

describe("readCodeRule", () => {
  it("reads every file there is, under its own name", async () => {
    const files = readdirSync(FOLDER);
    expect(files.length).toBeGreaterThanOrEqual(2);
    for (const file of files) {
      const { rule, problems } = await readCodeRule(read(file));
      expect(problems).toEqual([]);
      expect(`${rule?.id}.json`).toBe(file);
    }
  });

  it("says in files what the engine takes when no rule is given", async () => {
    for (const built of [CODE_15, CODE_20]) {
      const { rule } = await readCodeRule(read(`${built.id}.json`));
      expect(rule).toMatchObject(built);
    }
  });

  it("numbers by a rule of another place", async () => {
    const fields = [
      { kind: "fixed", text: "WG" },
      { kind: "area", from: 6, digits: 6 },
    ];
    const { rule } = await readCodeRule({ ...read("grid-15.json"), id: "other", fields, serialDigits: 2 });
    const { codes } = numberGrids({
      rule: rule!,
      areaCodes: ["430101001002"],
      areaOf: new Int32Array(1),
      centres: new Float64Array(2),
      held: [""],
      used: [],
    });
    expect(codes).toEqual(["WG00100201"]);
  });

  it("names the place of each problem", async () => {
    const wrong = {
      ...read("grid-15.json"),
      serialDigits: 0,
      fields: [{ kind: "area", from: -1, digits: 3 }],
    };
    const { rule, problems } = await readCodeRule(wrong);
    expect(rule).toBeNull();
    expect(problems.map(({ path }) => path).sort()).toEqual(["fields.0.from", "serialDigits"]);
    expect((await readCodeRule("no rule")).rule).toBeNull();
  });
});
