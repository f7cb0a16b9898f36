// Layers for later work: candidate sites with area and cost, exercise points, bus stops, and the nets that two other
// departments keep (police beats of two or three grids, the city management's square unit grids).
import { createDissolver } from "./areas.mjs";
import { sum } from "./grids.mjs";
import { codedGrids } from "./layers.mjs";
import { COLS, cellAt, ROWS, U, V } from "./plan.mjs";
import { randomFor } from "./random.mjs";
import { warp } from "./warp.mjs";
import { area, point } from "./write.mjs";

/** Kinds of candidate: area in m², cost in 10,000 yuan per m². */
const CANDIDATE_KINDS = {
  新建: { area: [600, 1200], cost: [0.48, 0.62] },
  闲置用房: { area: [240, 720], cost: [0.12, 0.22] },
  共享用房: { area: [180, 500], cost: [0.04, 0.09] },
  小区配套移交: { area: [200, 600], cost: [0.08, 0.16] },
  更新项目: { area: [400, 1000], cost: [0.3, 0.45] },
};
/** Communities in want get two candidates each, some others one. */
const IN_WANT = new Set([..."AEdmcklsRHo"]);

export function candidateFeatures({ blocks, communities }) {
  const random = randomFor("candidates");
  const features = [];
  for (const { letter, name, code } of communities) {
    const sites = blocks.filter(
      ({ community, use }) => community === letter && use !== "fields" && use !== "hill",
    );
    const count = IN_WANT.has(letter) ? 2 : random.chance(0.25) ? 1 : 0;
    for (let i = 0; i < count; i++) {
      const [west, , , south] = random.pick(sites).lot;
      const kind = random.pick(Object.keys(CANDIDATE_KINDS));
      const area = Math.round(random.between(...CANDIDATE_KINDS[kind].area) / 10) * 10;
      const cost = Math.round(area * random.between(...CANDIDATE_KINDS[kind].cost));
      features.push(
        point(warp(west + 9, south - 9), {
          候选点编号: `HX${String(features.length + 1).padStart(2, "0")}`,
          名称: `${name.replace("社区", "")}${kind}点`,
          类型: kind,
          "可用面积（㎡）": area,
          "费用（万元）": cost,
          所属社区: code,
        }),
      );
    }
  }
  return features;
}

export function exerciseFeatures({ blocks, compounds }) {
  const random = randomFor("exercise");
  const parks = blocks
    .filter(({ use }) => use === "park")
    .map((block) => ({ rect: block.lot, kind: "公园晨晚练点", area: 600 }));
  const yards = compounds
    .filter(({ use, gardens }) => use === "slab" && gardens.length > 0 && random.chance(0.3))
    .map(({ block }) => ({ rect: block.lot, kind: "小区健身点", area: 150 }));
  return [...parks, ...yards].map(({ rect: [w, n, e, s], kind, area }, i) =>
    point(warp((w + e) / 2, n + (s - n) * 0.3), {
      编号: `JS${String(i + 1).padStart(3, "0")}`,
      类型: kind,
      "面积（㎡）": Math.round(area * random.between(0.6, 1.6)),
    }),
  );
}

/** Bus stops on both sides of the arterials, a little off the crossings. */
export function stopFeatures() {
  const random = randomFor("stops");
  const features = [];
  for (let i = 0; i < COLS; i++) {
    for (let j = 2; j < ROWS; j += 2) {
      if (cellAt(i, j) === null || cellAt(i, j - 1) === null || !random.chance(0.62)) continue;
      const p = (U[i] + U[i + 1]) / 2 + random.between(-60, 60);
      for (const side of [-14, 14]) {
        features.push(
          point(warp(p + side * 2, V[j] + side), {
            编号: `GJ${String(features.length + 1).padStart(3, "0")}`,
            名称: `第${i + 1}${"东西"[side < 0 ? 0 : 1]}${j / 2}站`,
            线路数: random.integer(1, 6),
          }),
        );
      }
    }
  }
  return features;
}

/** Police beats: two or three neighbouring grids of a community together. */
export function policeFeatures(town) {
  const coded = codedGrids(town);
  const dissolve = dissolverOf(town);
  return town.communities.flatMap(({ letter, name, code }) => {
    const grids = coded.filter(({ grid }) => grid.community === letter).map(({ grid }) => grid);
    const beats = [];
    for (let i = 0; i < grids.length; i += 2)
      beats.push(grids.slice(i, grids.length - i === 3 ? i + 3 : i + 2));
    if (grids.length % 2 === 1 && beats.length > 1) beats.pop();
    return beats.map((list, i) =>
      area(dissolve(list.flatMap((grid) => grid.pieces.map(({ rect }) => rect))), {
        警务区编号: `${code}J${i + 1}`,
        警务区名称: `${name.replace("社区", "")}第${i + 1}警务区`,
        户数: list.reduce((total, grid) => total + sum(grid.pieces), 0),
      }),
    );
  });
}

/** City management's unit grids: two by two cells, whatever the community. */
export function urbanFeatures(town) {
  const dissolve = dissolverOf(town);
  const units = new Map();
  for (const block of town.blocks) {
    const key = `${Math.floor(block.cell.r / 2)}-${Math.floor(block.cell.c / 2)}`;
    if (!units.has(key)) units.set(key, []);
    units.get(key).push(block.territory);
  }
  return [...units.values()].map((rects, i) =>
    area(dissolve(rects), { 单元网格编号: `CG${String(i + 1).padStart(3, "0")}`, 主管: "城市管理" }),
  );
}

const dissolverOf = ({ blocks, grids }) =>
  createDissolver([
    ...blocks.map((block) => block.territory),
    ...grids.flatMap((grid) => grid.pieces.map(({ rect }) => rect)),
  ]);
