// Judging by packs, walking known: each pack on the demo district, and every rule there is on 1,500 communities with
// rows in every register. The reference of the demo is one whole analysis, of the large case a pass that only writes as
// many empty findings.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type AssessInput, assess } from "../../src/core/assess/index.ts";
import type { Register, RegisterRow, Rule, RulePack } from "../../src/core/standards/index.ts";
import { openDemo, readPack } from "../helpers/demo-scene.ts";
import { buildPlan } from "../helpers/plan-builder.ts";
import { type BenchRow, compare } from "./bench-row.ts";

const WALK = { minutes: 15, speed: 1 };
const COMMUNITIES = 1500;
const PLACES = ["district", "subdistrict", "community", "grid", "center"];

export async function bench(): Promise<BenchRow[]> {
  const ids = readdirSync(join(import.meta.dirname, "../../data/standards"))
    .filter((name) => name.endsWith(".json") && name !== "coverage.json")
    .map((name) => name.slice(0, -".json".length));
  const { engine, summary, baseline } = await openDemo();
  const rows: BenchRow[] = [];
  for (const id of ids.filter((name) => /hunan-2022|wuhan|suzhou|national/.test(name))) {
    const pack = readPack(id);
    const times: number[] = [];
    for (let round = 0; round < 12; round++) {
      const start = performance.now();
      const input = { scene: summary.scene, centers: baseline.centers, walk: WALK };
      await engine.run("scene.analyse", { ...input, pack: { ...pack, edition: `${round}` } });
      times.push(performance.now() - start);
    }
    const sorted = times.toSorted((a, b) => a - b);
    rows.push({
      name: `demo, minutes included, switched to ${id}`,
      unit: "ms",
      ours: sorted[6]!,
      min: sorted[0]!,
    });
  }
  const large = largeCase(ids.map(readPack));
  let findings = 0;
  const judge = () => {
    findings = assess(large).findings.length;
  };
  judge();
  const empty = () => {
    const list = Array.from({ length: findings }, (_, i) => ({
      place: { id: i },
      inputs: [{ value: i }, { value: i }],
    }));
    if (list.length !== findings) throw new Error("lost some");
  };
  rows.push(
    compare(
      `${large.pack.rules.length} rules on ${COMMUNITIES} communities, ${findings} findings`,
      5,
      judge,
      empty,
    ),
  );
  return rows;
}

/** All rules of all packs as one, with rows for every place of every register. */
function largeCase(packs: readonly RulePack[]): AssessInput {
  const registers = new Map<string, Register>();
  for (const pack of packs) {
    for (const register of pack.registers ?? []) {
      const known = registers.get(register.id)?.attributes ?? [];
      const more = register.attributes.filter(({ id }) => !known.some((attribute) => attribute.id === id));
      registers.set(register.id, { ...register, attributes: [...known, ...more] });
    }
  }
  const rules: Rule[] = packs.flatMap(({ rules: some }) => some);
  const communities = Array.from({ length: COMMUNITIES }, (_, i) => ({
    id: `c${i}`,
    parentId: `s${i % 100}`,
  }));
  const residences = communities.flatMap(({ id }, i) =>
    [0, 1].map((grid) => ({ households: 400, community: id, grid: `g${i}-${grid}`, metres: {} })),
  );
  const base = buildPlan(
    { residences, communities },
    { ...packs[0]!, rules, registers: [...registers.values()] },
  );
  const subdistricts = Array.from({ length: 100 }, (_, i) => ({
    id: `s${i}`,
    name: `S${i}`,
    parentId: null,
    statedHouseholds: null,
    numbers: {},
    row: i + 1,
  }));
  const rows = [...registers.values()].flatMap((register) =>
    rowsFor(
      register,
      communities.map(({ id }) => id),
    ),
  );
  return {
    ...base,
    subdistricts: { ...base.subdistricts, records: subdistricts },
    records: {
      asOf: "2026-06-30",
      registers: Object.fromEntries([...registers.keys()].map((id) => [id, null])),
      rows,
      areas: {},
      nets: [],
    },
  };
}

function rowsFor({ id, place, attributes }: Register, communities: readonly string[]): RegisterRow[] {
  const at = PLACES.includes(id) ? id : place;
  const ids =
    at === "subdistrict"
      ? Array.from({ length: 100 }, (_, i) => `s${i}`)
      : at === "district"
        ? ["district"]
        : communities;
  return ids.map((placeId) => ({
    id: PLACES.includes(id) ? placeId : `${id}-${placeId}`,
    kind: id,
    name: id,
    placeId,
    position: null,
    numbers: Object.fromEntries(
      attributes.flatMap((a) => (a.type === "number" || a.type === "yes" ? [[a.id, 1]] : [])),
    ),
    texts: {},
    dates: {},
  }));
}
