import { beforeAll, describe, expect, it } from "vitest";
import { createHighsSolver } from "../../../src/adapters/highs-solver.ts";
import { type Progress, reachLimit, UNREACHED } from "../../../src/core/base/index.ts";
import { createEngine } from "../../../src/core/engine/index.ts";
import { contains, NO_POLYGONS, type PolygonColumns } from "../../../src/core/geo/index.ts";
import type { ServiceCenter } from "../../../src/core/model/index.ts";
import { type OpenScene, openDemo, readPack } from "../../helpers/demo-scene.ts";

const WALK = { minutes: 15, speed: 1 };
const LIMIT = reachLimit(WALK.minutes, WALK.speed);
const pack = readPack("hunan-2022");

let demo: OpenScene;
beforeAll(async () => {
  demo = await openDemo();
});

const centerAt = (lon: number, lat: number): ServiceCenter => ({
  id: "pin",
  name: "pin",
  level: "community",
  kind: null,
  lon,
  lat,
  floorArea: 500,
  communityId: null,
  row: 0,
});

const analyse = (centers: readonly ServiceCenter[]) =>
  demo.engine.run("scene.analyse", { scene: demo.summary.scene, centers, walk: WALK, pack });

describe("siting on a scene", () => {
  it("says of a pin what a whole analysis with one more centre says", async () => {
    const { engine, summary, baseline } = demo;
    const { residences, centers } = baseline;
    const before = await analyse(centers);
    for (let row = 3; row < residences.count; row += 701) {
      const [lon, lat] = [residences.xy[2 * row]! + 0.0004, residences.xy[2 * row + 1]! - 0.0003];
      const gain = await engine.run("siting.gain", { scene: summary.scene, centers, walk: WALK, lon, lat });
      const after = await analyse([...centers, centerAt(lon, lat)]);
      expect(gain.covered).toBe(after.totals.covered);
      expect(gain.households).toBe(after.totals.covered - before.totals.covered);
      expect(gain.coverage).toBeCloseTo(after.totals.coverage!, 12);
      const slow = { minutes: 15, speed: 0.8 };
      const [was, is] = await Promise.all(
        [centers, [...centers, centerAt(lon, lat)]].map((list) =>
          engine.run("scene.analyse", { scene: summary.scene, centers: list, walk: slow, pack }),
        ),
      );
      expect(gain.elderly).toBe(is!.totals.covered - was!.totals.covered);
    }
  });

  it("is taken anew when the centres are others", async () => {
    const { engine, summary, baseline } = demo;
    const { centers } = baseline;
    const { lon, lat } = centers[0]!;
    const at = (list: readonly ServiceCenter[]) =>
      engine.run("siting.gain", { scene: summary.scene, centers: list, walk: WALK, lon, lat });
    expect((await at(centers)).households).toBe(0);
    expect((await at([])).households).toBe((await at([])).within);
    expect((await at(centers)).households).toBe(0);
  });

  it("finds candidates where households are without a centre, and scores them in parts", async () => {
    const { engine, summary, baseline } = demo;
    const half = baseline.centers.slice(0, 20);
    const ask = (excluded: readonly PolygonColumns[]) =>
      engine.run("siting.candidates", {
        scene: summary.scene,
        centers: half,
        walk: WALK,
        given: baseline.centers.slice(30, 33),
        most: 12,
        spacing: 200,
        excluded,
      });
    const sites = await ask([]);
    expect(sites.slice(0, 3).map(({ origin }) => origin)).toEqual(["given", "given", "given"]);
    const found = sites.filter(({ origin }) => origin === "junction" || origin === "block");
    expect(found.length).toBe(12);
    const xy = found.map(({ lon, lat }) => [lon * 97_000, lat * 110_800] as const);
    xy.forEach(([x, y], i) => {
      for (const [a, b] of xy.slice(0, i)) expect(Math.hypot(x - a, y - b)).toBeGreaterThan(190);
    });
    for (const { lon, lat, score } of sites) {
      const { covered } = (await analyse([...half, centerAt(lon, lat)])).totals;
      expect(score.covered).toBe(covered);
      expect(score.within).toBeGreaterThanOrEqual(score.households);
      expect(score.elderlyWithin).toBeLessThanOrEqual(score.within);
    }
    const best = Math.max(...found.map(({ score }) => score.households));
    const anywhere = Math.max(
      ...(await Promise.all(
        Array.from({ length: 60 }, (_, k) => {
          const row = k * 70;
          const [lon, lat] = [baseline.residences.xy[2 * row]!, baseline.residences.xy[2 * row + 1]!];
          return engine.run("siting.gain", { scene: summary.scene, centers: half, walk: WALK, lon, lat });
        }),
      ).then((gains) => gains.map(({ households }) => households))),
    );
    expect(best).toBeGreaterThanOrEqual(0.95 * anywhere);

    const { lon, lat } = found[0]!;
    const zone = square(lon, lat, 0.01);
    const others = (await ask([zone])).filter(({ origin }) => origin === "junction" || origin === "block");
    expect(others.length).toBeGreaterThan(0);
    expect(others.some((site) => contains(zone, 0, site.lon, site.lat))).toBe(false);
  });

  it("compares options by measures that a plain recount gives", async () => {
    const { engine, summary, baseline } = demo;
    const { centers, residences } = baseline;
    const fewer = centers.slice(5);
    const options = [
      { centers, cost: null },
      { centers: fewer, cost: 120 },
    ];
    const input = { scene: summary.scene, options, walk: WALK, pack };
    const [now, then] = await engine.run("siting.compare", input);
    const [a, b] = [await analyse(centers), await analyse(fewer)];
    expect(now).toMatchObject({ cost: null, resolved: [], raised: [], coverage: a.totals.coverage });
    expect(then).toMatchObject({ cost: 120, covered: b.totals.covered });
    const walks: number[] = [];
    let outside = 0;
    residences.households.forEach((count, i) => {
      if (!(count > 0)) return;
      const distance = b.access.distance[i]!;
      if (summary.linked[i] !== 1 || distance === UNREACHED) outside += count;
      else for (let one = 0; one < count; one++) walks.push(distance);
    });
    walks.sort((x, y) => x - y);
    expect([then!.reached, then!.unreached]).toEqual([walks.length, outside]);
    expect(then!.p50).toBeCloseTo(walks[Math.ceil(walks.length / 2) - 1]! / 600, 9);
    expect(then!.p90).toBeCloseTo(walks[Math.ceil(0.9 * walks.length) - 1]! / 600, 9);
    expect(walks.filter((walk) => walk <= LIMIT).length).toBe(then!.covered);
    const mark = (list: typeof a.findings) =>
      new Map(list.map(({ ruleId, place, flag }) => [`${ruleId}/${place.kind}/${place.id}`, flag]));
    const [was, is] = [mark(a.findings), mark(b.findings)];
    const raised = [...is].filter(([key, flag]) => flag !== null && (was.get(key) ?? null) === null);
    const resolved = [...was].filter(([key, flag]) => flag !== null && is.get(key) === null);
    expect(then!.raised.map(({ ruleId, kind, id }) => `${ruleId}/${kind}/${id}`).sort()).toEqual(
      raised.map(([key]) => key).sort(),
    );
    expect(then!.resolved.length).toBe(resolved.length);
    expect(raised.length).toBeGreaterThan(0);
  });
});

describe("contiguous areas of the demo", () => {
  it("take in whom they can, each within the minutes of its own centre", async () => {
    const { engine, summary, baseline } = demo;
    const { centers, residences } = baseline;
    const input = {
      scene: summary.scene,
      centers,
      area: Float64Array.from(centers, ({ floorArea }) => floorArea ?? 200),
      walk: WALK,
      areaPer100: 30,
      timeLimit: 5,
      gap: 0,
    };
    const { owner, stranded, short } = await engine.run("siting.areas", input);
    const { access, totals } = await analyse(centers);
    const load = new Float64Array(centers.length);
    let [served, left] = [0, 0];
    residences.households.forEach((count, i) => {
      if (!(count > 0)) return;
      if (owner[i]! >= 0) {
        served += count;
        load[owner[i]!]! += count;
      } else if (access.distance[i]! <= LIMIT) left += count;
    });
    expect(left).toBe(stranded);
    expect(served + left).toBe(totals.covered);
    expect(stranded).toBeLessThan(0.05 * totals.covered);
    const missing = load.reduce((sum, count, j) => sum + Math.max(0, 0.3 * count - input.area[j]!), 0);
    expect(short).toBeCloseTo(missing, 6);
    const unknown = { ...input, area: input.area.with(3, Number.NaN) };
    await expect(engine.run("siting.areas", unknown)).rejects.toMatchObject({ code: "badInput" });
  });
});

describe("a search that is stopped", () => {
  it("gives the best so far, and has told it on the way", async () => {
    const { baseline, summary } = demo;
    const signal = { aborted: false };
    const seen: Progress[] = [];
    const engine = createEngine({
      pause: () => Promise.resolve(),
      decode: (bytes, label, fatal) => new TextDecoder(label, { fatal }).decode(bytes),
      solver: createHighsSolver(),
    });
    const table = await demo.engine.run("siting.table", {
      scene: summary.scene,
      candidates: baseline.centers,
      limit: null,
    });
    const reaches = (i: number): boolean => table.offsets[i + 1]! > table.offsets[i]!;
    const question = {
      model: "pmedian" as const,
      table,
      weight: baseline.residences.households.map((count, i) => (count > 0 && reaches(i) ? count : 0)),
      fixed: new Uint8Array(table.siteCount),
      k: 12,
      budget: null,
      price: new Float64Array(table.siteCount),
      radius: null,
      share: 1,
    };
    const onProgress = (progress: Progress): void => {
      seen.push(progress);
      signal.aborted = true;
    };
    const input = { question, timeLimit: 60, gap: 0 };
    const answer = await engine.run("siting.solve", input, { signal, onProgress });
    expect(answer.sites.length).toBe(12);
    expect(answer.objective).toBeGreaterThanOrEqual(answer.bound);
    const told = seen.find(({ bestSites }) => bestSites !== undefined)!;
    expect(told.bestSites!.length).toBe(12);
    expect(answer.objective).toBeLessThanOrEqual(told.objective! * (1 + 1e-12));
    const again = { aborted: true };
    await expect(engine.run("siting.solve", input, { signal: again })).rejects.toMatchObject({
      code: "cancelled",
    });
  });
});

const square = (lon: number, lat: number, half: number): PolygonColumns => ({
  ...NO_POLYGONS,
  count: 1,
  featureOffsets: Uint32Array.of(0, 1),
  partOffsets: Uint32Array.of(0, 1),
  ringOffsets: Uint32Array.of(0, 4),
  xy: Float64Array.from(
    [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ].flatMap(([x, y]) => [lon + half * x!, lat + half * y!]),
  ),
});
