// What a scene's own layers say as registers (exercise points, stops, renewal projects, departments' nets), and what
// the plan's registers add to it.

import { NO_RECORDS, type Records } from "../assess/index.ts";
import type { Baseline, PointPlaces } from "../model/index.ts";
import type { RegisterRow } from "../standards/index.ts";
import type { Scene } from "./scene.ts";

/** Registers that a baseline's layers give; a layer that was not read is a register that was not given. */
export function recordsOf({ exercise, transit, renewal, departmentNets, sources }: Baseline): Records {
  const fileOf = (role: string): string | null =>
    sources.find((source) => source.role === role)?.file ?? null;
  const given = [
    ...(exercise.count > 0 ? [["exercisePoint", fileOf("exercise")] as const] : []),
    ...(transit.count > 0 ? [["transitStop", fileOf("transit")] as const] : []),
    ...(renewal.records.length > 0 ? [["renewal", fileOf("renewal")] as const] : []),
  ];
  return {
    ...NO_RECORDS,
    registers: Object.fromEntries(given),
    rows: [
      ...pointRows("exercisePoint", exercise),
      ...pointRows("transitStop", transit),
      ...renewal.records.map(({ id, name, numbers }) => ({ ...bare("renewal", id, name), numbers })),
    ],
    areas: renewal.records.length > 0 ? { renewal } : {},
    nets: departmentNets,
  };
}

/** Takes up the plan's registers beside those of the layers; rows of both count. */
export function takeRecords(scene: Scene, plan: Records): void {
  const layers = recordsOf(scene.baseline);
  scene.records = {
    asOf: plan.asOf,
    registers: { ...layers.registers, ...plan.registers },
    rows: [...layers.rows, ...plan.rows],
    // A layer that was read is a whole list.
    partial: Object.fromEntries(
      Object.entries(plan.partial ?? {}).filter(([register]) => !(register in layers.registers)),
    ),
    areas: { ...layers.areas, ...plan.areas },
    nets: [...layers.nets, ...plan.nets],
  };
  scene.prepared = null;
  scene.walked = new Map();
}

const bare = (kind: string, id: string, name: string): RegisterRow => ({
  id,
  kind,
  name,
  placeId: null,
  position: null,
  numbers: {},
  texts: {},
  dates: {},
});

const pointRows = (kind: string, { id, name, xy }: PointPlaces): RegisterRow[] =>
  id.map((each, i) => ({ ...bare(kind, each, name[i] ?? each), position: [xy[2 * i]!, xy[2 * i + 1]!] }));
