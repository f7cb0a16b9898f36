// Counts of a pack's rules on a district, and packs laid side by side by what their rules ask about.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { alignRules, tallyRules } from "../../../src/app/state/tally-rules.ts";
import type { RulePack } from "../../../src/core/standards/index.ts";
import { openDemo, readPack } from "../../helpers/demo-scene.ts";

const packs = ["hunan-2022", "wuhan-2015", "suzhou-2011"].map(
  (id) =>
    JSON.parse(
      readFileSync(new URL(`../../../data/standards/${id}.json`, import.meta.url), "utf8"),
    ) as RulePack,
);

describe("alignRules", () => {
  const rows = alignRules(packs);

  it("has every rule of every pack once, in its own column", () => {
    packs.forEach(({ rules }, at) => {
      const ids = rows.flatMap((row) => row.rules[at]!.map(({ id }) => id));
      expect(ids.sort()).toEqual(rules.map(({ id }) => id).sort());
    });
  });

  it("puts what packs share first, and never two questions in one row", () => {
    const shared = rows.map(({ rules }) => rules.filter(({ length }) => length > 0).length);
    expect(shared).toEqual([...shared].sort((a, b) => b - a));
    expect(shared[0]).toBeGreaterThan(1);
    for (const { rules } of rows) expect(new Set(rules.flat().map(({ metric }) => metric)).size).toBe(1);
  });
});

it("counts every finding under its rule, and says why the others are silent", async () => {
  const { engine, summary, baseline } = await openDemo();
  const pack = readPack("hunan-2022");
  const walk = { minutes: 15, speed: 1 };
  const analysis = await engine.run("scene.analyse", {
    ...{ scene: summary.scene, centers: baseline.centers, walk, pack },
  });
  const tally = tallyRules(analysis);
  const counted = pack.rules.map(({ id }) => tally(id).counts).flatMap((counts) => Object.values(counts));
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(analysis.findings.length);
  const silent = pack.rules.filter(({ id }) => tally(id).silent !== null).map(({ id }) => id);
  expect(silent).toEqual(analysis.silentRules.map(({ ruleId }) => ruleId));
});
