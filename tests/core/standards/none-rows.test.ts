// "There is none" said in a table: at a place, or of the rest. A place that was asked counts nought, one that nobody
// spoke of is unknown, whatever stands above them.

import { describe, expect, it } from "vitest";
import { assess } from "../../../src/core/assess/index.ts";
import {
  noneRow,
  type Register,
  type RulePack,
  recordsOfRows,
  rowsOfTable,
} from "../../../src/core/standards/index.ts";
import { readPack } from "../../helpers/demo-scene.ts";
import { samplePlan } from "../../helpers/register-sample.ts";

const STATION: Register = {
  id: "station",
  name: { zh: "服务站", en: "Station" },
  place: "community",
  attributes: [],
};
const PLACES = ["c0", "c1", "c2", "c3"].map((id) => ({ id, name: `社区 ${id}` }));

const read = (...cells: Readonly<Record<string, string>>[]) =>
  rowsOfTable(
    { columns: ["名称", "社区"], rows: cells.map((each, i) => ({ row: i + 1, cells: each })) },
    STATION,
    PLACES,
  );

const base = readPack("hunan-2022");
const asking = (each: string, comparison: "atLeast" | "atMost", value: number): RulePack => ({
  ...base,
  registers: [STATION],
  rules: [
    {
      ...base.rules[0]!,
      ...{ id: "T-1", metric: "place.records", each, of: { register: "station" } },
      ...{ comparison, value, unit: "count", parameters: {} },
    },
  ],
});

function verdicts(pack: RulePack, rows: Parameters<typeof recordsOfRows>[0]): Record<string, string> {
  const { findings } = assess(samplePlan(pack, recordsOfRows(rows)));
  return Object.fromEntries(findings.map(({ place, verdict }) => [place.id, verdict]));
}

describe("a table that says there is none", () => {
  it("reads it at a place and of the rest", () => {
    const { rows, faults } = read(
      { 名称: "东门站", 社区: "c0" },
      { 名称: "无", 社区: "社区 c1" },
      { 名称: "None", 社区: "其余" },
    );
    expect(faults).toEqual([]);
    expect(rows.slice(1)).toEqual([noneRow(STATION, "c1"), noneRow(STATION, null)]);
  });

  it("sets aside what says so of no place there is", () => {
    expect(read({ 名称: "无", 社区: "哪里" }).faults).toMatchObject([{ code: "noPlace", value: "哪里" }]);
  });
});

describe("verdicts on a list", () => {
  const one = read({ 名称: "东门站", 社区: "c0" }).rows;
  const none = noneRow(STATION, "c1");
  const rest = noneRow(STATION, null);

  it("are unknown where nobody spoke, and unmet where there is said to be none", () => {
    const pack = asking("community", "atLeast", 1);
    expect(verdicts(pack, [...one, none])).toMatchObject({ c0: "met", c1: "unmet", c2: "unknown" });
    expect(verdicts(pack, [...one, rest])).toMatchObject({ c0: "met", c1: "unmet", c2: "unmet" });
    expect(verdicts(pack, [rest]), "given, and empty").toMatchObject({ c0: "unmet", c3: "unmet" });
  });

  it("of places above count on what is known, and know all only where every part has spoken", () => {
    const most = asking("subdistrict", "atMost", 1);
    const least = asking("subdistrict", "atLeast", 1);
    expect(verdicts(least, one)).toMatchObject({ s0: "met", s1: "unknown" });
    expect(verdicts(most, one)).toMatchObject({ s0: "unknown", s1: "unknown" });
    expect(verdicts(most, [...one, none])).toMatchObject({ s0: "met", s1: "unknown" });
    expect(verdicts(least, [...one, rest])).toMatchObject({ s0: "met", s1: "unmet" });
  });
});
