// Takes up the net that came with the files (last year's grids) as the plan's own: codes, names and posts as the files
// have them. One entry in the history; what does not fit today's residences is told.

import type { Issue } from "../../../core/base/index.ts";
import { type AreaRecord, gridOf as completeGrid, GRID_POSTS, type Grid } from "../../../core/model/index.ts";
import type { App } from "../../state/app.ts";
import { PARTY_ORGS } from "../../state/judged-net.ts";
import { baselineOf } from "../../state/plan-selectors.ts";
import { editPlan } from "../edit-plan.ts";
import { randomId } from "../fresh-identity.ts";
import { runWork } from "../run-work.ts";

/** What did not fit; null when there is no such net. */
export async function takePresentNet(app: App): Promise<readonly Issue[] | null> {
  const { grids: work } = app.store.getState();
  const baseline = baselineOf(app.store.getState());
  if (work === null || baseline === null || !hasPresentNet(app)) return null;
  const { ground } = work;
  const { residences, grids: layer } = baseline;
  const net =
    layer.records.length > 0
      ? ({ kind: "areas", areas: layer } as const)
      : ({
          kind: "codes",
          rows: residences.id.map((unit, row) => ({ unit, code: residences.gridId[row] ?? "" })),
        } as const);
  const read = await runWork(app, { stage: "grids" }, (options) =>
    app.engine.run("grids.previous", { ground: ground.ground, net }, options),
  );
  if (read === null) return null;
  const homes = new Map<number, number>();
  read.gridOf.forEach((grid, unit) => {
    if (grid >= 0 && !homes.has(grid)) homes.set(grid, ground.units.area[unit] ?? -1);
  });
  const living = read.codes.flatMap((code, grid) => {
    const area = homes.get(grid) ?? -1;
    return area < 0
      ? []
      : [{ grid, record: gridRecord(code, ground.areaIds[area] ?? "", layer.records[grid]) }];
  });
  const places = new Map(living.map(({ grid }, k) => [grid, k]));
  const rows = [...read.gridOf.keys()].filter((row) => places.has(read.gridOf[row] ?? -1));
  editPlan(
    app,
    "grids.adopt",
    {
      level: "grid",
      within: ground.areaIds,
      grids: living.map(({ record }) => record),
      rows,
      gridOf: rows.map((row) => places.get(read.gridOf[row] ?? -1) ?? -1),
    },
    { figures: { grids: living.length, households: 0 } },
  );
  return read.issues;
}

export function hasPresentNet(app: App): boolean {
  const baseline = baselineOf(app.store.getState());
  if (baseline === null) return false;
  return baseline.grids.records.length > 0 || baseline.residences.gridId.some((code) => code !== "");
}

function gridRecord(code: string, communityId: string, record: AreaRecord | undefined): Grid {
  const posts = [...GRID_POSTS, PARTY_ORGS].flatMap((post) => {
    const count = record?.numbers[post];
    return count === undefined ? [] : [[post, count] as const];
  });
  const name = record?.name ?? "";
  return completeGrid({
    id: `grid-${randomId()}`,
    code,
    name,
    communityId,
    posts: Object.fromEntries(posts),
  });
}
