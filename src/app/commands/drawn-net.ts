// The plan's grids with their polygons, for what is printed or exported: drawn where the grid step has not drawn them
// already, along the lines that were drawn by hand.

import type { NetBoundaries, PlanNet } from "../../core/engine/index.ts";
import type { PolygonColumns } from "../../core/geo/index.ts";
import { takePolygons } from "../../core/gridding/index.ts";
import type { App } from "../state/app.ts";
import { judgedNet, linesByHand } from "../state/judged-net.ts";
import { runWork } from "./run-work.ts";

/** Nothing where the plan has no grids of its own, or they could not be drawn. */
export async function drawnNet(app: App): Promise<{ readonly net?: PlanNet }> {
  const { scene, history } = app.store.getState();
  const { net } = judgedNet(history.plan);
  if (net === undefined || scene === null) return {};
  const drawn = await runWork(app, { stage: "grids" }, async (options) => {
    const { ground } = await app.engine.run("grids.open", { source: scene.scene }, options);
    const input = { ground, gridOf: net.residenceGrid, byHand: linesByHand(history.plan) };
    try {
      return await app.engine.run("grids.borders", input, options);
    } finally {
      void app.engine.run("grids.close", { ground }).catch(() => undefined);
    }
  });
  if (drawn === null) return {};
  return { net: { ...net, grids: { ...net.grids, polygons: byGrid(drawn, net.grids.records.length) } } };
}

/** Polygons row by row of the grids; a grid without ground has none. */
function byGrid(
  { polygons, grids }: Pick<NetBoundaries, "polygons" | "grids">,
  count: number,
): PolygonColumns {
  const rows = Array.from({ length: count }, (): number[] => []);
  for (let row = 0; row < grids.length; row++) rows[grids[row]!]?.push(row);
  return takePolygons(polygons, rows);
}
