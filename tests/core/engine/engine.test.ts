// The engine on the demo district: a drag says what a whole analysis says, the picture holds the households it
// is the picture of, and what is not known is said.

import { beforeAll, describe, expect, it } from "vitest";
import { reachLimit, seededRandom, UNREACHED, walkMinutes } from "../../../src/core/base/index.ts";
import type { Analysis } from "../../../src/core/engine/index.ts";
import { areaOf, contains } from "../../../src/core/geo/index.ts";
import type { ServiceCenter } from "../../../src/core/model/index.ts";
import { DEFAULT_NETWORK_SETTINGS, NO_ROUTES } from "../../../src/core/network/index.ts";
import { type OpenScene, openDemo, plainEngine, readPack } from "../../helpers/demo-scene.ts";

const WALK = { minutes: 15, speed: 1 };
const BANDS = [5, 10, 15];
const pack = readPack("hunan-2022");

let demo: OpenScene;
let analysis: Analysis;

beforeAll(async () => {
  demo = await openDemo();
  analysis = await analyse(demo.baseline.centers);
});

const analyse = (centers: readonly ServiceCenter[], walk = WALK): Promise<Analysis> =>
  demo.engine.run("scene.analyse", { scene: demo.summary.scene, centers, walk, pack });

describe("scene.analyse", () => {
  it("adds up: every household is covered, too far, unreachable or unlinked", () => {
    const { totals, centers } = analysis;
    const limit = reachLimit(15, 1);
    let covered = 0;
    demo.baseline.residences.households.forEach((households, i) => {
      if (!Number.isNaN(households) && analysis.access.distance[i]! <= limit) covered += households;
    });
    expect(totals.covered).toBe(covered);
    expect(centers.reduce((sum, center) => sum + center.coveredHouseholds, 0)).toBe(covered);
    expect(centers.reduce((sum, center) => sum + center.households, 0)).toBe(
      totals.households - totals.unlinked - totals.unreachable,
    );
    expect(totals.bands[2]).toBe(covered);
    for (const { coveredHouseholds, reachHouseholds } of centers) {
      expect(reachHouseholds).toBeGreaterThanOrEqual(coveredHouseholds);
    }
  });

  it("covers fewer households at an older person's pace", async () => {
    const slow = await analyse(demo.baseline.centers, { minutes: 15, speed: 0.8 });
    expect(slow.totals.covered).toBeLessThan(analysis.totals.covered);
    expect([...slow.access.distance]).toEqual([...analysis.access.distance]);
  });

  it("leaves nobody covered without centres", async () => {
    const none = await analyse([]);
    expect(none.totals.covered).toBe(0);
    expect(none.access.nearest.every((center) => center === -1)).toBe(true);
    expect(none.communities.every(({ flags }) => flags.includes("noCenter"))).toBe(true);
  });
});

describe("scene.drag", () => {
  it("says at every step what a whole analysis says", async () => {
    const random = seededRandom(20);
    const [west, south, east, north] = demo.summary.bounds;
    const moving = 7;
    for (let step = 0; step < 12; step++) {
      const centers = demo.baseline.centers.map((center, i) =>
        i === moving
          ? { ...center, lon: west + random() * (east - west), lat: south + random() * (north - south) }
          : center,
      );
      const input = { scene: demo.summary.scene, centers, moving, walk: WALK, pack, bands: BANDS };
      const dragged = await demo.engine.run("scene.drag", input);
      expect(dragged.analysis).toEqual(await analyse(centers));
      expect(dragged.areas).toEqual(
        await demo.engine.run("scene.areas", {
          scene: demo.summary.scene,
          centers,
          bands: BANDS,
          speed: WALK.speed,
          view: "overlap",
          only: [moving],
        }),
      );
    }
  });
});

describe("scene.path", () => {
  it("walks the minutes the analysis gives, from the door to the centre", async () => {
    const { residences, centers } = demo.baseline;
    for (let residence = 0; residence < residences.count; residence += 211) {
      const path = await demo.engine.run("scene.path", {
        scene: demo.summary.scene,
        centers,
        speed: 1,
        residence,
      });
      const distance = analysis.access.distance[residence]!;
      if (distance === UNREACHED) {
        expect(path).toBeNull();
        continue;
      }
      expect(path!.minutes).toBeCloseTo(walkMinutes(distance, 1), 9);
      expect(path!.center).toBe(analysis.access.nearest[residence]);
      expect([...path!.xy.subarray(0, 2)]).toEqual([
        ...residences.xy.subarray(2 * residence, 2 * residence + 2),
      ]);
      expect([...path!.xy.subarray(-2)]).toEqual([centers[path!.center]!.lon, centers[path!.center]!.lat]);
      expect(lengthOf(path!.xy)).toBeGreaterThan(path!.meters * 0.98 - 2);
      expect(lengthOf(path!.xy)).toBeLessThan(path!.meters * 1.02 + 2);
    }
  });
});

describe("scene.areas", () => {
  it("nests its bands and holds almost every household that is counted inside, hardly any that is not", async () => {
    const areas = await demo.engine.run("scene.areas", {
      scene: demo.summary.scene,
      centers: demo.baseline.centers,
      bands: BANDS,
      speed: 1,
      view: "dissolve",
    });
    const of = (minutes: number): number[] =>
      [...areas.minutes.keys()].filter((feature) => areas.minutes[feature] === minutes);
    const sizes = BANDS.map((minutes) => of(minutes).reduce((sum, f) => sum + areaOf(areas.polygons, f), 0));
    expect(sizes[0]!).toBeLessThan(sizes[1]!);
    expect(sizes[1]!).toBeLessThan(sizes[2]!);

    const { residences } = demo.baseline;
    let [inside, held, outside, taken] = [0, 0, 0, 0];
    for (let i = 0; i < residences.count; i++) {
      const covered = analysis.access.distance[i]! <= reachLimit(15, 1);
      const [x, y] = [residences.xy[2 * i]!, residences.xy[2 * i + 1]!];
      const drawn = of(15).some((feature) => contains(areas.polygons, feature, x, y));
      if (covered) {
        inside += 1;
        held += drawn ? 1 : 0;
      } else {
        outside += 1;
        taken += drawn ? 1 : 0;
      }
    }
    expect(held / inside).toBeGreaterThan(0.98);
    expect(taken / outside).toBeLessThan(0.08);
  });
});

describe("scene.open", () => {
  it("estimates, and says so, when there is no network", async () => {
    const { engine, summary, baseline } = await openDemo((district) => ({
      ...district,
      network: { ...district.network, ...NO_ROUTES },
    }));
    expect(summary.estimate).toBe(true);
    expect(summary.issues.map(({ code }) => code)).toContain("network.estimate");
    const centers = baseline.centers;
    const path = await engine.run("scene.path", { scene: summary.scene, centers, speed: 1, residence: 0 });
    expect(path!.estimate).toBe(true);
    expect(path!.meters).toBeCloseTo(lengthOf(path!.xy) * DEFAULT_NETWORK_SETTINGS.detourRatio, -1);
  });

  it("stops when cancelled", async () => {
    const signal = { aborted: false };
    const running = demo.engine.run(
      "scene.open",
      { baseline: demo.baseline, settings: DEFAULT_NETWORK_SETTINGS },
      {
        signal,
        onProgress: () => {
          signal.aborted = true;
        },
      },
    );
    await expect(running).rejects.toMatchObject({ code: "cancelled" });
  });

  it("refuses a scene that is closed", async () => {
    const engine = plainEngine();
    const asking = engine.run("scene.analyse", { scene: "scene-9", centers: [], walk: WALK, pack });
    await expect(asking).rejects.toMatchObject({ code: "sceneUnknown", details: { scene: "scene-9" } });
  });
});

/** Length of a line in degrees, metres, on a sphere's small circle: good to 1 % here. */
function lengthOf(xy: Float64Array): number {
  let length = 0;
  for (let i = 2; i < xy.length; i += 2) {
    const east = (xy[i]! - xy[i - 2]!) * 111_320 * Math.cos((xy[i + 1]! * Math.PI) / 180);
    length += Math.hypot(east, (xy[i + 1]! - xy[i - 1]!) * 110_800);
  }
  return length;
}
