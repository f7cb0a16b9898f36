// The demo district (4,246 buildings, 59 centres) through the engine, warm: the whole analysis with and without
// its picture, one step of dragging a centre, the walk of one residence. The reference of a step is the
// whole analysis of the same state.

import { type OpenScene, openDemo, readPack } from "../helpers/demo-scene.ts";
import type { BenchRow } from "./bench-row.ts";

const WALK = { minutes: 15, speed: 1 };
const BANDS = [5, 10, 15];
const ROUNDS = 25;

export async function bench(): Promise<BenchRow[]> {
  const demo = await openDemo();
  const pack = readPack("hunan-2022");
  const { engine, summary, baseline } = demo;
  const scene = summary.scene;
  const centers = baseline.centers;
  const analyse = () => engine.run("scene.analyse", { scene, centers, walk: WALK, pack });
  const areas = () =>
    engine.run("scene.areas", { scene, centers, bands: BANDS, speed: WALK.speed, view: "overlap" });
  const moving = 12;
  let step = 0;
  const drag = () => {
    const at = centers[moving]!;
    const lon = at.lon + 0.004 * Math.sin(step++ / 7);
    return engine.run("scene.drag", {
      scene,
      centers: centers.with(moving, { ...at, lon }),
      moving,
      walk: WALK,
      pack,
      bands: BANDS,
    });
  };
  const whole = async () => {
    await analyse();
    await areas();
  };
  return [
    await time("whole analysis with all service areas", whole),
    await time("analysis without the picture", analyse),
    await time("one step of dragging a centre, areas included", drag, whole),
    await time("the walk of one residence", () =>
      engine.run("scene.path", { scene, centers, speed: 1, residence: 77 }),
    ),
    await opening(demo),
  ];
}

/** Medians of interleaved rounds after a warm-up. */
async function time(
  name: string,
  ours: () => Promise<unknown>,
  reference?: () => Promise<unknown>,
): Promise<BenchRow> {
  for (let i = 0; i < 8; i++) await ours();
  const [mine, theirs]: [number[], number[]] = [[], []];
  for (let i = 0; i < ROUNDS; i++) {
    mine.push(await timeOf(ours));
    if (reference !== undefined) theirs.push(await timeOf(reference));
  }
  const row = { name, ours: median(mine), min: Math.min(...mine) };
  return reference === undefined ? row : { ...row, reference: median(theirs) };
}

async function opening({ engine, baseline }: OpenScene): Promise<BenchRow> {
  const settings = { tolerance: 1, accessCap: 200, detourRatio: 1.3 };
  return time("opening: network built, residences joined", async () => {
    const { scene } = await engine.run("scene.open", { baseline, settings });
    await engine.run("scene.close", { scene });
  });
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
