// Carries out the tasks that draw grids. Loaded when the first of them is run, with all of gridding behind it.

import type { Issue, TaskControl } from "../base/index.ts";
import { Failure } from "../base/index.ts";
import type { GridGround } from "../gridding/index.ts";
import {
  CODE_15,
  codeNet,
  compareDepartments,
  DRAFT_BUDGET,
  draftNet,
  drawNet,
  joinLines,
  joinPolygons,
  nestGrids,
  netByCodes,
  netByLayer,
  prepareGround,
  readCodeRule,
  unitsInSight,
  validateBoundaries,
  validateGrids,
  withLinesByHand,
} from "../gridding/index.ts";
import type { Baseline } from "../model/index.ts";
import type { GridGroundSummary, GridTaskMap, NetBoundaries, PreviousRead } from "./grid-tasks.ts";
import { placeIn } from "./scene.ts";

type Input<T extends keyof GridTaskMap> = GridTaskMap[T]["input"];

/** The grounds that are open, and what can be done with them. */
export class GridDesk {
  private readonly grounds = new Map<string, GridGround>();
  private opened = 0;

  open(baseline: Baseline, { pairs, reach }: Omit<Input<"grids.open">, "source">): GridGroundSummary {
    const { residences, communities } = baseline;
    const ground = prepareGround({
      baseline,
      area: placeIn(communities, residences.xy, residences.communityId),
      ...(pairs === undefined ? {} : { pairs }),
      ...(reach === undefined ? {} : { reach }),
    });
    const id = `ground-${++this.opened}`;
    this.grounds.set(id, ground);
    const { unitIds, units, graph, areaIds, areaNames, compounds, courses, origin, issues } = ground;
    const sight = unitsInSight(units.xy);
    return {
      ground: id,
      unitIds,
      units,
      graph,
      sight,
      areaIds,
      areaNames,
      compounds,
      courses,
      origin,
      issues,
    };
  }

  close({ ground }: Input<"grids.close">): null {
    this.grounds.delete(ground);
    return null;
  }

  previous({ ground: id, net }: Input<"grids.previous">): PreviousRead {
    const ground = this.of(id);
    return net.kind === "codes" ? netByCodes(ground, net.rows) : netByLayer(ground, net.areas);
  }

  async draft(
    { ground: id, options, parts, within, ...request }: Input<"grids.draft">,
    control: TaskControl,
  ): Promise<GridTaskMap["grids.draft"]["output"]> {
    const { units, graph, areaIds } = this.of(id);
    const most = units.area.reduce((sum, area) => sum + (area >= 0 ? 1 : 0), 0);
    const issues: Issue[] =
      parts !== undefined && parts > most
        ? [{ code: "grids.tooManyParts", severity: "warning", values: { parts, count: most } }]
        : [];
    const limits = parts === undefined ? {} : { parts: Math.min(parts, most) };
    const wanted = { ...request, ...limits, options: { ...DRAFT_BUDGET, ...options } };
    const draft =
      within === undefined
        ? await draftNet({ units, graph, areaCount: areaIds.length }, wanted, control)
        : await nestGrids({ units, graph }, within, wanted, control);
    return { ...draft, issues };
  }

  check({ ground, gridOf, range }: Input<"grids.check">): GridTaskMap["grids.check"]["output"] {
    const { units, graph } = this.of(ground);
    return validateGrids(units, graph, gridOf, range);
  }

  codes({ ground, gridOf, held, rule }: Input<"grids.codes">): GridTaskMap["grids.codes"]["output"] {
    const { units, areaIds } = this.of(ground);
    const known = new Map(held.map(({ grid, code }) => [grid, code]));
    return codeNet(units, areaIds, gridOf, known, rule ?? CODE_15);
  }

  rules(
    { files }: Input<"grids.rules">,
    decode: (bytes: Uint8Array, label: string, fatal: boolean) => string,
  ): Promise<GridTaskMap["grids.rules"]["output"]> {
    return Promise.all(
      files.map(async ({ name, bytes }) => {
        try {
          return { file: name, ...(await readCodeRule(JSON.parse(decode(bytes, "utf-8", true)))) };
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          return { file: name, rule: null, problems: [{ path: "", message }] };
        }
      }),
    );
  }

  async borders(
    { ground: id, gridOf, areas, byHand }: Input<"grids.borders">,
    control: TaskControl,
  ): Promise<NetBoundaries> {
    const ground = this.of(id);
    const courses = byHand === undefined ? ground.courses : withLinesByHand(ground, byHand);
    const drawn = await drawNet({ ...ground, courses }, gridOf, control, areas);
    const reports = drawn.map(({ area, outline, boundaries, polygons }) => {
      const members = [...ground.units.area.keys()].filter(
        (unit) => ground.units.area[unit] === area && gridOf[unit]! >= 0,
      );
      const xy = Float64Array.from(
        members.flatMap((unit) => [...ground.units.xy.subarray(2 * unit, 2 * unit + 2)]),
      );
      const own = Int32Array.from(members, (unit) => gridOf[unit]!);
      const report = validateBoundaries(outline, area, polygons, boundaries.grids, xy, own);
      return { ...report, misplaced: report.misplaced.map((i) => members[i]!), area };
    });
    const polygons = joinPolygons(drawn.map((one) => one.polygons));
    const arcs = joinLines(drawn.map(({ boundaries }) => boundaries.arcs));
    const { toDegrees } = ground.frame;
    return {
      grids: Int32Array.from(drawn.flatMap(({ boundaries }) => [...boundaries.grids])),
      areas: Int32Array.from(
        drawn.flatMap(({ area, boundaries }) => Array.from(boundaries.grids, () => area)),
      ),
      polygons: { ...polygons, xy: toDegrees(polygons.xy) },
      arcs: { ...arcs, xy: toDegrees(arcs.xy) },
      left: Int32Array.from(drawn.flatMap(({ boundaries }) => [...boundaries.left])),
      right: Int32Array.from(drawn.flatMap(({ boundaries }) => [...boundaries.right])),
      reports,
    };
  }

  compare(
    { ground, gridOf, nets, drawn }: Input<"grids.compare">,
    control: TaskControl,
  ): Promise<GridTaskMap["grids.compare"]["output"]> {
    return compareDepartments(this.of(ground), gridOf, nets, control, drawn);
  }

  private of(id: string): GridGround {
    const known = this.grounds.get(id);
    if (known === undefined) throw new Failure("sceneUnknown", { scene: id });
    return known;
  }
}
