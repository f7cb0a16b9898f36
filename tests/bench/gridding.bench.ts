// Nets for a made town: a community of 60 units, a street, 10,000 units without communities, the boundaries of the
// demo district and a stroke over 1,000 grids. The reference of a draft is recursive bisection by coordinates, the
// plain way to equal grids; and METIS (gpmetis, apt-get install metis) where it is installed. Rows say how many
// grids are in range and how long the inner borders are beside those of the reference.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom, uncontrolled } from "../../src/core/base/index.ts";
import {
  buildUnitGraph,
  costOf,
  DRAFT_BUDGET,
  draftNet,
  type GridUnits,
  HUNAN_RANGE,
  PaintStroke,
  sliceProblem,
  targetGrids,
  type UnitGraph,
} from "../../src/core/gridding/index.ts";
import { openDemo } from "../helpers/demo-scene.ts";
import { type BenchRow, compare } from "./bench-row.ts";

/** Another build of it may be named. */
const METIS = process.env["METIS"] ?? "gpmetis";

interface Town {
  readonly units: GridUnits;
  readonly graph: UnitGraph;
  readonly areaCount: number;
}

export async function bench(): Promise<BenchRow[]> {
  const large = makeTown(10_000, 1, 3);
  const loose = withoutCompounds(large);
  return [
    ...(await draftRows("a community of 60 units", makeTown(60, 1, 1))),
    ...(await draftRows("a street of 14 communities, 1,500 units", makeTown(1500, 14, 2))),
    ...(await draftRows("10,000 units, no communities", large)),
    ...(await draftRows("10,000 units, no compounds either", loose)),
    ...metisRow(loose),
    await boundaryRow(),
    strokeRow(),
  ];
}

/** Buildings of 10 to 60 households on a shaken lattice, two in three in compounds of eight, communities in rows. */
function makeTown(count: number, areaCount: number, seed: number): Town {
  const random = seededRandom(seed);
  const side = Math.ceil(Math.sqrt(count));
  const across = Math.ceil(Math.sqrt(areaCount));
  const down = Math.ceil(areaCount / across);
  const xy = new Float64Array(2 * count);
  const area = new Int32Array(count);
  const compound = new Int32Array(count).fill(-1);
  const numbers = new Map<string, number>();
  for (let unit = 0; unit < count; unit++) {
    const [column, row] = [unit % side, Math.floor(unit / side)];
    xy[2 * unit] = 50 * column + 35 * random();
    xy[2 * unit + 1] = 50 * row + 35 * random();
    const place = Math.floor((row * down) / side) * across + Math.floor((column * across) / side);
    area[unit] = Math.min(areaCount - 1, place);
    if (((column >> 2) + (row >> 1)) % 3 === 0) continue;
    const key = `${column >> 2} ${row >> 1} ${area[unit]}`;
    numbers.set(key, numbers.get(key) ?? numbers.size);
    compound[unit] = numbers.get(key)!;
  }
  const households = Float64Array.from({ length: count }, () => 10 + Math.floor(51 * random()));
  const units = { count, xy, households, area, compound };
  return { units, graph: buildUnitGraph({ units, areaCount, barriers: null }), areaCount };
}

/** METIS knows none. */
const withoutCompounds = (town: Town): Town => ({
  ...town,
  units: { ...town.units, compound: new Int32Array(town.units.count).fill(-1) },
});

/** Milliseconds of processor time, ours: the wall clock of a shared machine says little. */
const busy = (): number => process.cpuUsage().user / 1000;

async function draftRows(name: string, town: Town): Promise<BenchRow[]> {
  const start = busy();
  let first = Number.NaN;
  const draft = await draftNet(
    town,
    { range: HUNAN_RANGE, options: DRAFT_BUDGET },
    {
      ...uncontrolled,
      report: ({ bestNet }) => {
        if (Number.isNaN(first) && bestNet !== undefined) first = busy() - start;
      },
    },
  );
  const ours = busy() - start;
  const proven = draft.areas.filter((area) => area.proven >= 2).length;
  const begun = busy();
  const plain = bisect(town);
  const reference = busy() - begun;
  const told = `${name}: ${judge(town, draft.gridOf)}, proven ${proven}/${draft.areas.length}`;
  return [
    { name: told, ours, min: ours, reference },
    { name: "  first draft of all of it", ours: first, min: first },
    { name: `  reference, bisection: ${judge(town, plain)}`, ours: reference, min: reference },
  ];
}

/** Share of grids in range, cuts of compounds, inner border in kilometres. */
function judge({ units, graph }: Town, gridOf: Int32Array): string {
  const everything = sliceProblem(units, graph, Uint32Array.from(units.area.keys()));
  const { cuts, border } = costOf(everything, gridOf, HUNAN_RANGE);
  const totals = new Map<number, number>();
  gridOf.forEach((grid, unit) => {
    totals.set(grid, (totals.get(grid) ?? 0) + units.households[unit]!);
  });
  const fit = [...totals.values()].filter((own) => own >= HUNAN_RANGE.min && own <= HUNAN_RANGE.max).length;
  return `${((100 * fit) / totals.size).toFixed(1)} % in range, ${cuts} cuts, ${(border / 1e4).toFixed(1)} km`;
}

/** Halves by the longer side until each part is one grid's worth; connected only by luck. */
function bisect({ units, areaCount }: Town): Int32Array {
  const gridOf = new Int32Array(units.count);
  let next = 0;
  const halve = (members: number[], parts: number): void => {
    if (parts <= 1) {
      for (const unit of members) gridOf[unit] = next;
      next++;
      return;
    }
    const spans = [0, 1].map((axis) => {
      const values = members.map((unit) => units.xy[2 * unit + axis]!);
      return Math.max(...values) - Math.min(...values);
    });
    const axis = spans[0]! > spans[1]! ? 0 : 1;
    members.sort((a, b) => units.xy[2 * a + axis]! - units.xy[2 * b + axis]!);
    const all = members.reduce((sum, unit) => sum + units.households[unit]!, 0);
    const half = Math.floor(parts / 2);
    let [at, sum] = [0, 0];
    while (sum < (all * half) / parts) sum += units.households[members[at++]!]!;
    halve(members.slice(0, at), half);
    halve(members.slice(at), parts - half);
  };
  for (let area = 0; area < areaCount; area++) {
    const members = [...units.area.keys()].filter((unit) => units.area[unit] === area);
    const all = members.reduce((sum, unit) => sum + units.households[unit]!, 0);
    halve(members, targetGrids(all, HUNAN_RANGE));
  }
  return gridOf;
}

function metisRow(town: Town): BenchRow[] {
  const { units, graph } = town;
  const folder = mkdtempSync(join(tmpdir(), "metis-"));
  const file = join(folder, "town.graph");
  const lines = Array.from({ length: units.count }, (_, unit) => {
    const arcs = [];
    for (let arc = graph.offsets[unit]!; arc < graph.offsets[unit + 1]!; arc++) {
      arcs.push(`${graph.neighbours[arc]! + 1} ${graph.border[arc]}`);
    }
    return `${units.households[unit]} ${arcs.join(" ")}`;
  });
  writeFileSync(file, `${units.count} ${graph.neighbours.length / 2} 011\n${lines.join("\n")}\n`);
  const parts = targetGrids(
    units.households.reduce((sum, own) => sum + own, 0),
    HUNAN_RANGE,
  );
  const start = performance.now();
  const { status } = spawnSync(METIS, ["-contig", "-ufactor=250", "-seed=1", file, String(parts)]);
  const ours = performance.now() - start;
  const rows: BenchRow[] = [];
  if (status === 0) {
    const net = readFileSync(`${file}.part.${parts}`, "utf8").trim().split("\n").map(Number);
    rows.push({ name: `  METIS 5.1: ${judge(town, Int32Array.from(net))}`, ours, min: ours });
  }
  rmSync(folder, { recursive: true });
  return rows;
}

async function boundaryRow(): Promise<BenchRow> {
  const { engine, baseline } = await openDemo();
  const { ground } = await engine.run("grids.open", { source: baseline });
  const { gridOf } = await engine.run("grids.previous", {
    ground,
    net: { kind: "areas", areas: baseline.grids },
  });
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const start = busy();
    await engine.run("grids.borders", { ground, gridOf });
    times.push(busy() - start);
  }
  times.sort((a, b) => a - b);
  return { name: "boundaries of 45 communities along roads, checked", ours: times[1]!, min: times[0]! };
}

/** One step of a brush of 40 units over 50,000 units in 1,000 grids, broken grids told; reference: a fresh count. */
function strokeRow(): BenchRow {
  const { units, graph } = makeTown(50_000, 1, 4);
  const side = Math.ceil(Math.sqrt(units.count));
  const gridOf = Int32Array.from(
    { length: units.count },
    (_, unit) =>
      32 * Math.floor((32 * Math.floor(unit / side)) / side) + Math.floor((32 * (unit % side)) / side),
  );
  const stroke = new PaintStroke(units, graph, gridOf, 1024);
  const random = seededRandom(5);
  return compare(
    "one step of a stroke: 40 of 50,000 units, totals and pieces",
    60,
    () => {
      const centre = Math.floor(random() * (side - 8)) * side + Math.floor(random() * (side - 8));
      const to = gridOf[centre]!;
      for (let k = 0; k < 40; k++)
        stroke.paint(Math.min(units.count - 1, centre + (k % 8) + side * (k >> 3)), to);
      stroke.broken();
    },
    () => {
      new PaintStroke(units, graph, stroke.gridOf, 1024).broken();
    },
  );
}
