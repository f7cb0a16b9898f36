// What is wrong with the units before any net is drawn: no figure, outside every community, on a border, touching
// nothing; and communities that hold none.

import type { Issue, IssueCode } from "../base/index.ts";
import type { PolygonColumns } from "../geo/index.ts";
import { locate } from "../geo/index.ts";
import type { GridUnits, UnitGraph } from "./grid-units.ts";
import { sampleOf } from "./sample-of.ts";

export interface GroundFacts {
  readonly units: GridUnits;
  readonly unitIds: readonly string[];
  readonly areaIds: readonly string[];
  readonly outlines: PolygonColumns;
  readonly graph: Pick<UnitGraph, "offsets">;
}

/** Metres from a community's border within which a point lies on it. */
const ON_BORDER = 0.05;

export function groundIssues(ground: GroundFacts): Issue[] {
  const { units, unitIds, areaIds, outlines, graph } = ground;
  const rows = [...units.area.keys()];
  const say = (code: IssueCode, severity: Issue["severity"], found: readonly number[]): Issue[] =>
    found.length === 0 ? [] : [{ code, severity, values: sampleOf(found.map((unit) => unitIds[unit]!)) }];
  const filled = new Uint32Array(areaIds.length);
  for (const unit of rows) if (units.area[unit]! >= 0) filled[units.area[unit]!]!++;
  const empty = areaIds.filter((_, area) => filled[area] === 0);
  const isAlone = (unit: number): boolean =>
    graph.offsets[unit] === graph.offsets[unit + 1] && filled[units.area[unit]!]! > 1;
  return [
    ...say(
      "grids.unitUnknown",
      "warning",
      rows.filter((unit) => Number.isNaN(units.households[unit]!)),
    ),
    ...say(
      "grids.unitOutside",
      "warning",
      rows.filter((unit) => units.area[unit]! < 0),
    ),
    ...say("grids.unitOnBorder", "info", outlines.count === 0 ? [] : unitsOnBorder(ground)),
    ...say("grids.unitAlone", "warning", rows.filter(isAlone)),
    ...(empty.length === 0
      ? []
      : [{ code: "grids.areaEmpty", severity: "info", values: sampleOf(empty) } as const]),
  ];
}

/** Units that four points close by place in different communities. */
function unitsOnBorder({ units, outlines }: GroundFacts): number[] {
  const beside = [-1, 1].flatMap((dx) =>
    [-1, 1].map((dy) => {
      const moved = units.xy.map((value, i) => value + ON_BORDER * (i % 2 === 0 ? dx : dy));
      return locate(outlines, moved);
    }),
  );
  return [...units.area.keys()].filter((unit) => beside.some((place) => place[unit] !== beside[0]![unit]));
}
