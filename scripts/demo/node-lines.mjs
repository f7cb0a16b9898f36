// Nodes plan polylines: wherever an end of one lies on another, or two cross at the same level, both get a vertex
// there and are cut, so that the file has one row per stretch between junctions. Bridges and underpasses are only met
// at their ends. Segments are found through a hash of 100 m squares.

const NEAR = 0.05;
const SQUARE = 100;
/** Plan metres; what is shorter would round to one point. */
const SHORTEST = 0.3;

/** @returns the lines cut into stretches, each with its own `points`. */
export function nodeLines(lines) {
  const segments = lines.flatMap((line, owner) =>
    line.points.slice(1).map((b, at) => ({ owner, at, a: line.points[at], b, level: line.layer, cuts: [] })),
  );
  const squares = hashSegments(segments);
  for (const line of lines) {
    for (const end of [line.points[0], line.points.at(-1)]) cutAtPoint(squares, end);
  }
  for (const list of squares.values()) cutAtCrossings(list);
  const ofLine = lines.map(() => []);
  for (const segment of segments) ofLine[segment.owner].push(segment);
  const ends = new Set(lines.flatMap(({ points }) => [keyOf(points[0]), keyOf(points.at(-1))]));
  return lines.flatMap((line, owner) => stretches(line, ofLine[owner], ends));
}

function hashSegments(segments) {
  const squares = new Map();
  for (const segment of segments) {
    const [x0, x1] = [segment.a[0], segment.b[0]].sort((a, b) => a - b);
    const [y0, y1] = [segment.a[1], segment.b[1]].sort((a, b) => a - b);
    for (let x = Math.floor((x0 - 1) / SQUARE); x <= Math.floor((x1 + 1) / SQUARE); x++) {
      for (let y = Math.floor((y0 - 1) / SQUARE); y <= Math.floor((y1 + 1) / SQUARE); y++) {
        const key = `${x} ${y}`;
        if (!squares.has(key)) squares.set(key, []);
        squares.get(key).push(segment);
      }
    }
  }
  return squares;
}

function cutAtPoint(squares, point) {
  const key = `${Math.floor(point[0] / SQUARE)} ${Math.floor(point[1] / SQUARE)}`;
  for (const segment of squares.get(key) ?? []) {
    const t = shareAlong(segment, point);
    if (segment.level === 0 && t !== null) segment.cuts.push({ t, point });
  }
}

/** Share of the segment at which the point lies on its inside, null when it does not. */
function shareAlong({ a, b }, point) {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.hypot(dx, dy);
  const t = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length ** 2;
  const off = Math.abs((point[0] - a[0]) * dy - (point[1] - a[1]) * dx) / length;
  return off < NEAR && t * length > NEAR && (1 - t) * length > NEAR ? t : null;
}

function cutAtCrossings(list) {
  for (let i = 0; i < list.length; i++) {
    for (let k = i + 1; k < list.length; k++) {
      const [one, two] = [list[i], list[k]];
      if (one.owner === two.owner || one.level !== two.level) continue;
      const shares = crossing(one, two);
      if (shares === null) continue;
      const point = [
        one.a[0] + shares[0] * (one.b[0] - one.a[0]),
        one.a[1] + shares[0] * (one.b[1] - one.a[1]),
      ];
      one.cuts.push({ t: shares[0], point });
      two.cuts.push({ t: shares[1], point });
    }
  }
}

/** Shares along both segments where they properly cross, null when they do not. */
function crossing(one, two) {
  const [ux, uy] = [one.b[0] - one.a[0], one.b[1] - one.a[1]];
  const [vx, vy] = [two.b[0] - two.a[0], two.b[1] - two.a[1]];
  const cross = ux * vy - uy * vx;
  if (Math.abs(cross) < 1e-9) return null;
  const [wx, wy] = [two.a[0] - one.a[0], two.a[1] - one.a[1]];
  const s = (wx * vy - wy * vx) / cross;
  const t = (wx * uy - wy * ux) / cross;
  const inside = (share, dx, dy) =>
    share * Math.hypot(dx, dy) > NEAR && (1 - share) * Math.hypot(dx, dy) > NEAR;
  return inside(s, ux, uy) && inside(t, vx, vy) ? [s, t] : null;
}

/** Cut at every crossing, and at vertices where another line ends. */
function stretches(line, segments, ends) {
  const done = [];
  let points = [line.points[0]];
  const close = () => {
    if (points.length > 2 || length(points) > SHORTEST) done.push({ ...line, points });
    points = [points.at(-1)];
  };
  for (const segment of segments) {
    let last = -1;
    for (const cut of segment.cuts.sort((a, b) => a.t - b.t)) {
      if (cut.t - last < 1e-6) continue;
      last = cut.t;
      points.push(cut.point);
      close();
    }
    points.push(segment.b);
    if (ends.has(keyOf(segment.b))) close();
  }
  close();
  return done;
}

const length = (points) =>
  points.length < 2 ? 0 : Math.hypot(points[1][0] - points[0][0], points[1][1] - points[0][1]);

const keyOf = ([p, q]) => `${p.toFixed(2)} ${q.toFixed(2)}`;
