// The rings of one Shapefile record as polygons. Outer rings turn clockwise, holes the other way; a hole belongs to
// the smallest outer ring around it. A hole that lies in none, and every ring of a file that turns all of them the
// wrong way, is taken for an outer ring, so that no ground is lost.

type Position = readonly [number, number];
type Ring = readonly Position[];

/** GeoJSON coordinates of a MultiPolygon. */
export function polygonsOf(rings: readonly Ring[]): Ring[][] {
  if (rings.length === 1) return [[rings[0]!]];
  const measured = rings.map((ring) => ({ ring, area: signedArea(ring), box: boxOf(ring) }));
  const outers = measured.filter(({ area }) => area <= 0);
  if (outers.length === 0) return rings.map((ring) => [ring]);
  const polygons = new Map(outers.map((outer) => [outer, [outer.ring]]));
  const homeless: Ring[][] = [];
  for (const hole of measured) {
    if (hole.area <= 0) continue;
    const around = outers
      .filter((outer) => holds(outer.box, hole.box) && liesIn(hole.ring, outer.ring))
      .sort((a, b) => b.area - a.area)[0];
    if (around === undefined) homeless.push([hole.ring]);
    else polygons.get(around)!.push(hole.ring);
  }
  return [...polygons.values(), ...homeless];
}

/** Positive when the ring turns counter-clockwise. */
function signedArea(ring: Ring): number {
  const [x0, y0] = ring[0]!;
  let doubled = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1]!;
    const [bx, by] = ring[i]!;
    doubled += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return doubled / 2;
}

type Box = readonly [number, number, number, number];

function boxOf(ring: Ring): Box {
  let [west, south] = ring[0]!;
  let [east, north] = ring[0]!;
  for (const [x, y] of ring) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}

const holds = (outer: Box, inner: Box): boolean =>
  outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];

/** By most of a few vertices, as one may touch the ring around it. */
function liesIn(inner: Ring, outer: Ring): boolean {
  const step = Math.max(1, Math.floor(inner.length / 5));
  const probes = inner.filter((_, i) => i % step === 0).slice(0, 5);
  return 2 * probes.filter((probe) => isInside(probe, outer)).length > probes.length;
}

/** Even–odd rule. */
function isInside([x, y]: Position, ring: Ring): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[j]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
