// The merged net as a draft: every conflict with a department that can be settled on our side is, the others are listed
// with the reason; accepted, undone or let go like every draft.

import { mergeDepartments } from "../../../core/gridding/index.ts";
import type { App } from "../../state/app.ts";
import type { DraftArea, GridDraft, GridNet, GridWork } from "../../state/grid-work.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { changeGrids } from "./change-grids.ts";
import { stateOf } from "./grid-scenery.ts";
import { sumHouseholds } from "./grid-stroke.ts";
import { describeNet } from "./net-of-plan.ts";
import { rangeOf } from "./range-of.ts";

/** Only for the net as it was last compared. */
export function draftMergedNet(app: App): void {
  const state = app.store.getState();
  const { grids: work, settings, history } = state;
  if (work?.oneNet == null || work.oneNet.net !== work.net || isReadOnly(state)) return;
  const { net, ground } = work;
  const { departments } = work.oneNet.report;
  const range = rangeOf(settings, "grid");
  const grids = net.grids.map(({ locked, kind }) => ({ locked, ranged: kind === "base" }));
  const { gridOf, settled, open } = mergeDepartments(ground, net.gridOf, grids, departments, range);
  const moved = [...gridOf.keys()].filter((unit) => gridOf[unit] !== net.gridOf[unit]);
  const merged = describeNet(net.grids, gridOf, ground, range, net);
  const draft: GridDraft = {
    mode: "merge",
    net: merged,
    areas: areasOf(moved, merged, ground),
    places: { ids: ground.areaIds, names: ground.areaNames, of: ground.units.area },
    movedHouseholds: sumHouseholds(ground.units, moved),
    retired: [],
    merge: { settled: settled.length, open },
    running: false,
    part: null,
    revision: history.revision,
  };
  changeGrids(app, { draft, level: "grid", tool: "select", repair: null, disputed: [] });
}

/** The communities in which something moves. */
function areasOf(moved: readonly number[], net: GridNet, { units }: GridWork["ground"]): DraftArea[] {
  return [...new Set(moved.map((unit) => units.area[unit]!))]
    .sort((a, b) => a - b)
    .map((area) => {
      const own = [...net.grids.keys()].filter((grid) => net.facts[grid]?.area === area);
      return {
        area,
        grids: own.length,
        households: own.reduce((sum, grid) => sum + (net.facts[grid]?.households ?? 0), 0),
        feasible: own.every((grid) => stateOf(net.grids[grid]!, net.facts[grid] ?? null) !== "outside"),
        proven: 0,
        reasons: [],
      };
    });
}
