// 点式: towers in loose rows round a garden, inside a chamfered ring drive, with one to three gates.
import { building, inset, mid, WALL_INSET } from "./lots.mjs";
import { blob, setDown, towerShape } from "./shapes.mjs";

const [LEAST_HOUSEHOLDS, MOST_HOUSEHOLDS] = [72, 200];
const CHAMFER = 14;

export function tower({ lot, road }, random) {
  const buildings = standTowers(inset(lot, 14), random);
  const [w, n, e, s] = inset(lot, 9);
  const p = mid(w, e, random.between(0.4, 0.6));
  const paths = [
    ringDrive([w, n, e, s]),
    [
      [p, s],
      [p, road[3]],
    ],
  ];
  const gates = [[p, lot[3] - WALL_INSET]];
  if (random.chance(0.8)) {
    paths.push([
      [p + 6, n],
      [p + 6, road[1]],
    ]);
    gates.push([p + 6, lot[1] + WALL_INSET]);
  }
  if (random.chance(0.35)) {
    const q = mid(n, s, random.between(0.4, 0.6));
    paths.push([
      [e, q],
      [road[2], q],
    ]);
    gates.push([lot[2] - WALL_INSET, q]);
  }
  return { buildings, gardens: gardensOf([w, n, e, s]), paths, gates, gated: true };
}

function standTowers([west, north, east, south], random) {
  const columns = Math.max(1, Math.round((east - west) / 70));
  const rows = Math.max(1, Math.round((south - north) / 84));
  const [pitchP, pitchQ] = [(east - west) / columns, (south - north) / rows];
  const floors = random.pick([18, 24, 26, 28, 32]);
  const flats = random.pick([4, 4, 5, 6]);
  const lived = Math.round(floors * flats * random.between(0.8, 0.95));
  const households = Math.min(MOST_HOUSEHOLDS, Math.max(LEAST_HOUSEHOLDS, lived));
  return Array.from({ length: rows * columns }, (_, place) => {
    const row = Math.floor(place / columns);
    const shift = (row % 2 === 0 ? -1 : 1) * Math.min(9, pitchP * 0.1);
    const p = west + ((place % columns) + 0.5) * pitchP + shift;
    const q = north + (row + 0.5) * pitchQ + random.between(-5, 5);
    return building([setDown(towerShape(30, 22), p, q)], p, q, floors, households);
  });
}

const ringDrive = ([w, n, e, s]) => [
  [w + CHAMFER, n],
  [e - CHAMFER, n],
  [e, n + CHAMFER],
  [e, s - CHAMFER],
  [e - CHAMFER, s],
  [w + CHAMFER, s],
  [w, s - CHAMFER],
  [w, n + CHAMFER],
  [w + CHAMFER, n],
];

/** One lawn inside the ring drive, a rectangle with round corners (superellipse of degree 5). */
function gardensOf([w, n, e, s]) {
  const [p, q] = [(w + e) / 2, (n + s) / 2];
  const round = (angle) => (Math.abs(Math.cos(angle)) ** 5 + Math.abs(Math.sin(angle)) ** 5) ** -0.2;
  const lawn = blob((e - w) / 2 - 9, (s - n) / 2 - 9, 28, round);
  return [setDown(lawn, p, q)];
}
