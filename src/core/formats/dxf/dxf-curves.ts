// Curves of a drawing as chains of short chords: arcs by angle, the bulge of a polyline (the tangent of a quarter
// of the included angle), ellipses, and B-splines by de Boor's algorithm. A chord spans at most 6 degrees, which
// is off an arc of radius r by at most 0.0014 r.

export type Vertex = readonly [x: number, y: number];

const CHORD = Math.PI / 30;

/** From angle `start` to angle `end`, counter-clockwise, radians; `minor` is the vector of the second half axis. */
export function arcVertices(
  center: Vertex,
  major: Vertex,
  minor: Vertex,
  start: number,
  end: number,
): Vertex[] {
  const turn =
    end > start ? end - start : end - start + 2 * Math.PI * Math.ceil((start - end) / (2 * Math.PI) || 1);
  const sweep = Math.min(2 * Math.PI, turn);
  const chords = Math.max(1, Math.ceil(sweep / CHORD - 1e-9));
  return Array.from({ length: chords + 1 }, (_, i): Vertex => {
    const angle = start + (sweep * i) / chords;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    return [center[0] + c * major[0] + s * minor[0], center[1] + c * major[1] + s * minor[1]];
  });
}

/** Vertices strictly between `a` and `b` on the arc with this bulge; positive turns left. */
export function bulgeVertices(a: Vertex, b: Vertex, bulge: number): Vertex[] {
  if (bulge === 0 || !Number.isFinite(bulge)) return [];
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const offset = (1 - bulge * bulge) / (4 * bulge);
  const center: Vertex = [(a[0] + b[0]) / 2 - offset * dy, (a[1] + b[1]) / 2 + offset * dx];
  const from: Vertex = [a[0] - center[0], a[1] - center[1]];
  const sweep = 4 * Math.atan(bulge);
  const chords = Math.ceil(Math.abs(sweep) / CHORD);
  return Array.from({ length: Math.max(0, chords - 1) }, (_, i): Vertex => {
    const angle = (sweep * (i + 1)) / chords;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    return [center[0] + c * from[0] - s * from[1], center[1] + s * from[0] + c * from[1]];
  });
}

/** Points per knot span of a spline. */
const SPLINE_STEPS = 8;

/** A clamped or open B-spline; null when knots, degree and control points do not belong together. */
export function splineVertices(
  degree: number,
  knots: readonly number[],
  controls: readonly Vertex[],
): Vertex[] | null {
  const last = controls.length;
  if (!(degree >= 1 && degree <= 10) || last <= degree || knots.length !== last + degree + 1) return null;
  const vertices: Vertex[] = [];
  for (let span = degree; span < last; span++) {
    const [from, to] = [knots[span]!, knots[span + 1]!];
    if (!(to > from)) continue;
    for (let i = vertices.length === 0 ? 0 : 1; i <= SPLINE_STEPS; i++) {
      vertices.push(deBoor(degree, knots, controls, span, from + ((to - from) * i) / SPLINE_STEPS));
    }
  }
  return vertices.length > 1 ? vertices : null;
}

function deBoor(
  degree: number,
  knots: readonly number[],
  controls: readonly Vertex[],
  span: number,
  t: number,
): Vertex {
  const points = controls.slice(span - degree, span + 1).map(([x, y]): [number, number] => [x, y]);
  for (let level = 1; level <= degree; level++) {
    for (let i = degree; i >= level; i--) {
      const low = knots[span - degree + i]!;
      const share = (t - low) / (knots[i + 1 + span - level]! - low);
      const [before, at] = [points[i - 1]!, points[i]!];
      points[i] = [before[0] + share * (at[0] - before[0]), before[1] + share * (at[1] - before[1])];
    }
  }
  return points[degree]!;
}
