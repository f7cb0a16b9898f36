// Another pack, other registers or a renamed centre are judged on minutes that are known; a moved centre is walked
// anew. What differs at another pace or with other household counts equals two whole analyses compared.

import { beforeAll, describe, expect, it } from "vitest";
import { flagFlips } from "../../../src/core/assess/index.ts";
import { openDemo, readPack } from "../../helpers/demo-scene.ts";

const WALK = { minutes: 15, speed: 1 };

describe("switching packs", () => {
  let demo: Awaited<ReturnType<typeof openDemo>>;
  beforeAll(async () => {
    demo = await openDemo();
  });
  const analyse = (packId: string, speed = 1, centers = demo.baseline.centers) =>
    demo.engine.run("scene.analyse", {
      scene: demo.summary.scene,
      centers,
      walk: { ...WALK, speed },
      pack: readPack(packId),
    });

  it("keeps the minutes while centres stand where they stood", async () => {
    const hunan = await analyse("hunan-2022");
    const renamed = demo.baseline.centers.map((center) => ({ ...center, name: `${center.name}′` }));
    for (const other of [
      await analyse("suzhou-2011"),
      await analyse("wuhan-2015", 0.8),
      await analyse("hunan-2022", 1, renamed),
    ]) {
      expect(other.access.distance).toBe(hunan.access.distance);
    }
    expect((await analyse("suzhou-2011")).findings).not.toEqual(hunan.findings);
  });

  it("walks again from a centre that moved, and gives what a fresh scene gives", async () => {
    const before = await analyse("hunan-2022");
    const moved = demo.baseline.centers.map((center, i) =>
      i === 0 ? { ...center, lon: center.lon + 0.01 } : center,
    );
    const after = await analyse("hunan-2022", 1, moved);
    expect(after.access.distance).not.toBe(before.access.distance);
    const fresh = await openDemo();
    const anew = await fresh.engine.run("scene.analyse", {
      scene: fresh.summary.scene,
      centers: moved,
      walk: WALK,
      pack: readPack("hunan-2022"),
    });
    expect(after).toEqual(anew);
    expect(await analyse("hunan-2022")).toEqual(before);
  });

  it("says nothing by a rule that is turned off, and the same as before by the others", async () => {
    const pack = readPack("hunan-2022");
    const [first] = pack.rules;
    const rules = pack.rules.map((rule) => (rule === first ? { ...rule, off: true } : rule));
    const whole = await analyse("hunan-2022");
    const less = await demo.engine.run("scene.analyse", {
      scene: demo.summary.scene,
      centers: demo.baseline.centers,
      walk: WALK,
      pack: { ...pack, rules },
    });
    expect(whole.findings.some(({ ruleId }) => ruleId === first?.id)).toBe(true);
    expect(less.findings).toEqual(whole.findings.filter(({ ruleId }) => ruleId !== first?.id));
    expect(less.silentRules).toEqual(whole.silentRules);
  });

  it("finds the flips that two analyses show", async () => {
    const found = await demo.engine.run("scene.sensitivity", {
      scene: demo.summary.scene,
      centers: demo.baseline.centers,
      walk: WALK,
      pack: readPack("hunan-2022"),
      speeds: [0.8, 1],
      percents: [5, -5],
    });
    const [base, slower] = [await analyse("hunan-2022"), await analyse("hunan-2022", 0.8)];
    expect(found.speeds[0]?.flips).toEqual(flagFlips(base, slower));
    expect(found.speeds[0]?.flips.length).toBeGreaterThan(0);
    expect(found.speeds[1]?.flips).toEqual([]);
    const [more, fewer] = found.households;
    expect(more?.flips.some(({ to }) => to === "unmet")).toBe(true);
    expect(fewer?.flips.some(({ to }) => to === "unmet")).toBe(true);
  });
});
