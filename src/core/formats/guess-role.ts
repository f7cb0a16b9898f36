// What a file is for, from its name, its geometry and its columns: points are given for each sign that fits
// and the most points win. A geometry that a role cannot use rules the role out, and ground of several hectares is no
// centre; without any sign there is no guess.

import type { LayerRole } from "../model/index.ts";
import { LAYER_ROLES } from "../model/index.ts";
import type { FeatureTable } from "./feature-table.ts";
import { normalHeader, ROLE_WORDS } from "./field-words.ts";
import { guessFields } from "./guess-fields.ts";
import type { FieldName } from "./import-types.ts";
import { usualArea } from "./own-area.ts";
import type { ShapeKind } from "./read-shape.ts";
import { textOf } from "./text-of.ts";

/** Geometry each role can use; polygons stand for a point inside them where points are wanted. */
export const ROLE_SHAPES: Readonly<Record<LayerRole, readonly ShapeKind[]>> = {
  residences: ["point", "polygon"],
  centers: ["point", "polygon"],
  network: ["line"],
  barriers: ["line", "polygon"],
  gates: ["point", "polygon"],
  communities: ["polygon"],
  subdistricts: ["polygon"],
  grids: ["polygon"],
  water: ["polygon"],
  green: ["polygon"],
  buildings: ["polygon"],
  candidates: ["point", "polygon"],
  departments: ["polygon"],
  transit: ["point", "polygon"],
  exercise: ["point", "polygon"],
  renewal: ["polygon"],
};

export interface RoleGuess {
  readonly role: LayerRole;
  readonly score: number;
}

/** Possible roles, best first; empty when nothing speaks for any. */
export function guessRoles(table: FeatureTable): RoleGuess[] {
  const kind = commonKind(table);
  const names = namesOf(table);
  const isGround = kind === "polygon" && usualArea(table) > LARGEST_CENTER;
  const place = isGround ? placeOf(table) : null;
  const said = wordsOf(table);
  return LAYER_ROLES.filter((role) => kind !== null && ROLE_SHAPES[role].includes(kind))
    .filter((role) => !isGround || !ROOMS.has(role))
    .map((role): RoleGuess => {
      const score =
        nameScore(names, role) +
        fieldScore(table, role, kind!) +
        (role === place ? 3 : 0) +
        (ROLE_WORDS[role]?.test(said) === true ? 3 : 0);
      return { role, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
}

/**
 * Parts of names, most telling first: a hit on the first pattern gives 6 points, on the second 3; the name of a file
 * whose layers have names of their own counts half.
 */
const NAMES: Readonly<Record<LayerRole, readonly [RegExp, RegExp?]>> = {
  residences: [/residen|household|居民楼|住宅|楼栋|住户|户数/, /block|hdb|小区|compound|dwelling|房屋/],
  centers: [/cent(?:er|re)s?(?![a-z])|党群|服务中心|服务站/, /club|station|中心|阵地/],
  network: [/network|路网|步行网/, /road|path|walk|street|highway|道路|小路|步道/],
  barriers: [/barrier|阻隔|障碍/, /wall|railway|rail|围墙|铁路/],
  gates: [/gates?(?![a-z])|出入口|大门/],
  communities: [/communities|社区(?!党群|服务)|居委/, /subzone|community(?!.?(?:club|cent))/],
  subdistricts: [/subdistrict|街道(?!党群|服务)|镇街/],
  grids: [/grids?(?![a-z])|(?<!城管|城市管理|警务|公安|综治|消防|应急|环保|监管|部门|条线|单元|责任)网格/],
  water: [/water|river|lake|水系|水体|河/],
  green: [/green|parks?(?![a-z])|绿地|公园/],
  buildings: [/buildings|建筑/, /building|footprint|outline/],
  candidates: [/candidate|候选|备选|选址点/, /闲置|vacant|可用房|共享用房|rooms?(?![a-z])/],
  departments: [
    /departments?(?![a-z])|部门|条线|警务|城管|综治|(?:单元|责任|消防|应急|环保|监管)网格/,
    /police/,
  ],
  transit: [/transit|bus.?stop|公交|地铁|轨道站/, /stops?(?![a-z])|metro|subway|车站/],
  exercise: [/exercise|fitness|晨晚练|晨练|健身|锻炼/],
  renewal: [/renewal|城市更新|更新(?:范围|片区|单元|区域|项目)|旧改|棚改/],
};

/** Places that are a room or a lot. */
const ROOMS: ReadonlySet<LayerRole> = new Set(["centers", "candidates", "transit"]);
/** Square metres of ground: no service centre's lot is larger, few communities are smaller. */
const LARGEST_CENTER = 50_000;

/** Headers that name the smallest kind of place that ground is divided into. */
const PLACES: readonly (readonly [LayerRole, RegExp])[] = [
  ["communities", /^(?:vill(?:age|name|code|ageid|agename)?|村|里|社区|居委会?|村社区)(?:名称?|代码|编码)?$/],
  ["subdistricts", /^(?:town(?:ship)?(?:name|id|code)?|乡镇|镇街|街道|乡|镇)(?:名称?|代码|编码)?$/],
];

/** null when the headers name no place, or the compounds of a layer of homes. */
function placeOf(table: FeatureTable): LayerRole | null {
  if (guessFields(table, "residences").compound !== undefined) return null;
  const headers = table.columns.map(normalHeader);
  return PLACES.find(([, words]) => headers.some((header) => words.test(header)))?.[0] ?? null;
}

/** Fields that speak for a role by their presence, and how much. */
const TELLING: Readonly<Partial<Record<LayerRole, Readonly<Partial<Record<FieldName, number>>>>>> = {
  residences: { households: 2, compound: 2 },
  centers: { area: 2, level: 2 },
  network: { class: 2, bridge: 2 },
  gates: { compound: 2, open: 2 },
  communities: { parent: 2 },
  grids: { partyOrgs: 2, gridWorkers: 2 },
  candidates: { cost: 4 },
  departments: { department: 3 },
};

/** What the layer is called, most telling first: its own name, then that of its file. */
function namesOf({ file, layer }: FeatureTable): string[] {
  const own = layer !== "" && file.endsWith(`#${layer}`) ? file.slice(0, -layer.length - 1) : file;
  const stem = own.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, "");
  return [layer, stem].map((name) => name.toLowerCase());
}

function nameScore(names: readonly string[], role: LayerRole): number {
  const [first, second] = NAMES[role];
  const scores = names.map((name) => (first.test(name) ? 6 : second?.test(name) === true ? 3 : 0));
  const [own = 0, around = 0] = scores;
  return own > 0 ? own : names[0] === "" ? around : around / 2;
}

function fieldScore(table: FeatureTable, role: LayerRole, kind: ShapeKind): number {
  const fields = guessFields(table, role);
  const telling = Object.entries(TELLING[role] ?? {}) as [FieldName, number][];
  const score = telling.reduce((sum, [field, points]) => sum + (fields[field] === undefined ? 0 : points), 0);
  return role === "network" && score === 0 && kind === "line" ? 1 : score;
}

/** Headers, and what the first rows say of their kind. */
function wordsOf(table: FeatureTable): string {
  const { kind } = guessFields(table, "candidates");
  const kinds = kind === undefined ? [] : table.rows.slice(0, 20).map((row) => textOf(row.properties[kind]));
  return [...table.columns, ...new Set(kinds)].map(normalHeader).join(" ");
}

const KINDS: Readonly<Record<string, ShapeKind>> = {
  Point: "point",
  MultiPoint: "point",
  LineString: "line",
  MultiLineString: "line",
  Polygon: "polygon",
  MultiPolygon: "polygon",
};

/** The commonest geometry among the first rows; points when the file has coordinate columns instead. */
function commonKind(table: FeatureTable): ShapeKind | null {
  const counts: Record<ShapeKind, number> = { point: 0, line: 0, polygon: 0 };
  for (const { geometry } of table.rows.slice(0, 200)) {
    const type = typeof geometry === "object" && geometry !== null && "type" in geometry ? geometry.type : "";
    const kind = KINDS[String(type)];
    if (kind !== undefined) counts[kind]++;
  }
  const best = (["point", "line", "polygon"] as const).reduce((a, b) => (counts[b] > counts[a] ? b : a));
  if (counts[best] > 0) return best;
  const { lon, lat } = guessFields(table, "residences");
  return lon !== undefined && lat !== undefined ? "point" : null;
}
