// What is neither street nor home: river, stream, ponds; parks, verges, playgrounds, woods; schools, offices, malls,
// works. Gives drawing polygons (rings in ground metres) and the paths through parks and over the hill.
import { inset } from "./lots.mjs";
import { CELLS, COLS, KINDS, RIVER_LINE, STREAM_LINE, U, V } from "./plan.mjs";
import { randomFor } from "./random.mjs";
import { bentLine, bentRectangle, blob, rectangle, setDown } from "./shapes.mjs";

const RECIPES = {
  park,
  hill,
  fields: ponds,
  school,
  campus,
  office,
  mall,
  shops,
  public: publicBuilding,
  works,
};

/** Islet in the river: plan middle and half axes in metres. */
export const ISLET = { p: U[13] + 120, q: V[RIVER_LINE] - 4, rx: 95, ry: 21 };

export function makeNature(blocks) {
  const out = { water: waters(), green: verges(), buildings: [], paths: [] };
  for (const block of blocks) {
    const recipe = RECIPES[block.use];
    if (!recipe) continue;
    recipe(block, randomFor(`nature ${block.cell.c} ${block.cell.r} ${block.index}`), out);
  }
  out.buildings.push({
    kind: "火车站",
    name: "星河站",
    rings: [setDown(rectangle(38, 120), U[15] - 62, V[5] + 90)],
  });
  return out;
}

function waters() {
  const [left, right] = [U[0] - 420, U[COLS] + 420];
  const bank = KINDS.river.water;
  const half = KINDS.stream.water;
  const mouth = V[RIVER_LINE] - bank;
  const islet = setDown(
    blob(ISLET.rx, ISLET.ry, 24, (angle) => 1 - 0.12 * Math.sin(3 * angle) ** 2),
    ISLET.p,
    ISLET.q,
  ).reverse();
  const stream = [
    ...bentLine([
      [U[STREAM_LINE] - half, V[0] - 420],
      [U[STREAM_LINE] - half, mouth + 4],
    ]),
    ...bentLine([
      [U[STREAM_LINE] + half, mouth + 4],
      [U[STREAM_LINE] + half, V[0] - 420],
    ]),
  ];
  const river = bentRectangle([left, V[RIVER_LINE] - bank, right, V[RIVER_LINE] + bank], 40);
  return [
    { kind: "河流", name: "星河", rings: [river, islet] },
    { kind: "河流", name: "柳溪", rings: [stream] },
  ];
}

/** Green banks of the river and the stream, inside the district. */
function verges() {
  const green = [];
  for (const { c, r } of CELLS) {
    const north = r === RIVER_LINE - 1;
    if (north || r === RIVER_LINE) {
      const side = north ? -1 : 1;
      const [near, far] = [KINDS.river.water + 1, KINDS.river.side - 6].map(
        (off) => V[RIVER_LINE] + side * off,
      );
      green.push({
        kind: "滨水绿地",
        name: "",
        rings: [bentRectangle([U[c], Math.min(near, far), U[c + 1], Math.max(near, far)])],
      });
    }
    if (r < RIVER_LINE && (c === STREAM_LINE || c === STREAM_LINE - 1)) {
      const side = c === STREAM_LINE ? 1 : -1;
      const [near, far] = [KINDS.stream.water, KINDS.stream.side - 2].map(
        (off) => U[STREAM_LINE] + side * off,
      );
      green.push({
        kind: "滨水绿地",
        name: "",
        rings: [
          bentRectangle([
            Math.min(near, far),
            V[r],
            Math.max(near, far),
            V[r + 1] - (r === RIVER_LINE - 1 ? 60 : 0),
          ]),
        ],
      });
    }
  }
  return green;
}

function park({ lot, road }, random, out) {
  const [west, north, east, south] = lot;
  out.green.push({ kind: "公园", name: "", rings: [bentRectangle(inset(lot, 3))] });
  const [p, q] = [(west + east) / 2 + random.between(-20, 20), (north + south) / 2 + random.between(-20, 20)];
  const size = Math.min(east - west, south - north);
  if (size > 130) {
    out.water.push({
      kind: "湖塘",
      name: "",
      rings: [
        setDown(blob(size * 0.22, size * 0.15, 26, pondShore(random)), p, q, random.between(-0.6, 0.6)),
      ],
    });
  }
  const [a, b, c, d] = [
    [p, road[1]],
    [road[2], q],
    [p, road[3]],
    [road[0], q],
  ];
  const round = [
    [p, north + 22],
    [east - 22, q],
    [p, south - 22],
    [west + 22, q],
    [p, north + 22],
  ];
  out.paths.push(round, [a, round[0]], [round[1], b], [round[2], c], [d, round[3]]);
}

function hill({ lot, road }, random, out) {
  const [west, north, east, south] = lot;
  const [p, q] = [(west + east) / 2, (north + south) / 2];
  out.green.push({
    kind: "山林",
    name: "",
    rings: [setDown(blob((east - west) / 2, (south - north) / 2, 36, pondShore(random)), p, q)],
  });
  out.paths.push({
    steps: true,
    points: [
      [p - 30, road[3]],
      [p - 40, q + 60],
      [p + 20, q + 30],
      [p, q],
    ],
  });
}

function ponds({ lot }, random, out) {
  const [west, north, east, south] = inset(lot, 40);
  const [columns, rows] = [random.integer(2, 4), random.integer(2, 3)];
  const [w, h] = [(east - west) / columns, (south - north) / rows];
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      const [p, q] = [west + column * w, north + row * h];
      const bed = [p + 4, q + 4, p + w - 4, q + h - 4];
      if (random.chance(0.3)) out.water.push({ kind: "鱼塘", name: "", rings: [bentRectangle(bed, 200)] });
      else if (random.chance(0.75))
        out.green.push({ kind: "农田", name: "", rings: [bentRectangle(bed, 200)] });
    }
  }
}

function school({ lot }, random, out) {
  const [west, north, east, south] = inset(lot, 14);
  const [p, q] = [(west + east) / 2, (north + south) / 2];
  const width = Math.min(70, east - west - 10);
  out.green.push({
    kind: "操场",
    name: "",
    rings: [
      setDown(
        blob(width * 0.5, Math.min(30, (south - north) / 5), 20),
        p,
        south - Math.min(34, (south - north) / 4.5),
      ),
    ],
  });
  const kind = random.pick(["小学", "小学", "中学", "幼儿园"]);
  for (let i = 0; i < 3; i++) {
    const row = north + 10 + i * 26;
    if (row < q + 6) out.buildings.push({ kind, name: "", rings: [setDown(rectangle(width, 12), p, row)] });
  }
}

function campus({ lot }, random, out) {
  const [west, north, east, south] = inset(lot, 24);
  out.green.push({
    kind: "操场",
    name: "",
    rings: [setDown(blob(44, 88, 24), west + 52, (north + south) / 2)],
  });
  for (let q = north + 10; q < south - 10; q += 52) {
    for (let p = west + 140; p < east - 24; p += 84) {
      if (random.chance(0.85))
        out.buildings.push({
          kind: "院校",
          name: "",
          rings: [setDown(lShape(random.between(46, 64), random.between(22, 34), 12), p, q)],
        });
    }
  }
}

function office({ lot }, random, out) {
  scatter(lot, 78, 74, (p, q) => {
    const size = random.between(30, 44);
    out.buildings.push({
      kind: "写字楼",
      name: "",
      rings: [setDown(rectangle(size, random.between(26, 38)), p, q)],
    });
  });
}

function mall({ lot }, random, out) {
  const [west, north, east, south] = inset(lot, 16);
  const [w, h] = [east - west, south - north];
  out.buildings.push({
    kind: "商场",
    name: "",
    rings: [
      setDown(
        lShape(Math.min(w, 150), Math.min(h * 0.62, 130), Math.min(h * 0.35, 60)),
        (west + east) / 2,
        north + h * 0.4,
      ),
    ],
  });
  out.buildings.push({
    kind: "写字楼",
    name: "",
    rings: [setDown(rectangle(36, 34), west + w * random.between(0.3, 0.7), south - 24)],
  });
}

function shops({ lot }, random, out) {
  const [west, north, east, south] = inset(lot, 12);
  const row = (q, from, to) => {
    for (let p = from; p < to - 20; ) {
      const width = Math.min(random.between(24, 52), to - p);
      out.buildings.push({
        kind: "商业",
        name: "",
        rings: [setDown(rectangle(width - 4, 16), p + width / 2, q)],
      });
      p += width;
    }
  };
  row(south - 8, west, east);
  if (random.chance(0.6)) row(north + 8, west, east);
  out.buildings.push({
    kind: "商业",
    name: "",
    rings: [
      setDown(
        rectangle(Math.min(70, (east - west) * 0.6), Math.min(46, (south - north) * 0.4)),
        (west + east) / 2,
        (north + south) / 2,
      ),
    ],
  });
}

function publicBuilding({ lot }, random, out) {
  const [west, north, east, south] = inset(lot, 16);
  const kind = random.pick(["医院", "文化馆", "农贸市场", "机关"]);
  const [w, h] = [east - west, south - north];
  out.green.push({ kind: "绿地", name: "", rings: [bentRectangle([west, south - h * 0.3, east, south])] });
  out.buildings.push({
    kind,
    name: "",
    rings: [
      setDown(lShape(Math.min(w * 0.8, 90), Math.min(h * 0.5, 70), 18), (west + east) / 2, north + h * 0.3),
    ],
  });
}

function works({ lot }, random, out) {
  scatter(lot, 96, 58, (p, q) => {
    if (random.chance(0.86))
      out.buildings.push({
        kind: "厂房",
        name: "",
        rings: [setDown(rectangle(random.between(58, 84), random.between(24, 40)), p, q)],
      });
  });
}

/** Calls `put` on a regular grid of middles that fits the lot. */
function scatter(lot, stepP, stepQ, put) {
  const [west, north, east, south] = inset(lot, 8);
  const columns = Math.max(1, Math.floor((east - west) / stepP));
  const rows = Math.max(1, Math.floor((south - north) / stepQ));
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      put(west + ((column + 0.5) * (east - west)) / columns, north + ((row + 0.5) * (south - north)) / rows);
    }
  }
}

/** An L of `width` × `depth` with wings `wing` metres deep. */
const lShape = (width, depth, wing) => {
  const [a, b] = [width / 2, depth / 2];
  return [
    [-a, -b],
    [-a + wing, -b],
    [-a + wing, b - wing],
    [a, b - wing],
    [a, b],
    [-a, b],
  ];
};

/** A shore without corners: two or three soft bays. */
function pondShore(random) {
  const [a, b] = [random.between(0, 6.28), random.between(0, 6.28)];
  return (angle) => 0.84 + 0.11 * Math.sin(2 * angle + a) + 0.06 * Math.sin(3 * angle + b);
}
