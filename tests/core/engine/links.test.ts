// Ways drawn in a plan option: what they change is what the same ways in the files would change, and nothing else.

import { beforeAll, describe, expect, it } from "vitest";
import { UNREACHED } from "../../../src/core/base/index.ts";
import type { Analysis } from "../../../src/core/engine/index.ts";
import type { Baseline, DrawnLink } from "../../../src/core/model/index.ts";
import { type OpenScene, openDemo, readPack } from "../../helpers/demo-scene.ts";

const WALK = { minutes: 15, speed: 1 };
const pack = readPack("hunan-2022");

let demo: OpenScene;
let bridge: DrawnLink;

beforeAll(async () => {
  demo = await openDemo();
  bridge = { ...BRIDGE, line: [...(await shortCut())] };
});

const BRIDGE: DrawnLink = {
  id: "new-1",
  name: "footbridge",
  kind: "footbridge",
  line: [],
  level: 1,
  open: true,
  compound: null,
};

/** Between the two homes within 250 m of each other whose walks differ most; both ends on the network. */
async function shortCut(): Promise<Float64Array> {
  const { engine, baseline, summary } = demo;
  const { xy } = baseline.residences;
  const { distance } = (await analyse(demo)).access;
  let best = { i: 0, j: 0, saved: 0 };
  for (let i = 0; i < distance.length; i += 7) {
    for (let j = 0; j < distance.length; j += 5) {
      const apart = Math.hypot(
        (xy[2 * i]! - xy[2 * j]!) * 97_000,
        (xy[2 * i + 1]! - xy[2 * j + 1]!) * 110_800,
      );
      const saved = distance[i]! < UNREACHED ? distance[i]! - distance[j]! : 0;
      if (apart < 250 && saved > best.saved) best = { i, j, saved };
    }
  }
  const points = Float64Array.of(
    ...xy.slice(2 * best.i, 2 * best.i + 2),
    ...xy.slice(2 * best.j, 2 * best.j + 2),
  );
  return engine.run("scene.snap", { scene: summary.scene, points, within: 200 });
}

const analyse = ({ engine, baseline, summary }: OpenScene, links?: readonly DrawnLink[]): Promise<Analysis> =>
  engine.run("scene.analyse", {
    scene: summary.scene,
    centers: baseline.centers,
    walk: WALK,
    pack,
    ...(links === undefined ? {} : { links }),
  });

/** The baseline whose files hold the way. */
const withWay = (baseline: Baseline, { line, level }: DrawnLink): Baseline => {
  const { lines } = baseline.network;
  return {
    ...baseline,
    network: {
      lines: {
        count: lines.count + 1,
        offsets: Uint32Array.of(...lines.offsets, lines.offsets.at(-1)! + line.length / 2),
        xy: Float64Array.of(...lines.xy, ...line),
      },
      level: Int8Array.of(...baseline.network.level, level),
      class: Uint8Array.of(...baseline.network.class, 3),
      row: Uint32Array.of(...baseline.network.row, 0),
    },
  };
};

describe("ways drawn in an option", () => {
  it("walk as the same ways in the files would, and leave the baseline as it is", async () => {
    const before = await analyse(demo);
    const linked = await analyse(demo, [bridge]);
    const asFiles = await analyse(await openDemo((baseline) => withWay(baseline, bridge)));
    expect(linked.access).toEqual(asFiles.access);
    expect(linked.totals).toEqual(asFiles.totals);
    let nearer = 0;
    linked.access.distance.forEach((distance, i) => {
      expect(distance).toBeLessThanOrEqual(before.access.distance[i]!);
      if (distance < before.access.distance[i]!) nearer++;
    });
    expect(nearer).toBeGreaterThan(0);
    expect(await analyse(demo, [])).toEqual(before);
    expect(await analyse(demo)).toEqual(before);
  });

  it("are not walked while they are closed", async () => {
    expect(await analyse(demo, [{ ...bridge, open: false }])).toEqual(await analyse(demo));
  });

  it("count in every figure that is walked for", async () => {
    const { engine, summary, baseline } = demo;
    const scene = { scene: summary.scene, links: [bridge] };
    const { centers } = baseline;
    const linked = await analyse(demo, [bridge]);
    const [plain, ours] = await engine.run("siting.compare", {
      scene: summary.scene,
      walk: WALK,
      pack,
      options: [
        { centers, cost: 0 },
        { centers, cost: 0, links: [bridge] },
      ],
    });
    expect(ours?.covered).toBe(linked.totals.covered);
    expect(ours?.mean).toBeLessThan(plain!.mean!);
    const { residences } = baseline;
    const row = linked.access.distance.findIndex((distance) => distance > 0);
    const path = await engine.run("scene.path", { ...scene, centers, speed: 1, residence: row });
    expect(Math.round(10 * path!.meters)).toBe(linked.access.distance[row]);
    const gain = await engine.run("siting.gain", {
      ...scene,
      centers,
      walk: WALK,
      lon: residences.xy[0]!,
      lat: residences.xy[1]!,
    });
    expect(gain.covered - gain.households).toBe(linked.totals.covered);
  });

  it("let a compound out through a gate that was drawn", async () => {
    const { baseline } = demo;
    const compound = baseline.gates.compound.find((name) => name !== "")!;
    const shut = await openDemo((plain) => ({
      ...plain,
      gates: { ...plain.gates, open: plain.gates.open.map(() => 0) },
    }));
    const at = baseline.gates.compound.indexOf(compound);
    const line = [baseline.gates.xy[2 * at]!, baseline.gates.xy[2 * at + 1]!];
    const gate = { ...BRIDGE, kind: "gate", line, level: 0, compound } as const;
    const asFiles = await openDemo((plain) => ({
      ...plain,
      gates: { ...plain.gates, open: plain.gates.open.map((_, i) => (i === at ? 1 : 0)) },
    }));
    expect((await analyse(shut, [gate])).access).toEqual((await analyse(asFiles)).access);
  });

  it("snap their ends to the nearest path and leave alone what is far from every one", async () => {
    const { engine, summary } = demo;
    const [west, south] = summary.bounds;
    const far = Float64Array.of(west - 0.5, south - 0.5);
    const snap = (points: Float64Array) =>
      engine.run("scene.snap", { scene: summary.scene, points, within: 30 });
    expect(await snap(far)).toEqual(far);
    const again = await snap(Float64Array.from(bridge.line));
    again.forEach((degrees, i) => {
      expect(degrees).toBeCloseTo(bridge.line[i]!, 9);
    });
  });
});
