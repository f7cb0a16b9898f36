// Headers, units and words for codes of exported tables, in each language.

import { FIGURE_UNITS, FLAGS, PLACE_KINDS, VERDICTS } from "../core/assess/index.ts";
import type { ExportWords, TableUnit, TableWord } from "../core/formats/index.ts";
import {
  BARRIER_CLASSES,
  CENTER_LEVELS,
  GRID_KINDS,
  type GridKind,
  ROAD_CLASSES,
} from "../core/model/index.ts";
import { FORCES, METRIC_IDS } from "../core/standards/index.ts";
import { flagLabel, forceLabel, metricLabel, placeKindLabel, verdictLabel } from "./findings.ts";
import type { Language } from "./language.ts";
import { VOCABULARIES } from "./vocabularies.ts";

export function exportWords(language: Language): ExportWords {
  const column = language === "en" ? 1 : 0;
  const pick = <K extends string>(words: Readonly<Record<K, Both>>): Record<K, string> =>
    Object.fromEntries(Object.entries<Both>(words).map(([key, both]) => [key, both[column]])) as Record<
      K,
      string
    >;
  const labels = <C extends string>(
    list: string,
    all: readonly C[],
    label: (code: C, language: Language) => string,
  ) => all.map((code) => [`${list}.${code}`, label(code, language)] as const);
  const values = Object.fromEntries([
    ...labels("flag", FLAGS, flagLabel),
    ...labels("verdict", VERDICTS, verdictLabel),
    ...labels("metric", METRIC_IDS, metricLabel),
    ...labels("force", FORCES, forceLabel),
    ...labels("place", PLACE_KINDS, placeKindLabel),
    ...labels("level", CENTER_LEVELS, (level) => VOCABULARIES["levels"]![language][level] ?? level),
    ...labels("class", ROAD_CLASSES, (code) => CLASSES[code][column]),
    ...labels("class", BARRIER_CLASSES, (code) => CLASSES[code][column]),
    ...labels("gridKind", GRID_KINDS, (kind) => KINDS[kind][column]),
    ...labels("unit", FIGURE_UNITS, (code) => FIGURES[code][column]),
  ]);
  return { names: pick(NAMES), units: pick(UNITS), values };
}

/** Chinese, English. */
type Both = readonly [string, string];

const KINDS: Readonly<Record<GridKind, Both>> = {
  base: ["一般网格", "ordinary"],
  officeBuilding: ["专属网格：楼宇", "exclusive: office building"],
  businessDistrict: ["专属网格：商圈", "exclusive: business district"],
  market: ["专属网格：市场", "exclusive: market"],
  businessPark: ["专属网格：园区", "exclusive: business park"],
  campus: ["专属网格：校区", "exclusive: campus"],
  exclusive: ["专属网格：其他", "exclusive: other"],
};

const NAMES: Readonly<Record<TableWord, Both>> = {
  residences: ["住宅", "residences"],
  footprints: ["住宅轮廓", "residence footprints"],
  centers: ["党群服务中心", "service centres"],
  network: ["路网", "paths"],
  barriers: ["阻隔", "barriers"],
  gates: ["小区出入口", "gates"],
  communities: ["社区", "communities"],
  subdistricts: ["街道", "subdistricts"],
  grids: ["网格", "grids"],
  water: ["水面", "water"],
  green: ["绿地", "green"],
  buildings: ["其他建筑", "other buildings"],
  candidates: ["候选点", "candidates"],
  gridWorkers: ["专职网格员", "gridWorkers"],
  gridChiefs: ["网格长", "gridChiefs"],
  partyBranches: ["党支部", "partyBranches"],
  partyGroups: ["党小组", "partyGroups"],
  partyOrgs: ["党组织", "partyOrgs"],
  departments: ["部门网格", "department grids"],
  transit: ["公交站", "transit stops"],
  exercise: ["晨晚练点", "exercise points"],
  renewal: ["城市更新范围", "renewal areas"],
  serviceAreas: ["服务圈", "service areas"],
  findings: ["评估结论", "findings"],
  id: ["编号", "id"],
  name: ["名称", "name"],
  compound: ["小区", "compound"],
  community: ["社区编号", "community"],
  grid: ["网格编号", "grid"],
  parent: ["上级编号", "parent"],
  households: ["户数", "households"],
  statedHouseholds: ["上报户数", "statedHouseholds"],
  level: ["层级", "level"],
  kind: ["类型", "kind"],
  floorArea: ["建筑面积", "floorArea"],
  cost: ["费用", "cost"],
  floor: ["楼层", "floor"],
  openHours: ["开放时间", "openHours"],
  department: ["部门", "department"],
  class: ["类别", "class"],
  open: ["开放", "open"],
  minutes: ["步行分钟", "minutes"],
  meters: ["步行距离", "meters"],
  nearestCenter: ["最近中心编号", "nearestCenter"],
  nearestCenterName: ["最近中心名称", "nearestCenterName"],
  linked: ["接入路网", "linked"],
  covered: ["在服务圈内", "covered"],
  coveredHouseholds: ["覆盖户数", "coveredHouseholds"],
  coverage: ["覆盖率", "coverage"],
  reachHouseholds: ["可达户数", "reachHouseholds"],
  allocatedHouseholds: ["就近分配户数", "allocatedHouseholds"],
  requiredArea: ["应有面积", "requiredArea"],
  unlinked: ["未接入户数", "unlinkedHouseholds"],
  worstMinutes: ["最远分钟", "worstMinutes"],
  medianMinutes: ["中位分钟", "p50Minutes"],
  p90Minutes: ["九成分钟", "p90Minutes"],
  gridKind: ["网格类型", "kind"],
  residenceCount: ["住宅栋数", "residences"],
  unknownResidences: ["户数不详栋数", "unknownResidences"],
  flags: ["问题", "flags"],
  center: ["中心编号", "center"],
  speed: ["步速", "speed"],
  place: ["对象", "place"],
  placeId: ["对象编号", "placeId"],
  placeName: ["对象名称", "placeName"],
  rule: ["规则", "rule"],
  force: ["效力", "force"],
  metric: ["指标", "metric"],
  verdict: ["结论", "verdict"],
  actual: ["实际", "actual"],
  required: ["要求", "required"],
  shortfall: ["缺口", "shortfall"],
  unit: ["单位", "unit"],
  flag: ["问题类型", "flag"],
};

const UNITS: Readonly<Record<TableUnit, Both>> = {
  households: ["户", "households"],
  minutes: ["分钟", "min"],
  metres: ["米", "m"],
  squareMetres: ["㎡", "m²"],
  metresPerSecond: ["米/秒", "m/s"],
  wanYuan: ["万元", "10k yuan"],
};

const FIGURES: Readonly<Record<(typeof FIGURE_UNITS)[number], Both>> = {
  m2: ["㎡", "m²"],
  "m2/100hh": ["㎡/百户", "m² per 100 households"],
  households: ["户", "households"],
  ratio: ["比例", "share"],
  count: ["个", "count"],
  minutes: ["分钟", "min"],
  mps: ["米/秒", "m/s"],
  "m2/person": ["㎡/人", "m² per person"],
  per10000: ["名/万人", "per 10,000 people"],
  yuan: ["元", "yuan"],
  "yuan/person": ["元/人", "yuan per person"],
  days: ["天", "days"],
};

const CLASSES: Readonly<Record<(typeof ROAD_CLASSES)[number] | (typeof BARRIER_CLASSES)[number], Both>> = {
  arterial: ["主干路", "arterial"],
  collector: ["次干路", "collector"],
  local: ["支路", "local"],
  path: ["步行道", "path"],
  steps: ["台阶", "steps"],
  river: ["河流", "river"],
  rail: ["铁路", "rail"],
  wall: ["围墙", "wall"],
  road: ["道路", "road"],
  other: ["其他", "other"],
};
