// What gridding works on: units (buildings, or compounds where only those are known) in columns, their
// neighbours on the ground, and one community cut out of them as a problem of its own.

/** Units in columns; row i everywhere is one unit. */
export interface GridUnits {
  readonly count: number;
  /** Representative points, metres in one local frame: pair i. */
  readonly xy: Float64Array;
  /** Households; NaN = unknown. */
  readonly households: Float64Array;
  /** Community the unit lies in; -1 = none, and then in no grid. */
  readonly area: Int32Array;
  /** Compound (小区) the unit belongs to, numbered from 0 over all communities; -1 = none. */
  readonly compound: Int32Array;
}

/**
 * Who is next to whom on the ground, never across a community's border. Arcs of unit i are
 * [offsets[i], offsets[i+1]), counter-clockwise from the east; both directions are there.
 */
export interface UnitGraph {
  readonly offsets: Uint32Array;
  /** Unit at the other end of each arc. */
  readonly neighbours: Uint32Array;
  /** Length of the border between the two units' cells in decimetres, at least 1; the same in both directions. */
  readonly border: Uint32Array;
  /** 1 where this arc's unit and the next one counter-clockwise are neighbours themselves (see contiguity). */
  readonly closed: Uint8Array;
}

/** Households a grid should have; 300 to 500 in Hunan (HN-19). */
export interface HouseholdRange {
  readonly min: number;
  readonly max: number;
}

export const HUNAN_RANGE: HouseholdRange = { min: 300, max: 500 };

/** One community's units, numbered from 0, with its own neighbour lists. */
export interface GridProblem {
  readonly count: number;
  /** Known households; a unit without a figure adds nothing to a sum and still needs a grid. */
  readonly households: Float64Array;
  readonly compound: Int32Array;
  readonly graph: Pick<UnitGraph, "offsets" | "neighbours" | "border">;
  /** Grid of last year's net, -1 for a unit that was in none; null without such a net. */
  readonly previous: Int32Array | null;
  /** The number of grids a net must have, where that is given; as many as fit best where not. */
  readonly parts?: number;
}

/** Cuts the units `members` and the arcs among them out of the whole. */
export function sliceProblem(
  units: Pick<GridUnits, "households" | "compound">,
  graph: Pick<UnitGraph, "offsets" | "neighbours" | "border">,
  members: Uint32Array,
  previous: Int32Array | null = null,
): GridProblem {
  const local = new Map<number, number>();
  for (let i = 0; i < members.length; i++) local.set(members[i]!, i);
  const offsets = new Uint32Array(members.length + 1);
  const neighbours: number[] = [];
  const border: number[] = [];
  for (let i = 0; i < members.length; i++) {
    for (let arc = graph.offsets[members[i]!]!; arc < graph.offsets[members[i]! + 1]!; arc++) {
      const other = local.get(graph.neighbours[arc]!);
      if (other === undefined) continue;
      neighbours.push(other);
      border.push(graph.border[arc]!);
    }
    offsets[i + 1] = neighbours.length;
  }
  return {
    count: members.length,
    households: Float64Array.from(members, (unit) => units.households[unit]! || 0),
    compound: Int32Array.from(members, (unit) => units.compound[unit]!),
    graph: { offsets, neighbours: Uint32Array.from(neighbours), border: Uint32Array.from(border) },
    previous: previous && Int32Array.from(members, (unit) => previous[unit]!),
  };
}

/** The units of each community, ascending. */
export function unitsByArea(area: Int32Array, areaCount: number): Uint32Array[] {
  const lists: number[][] = Array.from({ length: areaCount }, () => []);
  for (let unit = 0; unit < area.length; unit++) lists[area[unit]!]?.push(unit);
  return lists.map((list) => Uint32Array.from(list));
}

/** Connected pieces along the arcs for which `joins` is true: a piece number per unit. */
export function piecesOf(
  graph: Pick<UnitGraph, "offsets" | "neighbours">,
  count: number,
  joins: (a: number, b: number) => boolean,
): { readonly piece: Int32Array; readonly pieces: number } {
  const piece = new Int32Array(count).fill(-1);
  const stack: number[] = [];
  let pieces = 0;
  for (let start = 0; start < count; start++) {
    if (piece[start] !== -1) continue;
    piece[start] = pieces;
    stack.push(start);
    while (stack.length > 0) {
      const at = stack.pop()!;
      for (let arc = graph.offsets[at]!; arc < graph.offsets[at + 1]!; arc++) {
        const next = graph.neighbours[arc]!;
        if (piece[next] !== -1 || !joins(at, next)) continue;
        piece[next] = pieces;
        stack.push(next);
      }
    }
    pieces++;
  }
  return { piece, pieces };
}
