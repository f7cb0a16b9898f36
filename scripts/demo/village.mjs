// An urban village: the block is halved again and again by slightly crooked lanes until the pieces are about 1,300 m²,
// then each piece is halved on without lanes into house lots. Plan metres throughout.

const LANE_AREA = 1900;
const LOT_AREA = 400;

/**
 * @param street rectangle up to the middle of the streets around, so that lanes end on them
 * @param bounds rectangle that houses stay within
 * @returns {{ lots: number[][][], lanes: number[][][] }} house lots as four corners, lanes as two points
 */
export function villageLots([west, north, east, south], bounds, random) {
  const lanes = [];
  const pieces = halve(
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ],
    LANE_AREA,
    random,
    lanes,
  );
  const lots = pieces
    .flatMap((piece) => halve(within(shrink(piece, 2.2), bounds), LOT_AREA, random, []))
    .filter((lot) => area(lot) > 90 && random.chance(0.94))
    .map((lot) => shrink(lot, random.between(0.9, 1.8)));
  return { lots, lanes };
}

function halve(quad, limit, random, lanes) {
  if (area(quad) < limit) return [quad];
  const [a, b, c, d] = quad;
  const long = distance(a, b) + distance(c, d) > distance(b, c) + distance(d, a);
  const [s, t] = [random.between(0.4, 0.6), random.between(-0.05, 0.05)];
  const one = long ? lerp(a, b, s) : lerp(b, c, s);
  const two = long ? lerp(d, c, s + t) : lerp(a, d, s + t);
  lanes.push([one, two]);
  const halves = long
    ? [
        [a, one, two, d],
        [one, b, c, two],
      ]
    : [
        [a, b, one, two],
        [two, one, c, d],
      ];
  return halves.flatMap((half) => halve(half, limit, random, lanes));
}

/** Moves every corner towards the middle by about `metres` in both directions. */
function shrink(quad, metres) {
  const middle = [0, 1].map((axis) => quad.reduce((sum, corner) => sum + corner[axis], 0) / 4);
  return quad.map((corner) =>
    corner.map((value, axis) => {
      const off = value - middle[axis];
      return value - Math.sign(off) * Math.min(metres, Math.abs(off) / 2);
    }),
  );
}

const within = (quad, [west, north, east, south]) =>
  quad.map(([p, q]) => [Math.min(east, Math.max(west, p)), Math.min(south, Math.max(north, q))]);

const area = (quad) =>
  Math.abs(
    quad.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = quad[(i + 1) % 4];
      return sum + x * nextY - nextX * y;
    }, 0) / 2,
  );
const distance = (a, b) => Math.hypot(b[0] - a[0], b[1] - a[1]);
const lerp = (a, b, share) => [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
