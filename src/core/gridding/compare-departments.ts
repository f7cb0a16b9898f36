// One net for all departments (多网合一): each department's layer is laid over the base grids and compared by
// households (compare-nets.ts) and by area. A department whose net cuts no base grid and leaves no unit out has
// joined; the others are told which units to hand from which of their grids to which.

import type { Issue, TaskControl } from "../base/index.ts";
import { Failure } from "../base/index.ts";
import type { PolygonColumns } from "../geo/index.ts";
import { locate } from "../geo/index.ts";
import type { Areas } from "../model/index.ts";
import type { NetComparison } from "./compare-nets.ts";
import { compareNets } from "./compare-nets.ts";
import { drawNet } from "./draw-net.ts";
import type { GridGround } from "./grid-ground.ts";
import { joinPolygons } from "./join-columns.ts";
import { overlapAreas } from "./overlap-areas.ts";
import { doublyHeld } from "./previous-net.ts";
import { sampleOf } from "./sample-of.ts";

/** Another department's grids, degrees. */
export interface NamedNet {
  readonly name: string;
  readonly areas: Areas;
}

export interface DepartmentNetReport extends NetComparison {
  readonly name: string;
  /** Codes of the department's grids; grids in conflicts and in `merged` are rows of this list. */
  readonly codes: readonly string[];
  /** The department's net now: grid per unit, -1 = none. */
  readonly gridOf: Int32Array;
  /** Square metres compared, and the share of them that lies in the grid that holds most of the base grid; NaN for none. */
  readonly area: number;
  readonly areaShare: number;
  /** No conflict, and no unit left out: nothing is left to change. */
  readonly hasJoined: boolean;
  readonly issues: readonly Issue[];
}

export interface OneNetReport {
  readonly departments: readonly DepartmentNetReport[];
  /** Departments that have joined. */
  readonly joined: number;
}

/** Polygons of the base net, degrees, and the grid of each. */
export interface BasePolygons {
  readonly polygons: PolygonColumns;
  readonly grids: ArrayLike<number>;
}

/** `gridOf`: the base net, grid per unit; drawn when no polygons are given. Reports the share of departments done. */
export async function compareDepartments(
  ground: GridGround,
  gridOf: Int32Array,
  nets: readonly NamedNet[],
  control: TaskControl,
  given?: BasePolygons,
): Promise<OneNetReport> {
  const base =
    given === undefined
      ? await drawBase(ground, gridOf, control)
      : { ...given, polygons: { ...given.polygons, xy: ground.frame.toMetres(given.polygons.xy) } };
  const departments: DepartmentNetReport[] = [];
  for (const net of nets) {
    control.report({ stage: "grids", done: departments.length / nets.length });
    await control.pause();
    if (control.cancelled()) throw new Failure("cancelled");
    departments.push(await compareOne(ground, gridOf, base, net));
  }
  return { departments, joined: departments.filter(({ hasJoined }) => hasJoined).length };
}

async function drawBase(ground: GridGround, gridOf: Int32Array, control: TaskControl): Promise<BasePolygons> {
  const drawn = await drawNet(ground, gridOf, { ...control, report: () => undefined });
  return {
    polygons: joinPolygons(drawn.map(({ polygons }) => polygons)),
    grids: drawn.flatMap(({ boundaries }) => [...boundaries.grids]),
  };
}

async function compareOne(
  { units, unitIds, frame }: GridGround,
  gridOf: Int32Array,
  base: BasePolygons,
  { name, areas }: NamedNet,
): Promise<DepartmentNetReport> {
  const polygons = { ...areas.polygons, xy: frame.toMetres(areas.polygons.xy) };
  const own = locate(polygons, units.xy);
  const compared = compareNets(gridOf, own, units.households);
  const twice = doublyHeld(polygons, units.xy, own).map((unit) => unitIds[unit]!);
  return {
    ...compared,
    ...shareArea(await overlapAreas(base.polygons, polygons), base.grids, polygons.count, compared.home),
    name,
    codes: areas.records.map(({ id }) => id),
    gridOf: own,
    hasJoined: compared.conflicts.length === 0 && compared.missing.length === 0,
    issues:
      twice.length === 0
        ? []
        : [{ code: "grids.departmentOverlap", severity: "warning", values: { ...sampleOf(twice), name } }],
  };
}

function shareArea(
  overlaps: ReadonlyMap<number, number>,
  grids: ArrayLike<number>,
  count: number,
  home: ReadonlyMap<number, number>,
): Pick<DepartmentNetReport, "area" | "areaShare"> {
  let [area, agreed] = [0, 0];
  for (const [key, size] of overlaps) {
    area += size;
    if (home.get(grids[Math.floor(key / count)]!) === key % count) agreed += size;
  }
  return { area, areaShare: agreed / area };
}
