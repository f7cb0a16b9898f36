// `packs` in this process: the table, the JSON, wrong arguments, editions on a day.

import { describe, expect, it } from "vitest";
import { runCli } from "./run-cli.ts";

const json = async (...argv: string[]) => JSON.parse((await runCli(["packs", "--json", ...argv], {})).out);

describe("packs", () => {
  it("prints one line for each of the 187 rules and 79 systems, and the packs", async () => {
    const { code, out, error } = await runCli(["packs"], {});
    expect(code).toBe(0);
    expect(error).toBe("");
    expect(out.match(/^ {2}(HN|WH|CC|ZL|TN|QJ|DH|KM|SZ)-\d\d /gm)).toHaveLength(187);
    expect(out.match(/^ {2}S\d\d /gm)).toHaveLength(79);
    expect(out).toMatch(/规则 187 条：计算 63、核对登记 34/);
    expect(out).toMatch(/WH-19 .*拒绝.*不存、不读、不导出/);
    expect(out).toMatch(/HN-05 .*计算.*HN-05.*达标.*tests\//);
  });

  it("prints the same as one JSON object", async () => {
    const { packs, rules, systems } = await json();
    expect([rules.length, systems.length]).toEqual([187, 79]);
    const suzhou = packs.find(({ id }: { id: string }) => id === "suzhou-2011");
    expect(suzhou).toMatchObject({ edition: "2011-06-24", state: "valid", rules: 22 });
  });

  it("says of a day before an edition that it does not hold yet", async () => {
    const { packs } = await json("--date", "2011-06-23");
    expect(packs.find(({ id }: { id: string }) => id === "suzhou-2011").state).toBe("notYet");
    const { out } = await runCli(["packs", "--date", "2020-01-01", "--lang", "en"], {});
    expect(out).toMatch(/Hunan 2022 .*in force only from 2022-05-27 and no basis on 2020-01-01; choose/);
  });

  it.each([["--jsn"], ["town"], ["--date", "2026-02-30"], ["--lang", "fr"]])(
    "refuses %j",
    async (...argv) => {
      const { code, out, error } = await runCli(["packs", ...argv], {});
      expect([code, out]).toEqual([2, ""]);
      expect(error).toMatch(/packs 不认识/);
    },
  );
});
