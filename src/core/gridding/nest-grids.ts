// Micro-grids: each grid divided like a community of its own, so that every micro-grid lies whole in one grid.

import type { TaskControl } from "../base/index.ts";
import type { NetDraft, NetRequest } from "./draft-net.ts";
import { draftNet } from "./draft-net.ts";
import type { GridUnits, UnitGraph } from "./grid-units.ts";

/** `request.range`: households of a micro-grid. The areas of the answer are the grids of `gridOf`, by number. */
export const nestGrids = (
  { units, graph }: { readonly units: GridUnits; readonly graph: UnitGraph },
  gridOf: Int32Array,
  request: Omit<NetRequest, "areas">,
  control: TaskControl,
): Promise<NetDraft> =>
  draftNet(
    {
      units: { ...units, area: gridOf },
      graph,
      areaCount: gridOf.reduce((most, grid) => Math.max(most, grid), -1) + 1,
    },
    { ...request, areas: [...new Set(gridOf)].filter((grid) => grid >= 0).sort((a, b) => a - b) },
    control,
  );
