// 合院: courtyards back to back in strips between east–west lanes, one lane across them.
import { building, inset, mid } from "./lots.mjs";
import { rectangle, setDown } from "./shapes.mjs";

const STRIP = 52;

export function courtyard({ lot, road }, random) {
  const [west, north, east, south] = inset(lot, 4);
  const strips = Math.max(1, Math.round((south - north) / STRIP));
  const pitch = (south - north) / strips;
  const tops = Array.from({ length: strips }, (_, strip) => north + strip * pitch);
  const lane = mid(west, east, random.between(0.35, 0.65));
  const buildings = tops.flatMap((top) =>
    [0.27, 0.73].flatMap((share) => row(west, east, top + pitch * share, pitch * 0.42, random)),
  );
  return {
    buildings: buildings.filter((one) => Math.abs(one.p - lane) > 13),
    paths: [
      ...tops.slice(1).map((q) => [
        [road[0], q],
        [road[2], q],
      ]),
      [
        [lane, road[1]],
        [lane, road[3]],
      ],
    ],
  };
}

function row(west, east, q, depth, random) {
  const courtyards = [];
  for (let p = west; p < east - 14; ) {
    const width = Math.min(random.between(17, 25), east - p);
    const middle = p + width / 2;
    const outer = setDown(rectangle(width - 1.5, depth - 1), middle, q);
    const court = setDown(rectangle(width * 0.42, depth * 0.42), middle, q).reverse();
    const lived = width > 13 && random.chance(0.9);
    if (lived) courtyards.push(building([outer, court], middle, q + depth * 0.36, 1, random.integer(4, 12)));
    p += width;
  }
  return courtyards;
}
