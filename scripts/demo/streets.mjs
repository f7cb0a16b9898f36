// Public streets and barriers along the lattice lines. A barrier line (river, stream, railway, ring road) has a road on
// each side; a street crosses it only where CROSSINGS says so, on a bridge, a footbridge or through an underpass.
// Lines are plan polylines { points, name, grade, bridge, tunnel, layer }.
import {
  COLS,
  cellAt,
  KINDS,
  kindU,
  kindV,
  RAIL_LINE,
  RIVER_LINE,
  ROWS,
  STREAM_LINE,
  U,
  V,
} from "./plan.mjs";
import { randomFor } from "./random.mjs";

const GRADES = {
  arterial: "主干路",
  collector: "次干路",
  edge: "支路",
  river: "次干路",
  stream: "步行道",
  rail: "支路",
  ring: "支路",
};
const ALONG = [
  "望北路",
  "拾光路",
  "",
  "栖霞路",
  "银汉大道",
  "书香路",
  "星河大道",
  "文澜路",
  "古渡街",
  "",
  "芦汀路",
  "采莲路",
  "澄湖大道",
  "稻香路",
  "南圃路",
];
const ACROSS = [
  "西郊路",
  "石榴路",
  "环城西路",
  "枫林路",
  "揽月路",
  "青石路",
  "摇光大道",
  "溪畔路",
  "天枢大道",
  "钟鼓路",
  "北辰大道",
  "海棠路",
  "开阳路",
  "梧桐路",
  "玉衡大道",
  "站前路",
  "月台路",
  "紫藤路",
  "东湖大道",
  "桂香路",
  "东郊路",
];
const SIDE_NAMES = { river: "滨河路", stream: "溪畔绿道", rail: "铁道沿线路", ring: "环城辅路" };

/** Which lattice lines pass a barrier, and how: barrier → way over → numbers of the crossing lines. */
const CROSSINGS = {
  river: { bridge: [4, 8, 12, 18], footbridge: [10] },
  stream: { bridge: [0, 4, 6, 8, 14], footbridge: [1, 3, 5] },
  rail: { underpass: [0, 4, 6, 8, 12, 14], footbridge: [5] },
  ring: { underpass: [4, 6, 8, 10, 12, 14, 16, 18], footbridge: [5, 7, 13] },
};
const WAYS = {
  bridge: { grade: null, bridge: "yes", layer: 1 },
  footbridge: { grade: "人行天桥", bridge: "yes", layer: 1 },
  underpass: { grade: null, tunnel: "yes", layer: -1 },
};
const QUIET_USES = "HPIK";

export function makeStreets() {
  const lines = [];
  for (let j = 0; j <= ROWS; j++) for (let c = 0; c < COLS; c++) lines.push(...stretch(HORIZONTAL, j, c));
  for (let i = 0; i <= COLS; i++) for (let r = 0; r < ROWS; r++) lines.push(...stretch(VERTICAL, i, r));
  return lines;
}

/** Plan polylines of what cannot be walked through, with the words a user's file has for them. */
export function makeBarriers() {
  const [left, right, top, bottom] = [U[0] - 150, U[COLS] + 150, V[0] - 150, V[ROWS] + 150];
  const bank = KINDS.river.water;
  const ring = [
    [right, V[2]],
    [U[2] + 90, V[2]],
    [U[2] + 44, V[2] + 14],
    [U[2] + 14, V[2] + 44],
    [U[2], V[2] + 90],
    [U[2], bottom],
  ];
  return [
    {
      type: "河流",
      name: "星河北岸",
      points: [
        [left, V[RIVER_LINE] - bank],
        [right, V[RIVER_LINE] - bank],
      ],
    },
    {
      type: "河流",
      name: "星河南岸",
      points: [
        [left, V[RIVER_LINE] + bank],
        [right, V[RIVER_LINE] + bank],
      ],
    },
    {
      type: "河流",
      name: "柳溪",
      points: [
        [U[STREAM_LINE], top],
        [U[STREAM_LINE], V[RIVER_LINE] - bank],
      ],
    },
    {
      type: "铁路",
      name: "星南铁路",
      points: [
        [U[RAIL_LINE], top],
        [U[RAIL_LINE], bottom],
      ],
    },
    { type: "快速路", name: "环城快速路", points: ring },
  ];
}

// One description of streets serves both directions: `line` numbers the street, `step` the cell along it.
const HORIZONTAL = {
  kind: (line, step) => kindV(line, step),
  /** Kind of the crossing line `i`, seen from the side (-1 north/west, 0 both, 1 south/east) of street `line`. */
  across: (line, i, side) => strongest(sides(line, side).map((r) => kindU(i, r))),
  cell: (line, step, side) => cellAt(step, side < 0 ? line - 1 : line),
  along: U,
  at: V,
  point: (along, at) => [along, at],
  names: ALONG,
};
const VERTICAL = {
  kind: (line, step) => kindU(line, step),
  across: (line, j, side) => strongest(sides(line, side).map((c) => kindV(j, c))),
  cell: (line, step, side) => cellAt(side < 0 ? line - 1 : line, step),
  along: V,
  at: U,
  point: (along, at) => [at, along],
  names: ACROSS,
};

const sides = (line, side) => (side === 0 ? [line - 1, line] : [side < 0 ? line - 1 : line]);
const isBarrier = (kind) => KINDS[kind].side > 0;
const strongest = (kinds) => kinds.find(isBarrier) ?? kinds[0];

function stretch(way, line, step) {
  const kind = way.kind(line, step);
  const barrier = isBarrier(kind);
  const lines = [];
  for (const side of barrier ? [-1, 1] : [0]) {
    const cells =
      side === 0 ? [way.cell(line, step, -1), way.cell(line, step, 1)] : [way.cell(line, step, side)];
    if (cells.every((cell) => cell === null)) continue;
    if (kind === "collector" && isQuiet(cells, line, step)) continue;
    lines.push(...piecesOf(way, line, step, side, kind));
  }
  return lines;
}

function piecesOf(way, line, step, side, kind) {
  const at = way.at[line] + side * KINDS[kind].side;
  const from = KINDS[way.across(line, step, side)].side;
  const nextKind = way.across(line, step + 1, side);
  const to = KINDS[nextKind].side;
  const base = { name: isBarrier(kind) ? SIDE_NAMES[kind] : way.names[line], grade: GRADES[kind], layer: 0 };
  const run = (a, b) => [way.point(a, at), way.point(b, at)];
  const lines = [{ ...base, points: run(way.along[step] + from, way.along[step + 1] - to) }];
  const next = to > 0 ? passing(kind, nextKind, line) : null;
  if (next !== null && crossesInside(way, line, step, side)) {
    const { grade, ...rest } = WAYS[next];
    const name = `${base.name}${next === "footbridge" ? "人行桥" : next === "bridge" ? "桥" : "下穿道"}`;
    const middle = way.along[step + 1];
    lines.push({ ...base, ...rest, grade: grade ?? base.grade, name, points: run(middle - to, middle + to) });
  }
  return lines;
}

/** How a street of `kind` passes the barrier, null when it does not. */
function passing(kind, barrier, line) {
  if (kind === "river") return barrier === "stream" ? "bridge" : barrier === "rail" ? "underpass" : null;
  if (kind === "ring") return barrier === "stream" ? "bridge" : null;
  if (isBarrier(kind)) return null;
  for (const [way, numbers] of Object.entries(CROSSINGS[barrier])) if (numbers.includes(line)) return way;
  return null;
}

const crossesInside = (way, line, step, side) =>
  (side === 0 ? [-1, 1] : [side]).some((s) => way.cell(line, step, s) && way.cell(line, step + 1, s));

/** Collectors end at fields, hills, parks and works: not every block there has a street around it. */
function isQuiet(cells, line, step) {
  const quiet = cells.every((cell) => cell !== null && QUIET_USES.includes(cell.use));
  return quiet && randomFor(`quiet ${line} ${step} ${cells[0].c}`).chance(0.7);
}
