// Short names of the closed vocabularies of an assessment, in each language. Tables are typed by the
// vocabularies: a member without a name does not compile.

import type {
  EvidenceName,
  Flag,
  MissingData,
  PlaceKind,
  SilentRule,
  Verdict,
} from "../core/assess/index.ts";
import type { Bilingual, Force, MetricId } from "../core/standards/index.ts";
import type { Language } from "./language.ts";

export const inLanguage = (text: Bilingual, language: Language): string =>
  language === "en" ? text.en : text.zh;

export const flagLabel = (flag: Flag, language: Language): string => inLanguage(FLAG_LABELS[flag], language);

export const verdictLabel = (verdict: Verdict, language: Language): string =>
  inLanguage(VERDICT_LABELS[verdict], language);

export const metricLabel = (metric: MetricId, language: Language): string =>
  inLanguage(METRIC_LABELS[metric], language);

export const forceLabel = (force: Force, language: Language): string =>
  inLanguage(FORCE_LABELS[force], language);

export const placeKindLabel = (kind: PlaceKind, language: Language): string =>
  inLanguage(PLACE_LABELS[kind], language);

export const evidenceLabel = (name: EvidenceName, language: Language): string =>
  inLanguage(EVIDENCE_LABELS[name], language);

/** Why a rule of the pack speaks of no place. */
export const silenceLabel = (missing: MissingData, language: Language): string =>
  inLanguage(SILENCE_LABELS[missing], language);

/** The same with what is missing named: "没有这些登记，此项未评：体育场地、常住人口". */
export function silenceSentence({ missing, needs = [] }: SilentRule, language: Language): string {
  const label = silenceLabel(missing, language);
  if (needs.length === 0) return label;
  const names = needs.map((name) => inLanguage(name, language)).join(language === "en" ? ", " : "、");
  return `${label}${language === "en" ? ": " : "："}${names}`;
}

const FLAG_LABELS: Record<Flag, Bilingual> = {
  tooSmall: { zh: "过小", en: "Too small" },
  tooFar: { zh: "过远", en: "Too far" },
  noCenter: { zh: "无中心", en: "No centre" },
  unknownFloorArea: { zh: "面积不详", en: "Floor area unknown" },
  unknownHouseholds: { zh: "户数不详", en: "Households unknown" },
  unknownAccess: { zh: "可达不详", en: "Access unknown" },
  gridTooLarge: { zh: "网格过大", en: "Grid too large" },
  gridTooSmall: { zh: "网格过小", en: "Grid too small" },
  gridCountOut: { zh: "网格数不合", en: "Number of grids off" },
  compoundSplit: { zh: "小区被拆分", en: "Compound split" },
  communitySizeOut: { zh: "社区户数不合", en: "Community size off" },
  gridStaffing: { zh: "网格未配齐", en: "Grid not staffed" },
  unknownGrid: { zh: "网格情况不详", en: "Grid data unknown" },
  countOut: { zh: "数量不合", en: "Number off" },
  shareShort: { zh: "占比不足", en: "Share too low" },
  valueOut: { zh: "数值不合", en: "Value off" },
  itemsMissing: { zh: "事项有缺", en: "Items missing" },
  staffShort: { zh: "人员不足", en: "Staff short" },
  roomsShort: { zh: "用房不足", en: "Rooms short" },
  fundsShort: { zh: "经费不足", en: "Funds short" },
  overdue: { zh: "逾期", en: "Overdue" },
  bodyMismatch: { zh: "组织设置不合", en: "Body does not fit" },
  servicesMissing: { zh: "服务够不着", en: "Services out of reach" },
  unhung: { zh: "未挂接", en: "Not linked up" },
  netsDiffer: { zh: "网格不统一", en: "Nets differ" },
  notTiled: { zh: "未铺满或重叠", en: "Gaps or overlaps" },
  noAnswer: { zh: "未征得意见", en: "No opinion on file" },
  unknownRecord: { zh: "登记不详", en: "Not on record" },
};

const VERDICT_LABELS: Record<Verdict, Bilingual> = {
  met: { zh: "达标", en: "Met" },
  unmet: { zh: "不达标", en: "Not met" },
  unknown: { zh: "无数据", en: "No data" },
};

const METRIC_LABELS: Record<MetricId, Bilingual> = {
  "community.accessCoverage": { zh: "步行可达率", en: "Walking coverage" },
  "community.areaPer100Households": { zh: "每百户面积", en: "Area per 100 households" },
  "community.households": { zh: "社区户数", en: "Households in the community" },
  "community.gridCount": { zh: "网格个数", en: "Number of grids" },
  "center.floorArea": { zh: "中心建筑面积", en: "Floor area of the centre" },
  "grid.households": { zh: "网格户数", en: "Households in the grid" },
  "grid.compoundsSplit": { zh: "被拆分的小区", en: "Compounds split" },
  "grid.partyOrgs": { zh: "网格党组织", en: "Party bodies in the grid" },
  "grid.fullTimeWorkers": { zh: "专职网格员", en: "Full-time grid workers" },
  "community.floorArea": { zh: "社区中心面积", en: "Floor area of own centres" },
  "community.bandArea": { zh: "分档用房面积", en: "Rooms by size band" },
  "community.serviceKinds": { zh: "可达服务种类", en: "Kinds of service in reach" },
  "community.facilityCoverage": { zh: "设施可达率", en: "Coverage by a facility" },
  "community.unhungUnits": { zh: "未挂接的单元", en: "Units not in the chain" },
  "community.linkedResidences": { zh: "户房网格关联率", en: "Residences linked to grids" },
  "district.largeCenters": { zh: "大型中心占比", en: "Share of large centres" },
  "district.mergedNets": { zh: "一张网进度", en: "Nets merged" },
  "place.records": { zh: "登记数量", en: "Number on record" },
  "place.shareWith": { zh: "覆盖占比", en: "Share that has it" },
  "place.number": { zh: "登记数值", en: "Value on record" },
  "place.difference": { zh: "差值", en: "Difference" },
  "place.ratio": { zh: "比例", en: "Ratio" },
  "place.areaPerPerson": { zh: "人均面积", en: "Area per person" },
  "place.per10000": { zh: "每万人配备", en: "Staff per 10,000 people" },
  "place.yuanPerPerson": { zh: "人均经费", en: "Yuan per person" },
  "place.partyBudget": { zh: "党组织经费", en: "Party budget" },
  "place.partyBody": { zh: "党组织形式", en: "Kind of Party body" },
  "place.checklist": { zh: "清单项数", en: "Items of a checklist" },
  "place.daysSince": { zh: "距上次天数", en: "Days since the last" },
  "place.nearestMinutes": { zh: "最近步行时间", en: "Walk to the nearest" },
  "place.gapHouseholds": { zh: "缺口内户数", en: "Households in the gap" },
  "place.tiling": { zh: "片区铺满", en: "Tiling by areas" },
  "place.inGrids": { zh: "落入网格的比例", en: "Share inside a grid" },
  "place.coreNetwork": { zh: "一核多点", en: "One core, many points" },
  "place.missingOpinions": { zh: "未答复的单位", en: "Opinions missing" },
};

const FORCE_LABELS: Record<Force, Bilingual> = {
  must: { zh: "必须", en: "Required" },
  general: { zh: "一般要求", en: "Normally" },
  advice: { zh: "争取达到", en: "Aim" },
  info: { zh: "参考", en: "For reference" },
};

const PLACE_LABELS: Record<PlaceKind, Bilingual> = {
  center: { zh: "中心", en: "Centre" },
  community: { zh: "社区", en: "Community" },
  grid: { zh: "网格", en: "Grid" },
  subdistrict: { zh: "街道", en: "Subdistrict" },
  district: { zh: "全区", en: "Whole district" },
  row: { zh: "登记项", en: "Register row" },
};

const EVIDENCE_LABELS: Record<EvidenceName, Bilingual> = {
  households: { zh: "户数", en: "Households" },
  unknownResidences: { zh: "户数不详的住宅", en: "Residences of unknown households" },
  statedHouseholds: { zh: "台账户数", en: "Households by the roll" },
  covered: { zh: "可达户数", en: "Households within reach" },
  uncovered: { zh: "未覆盖户数", en: "Uncovered households" },
  unlinked: { zh: "未接入路网户数", en: "Households off the network" },
  unlinkedCenters: { zh: "未接入路网的中心", en: "Centres off the network" },
  worstMinutes: { zh: "最远步行时间", en: "Longest walk" },
  minutes: { zh: "时间要求", en: "Time allowed" },
  speed: { zh: "步行速度", en: "Walking speed" },
  floorArea: { zh: "建筑面积", en: "Floor area" },
  centers: { zh: "社区级中心", en: "Community centres" },
  unknownAreas: { zh: "面积不详的中心", en: "Centres of unknown area" },
  allocated: { zh: "就近分配户数", en: "Households allocated by nearest" },
  allocatedArea: { zh: "就近分配应有面积", en: "Area those need" },
  limit: { zh: "标准", en: "Standard" },
  limitLow: { zh: "下限", en: "Lower limit" },
  limitHigh: { zh: "上限", en: "Upper limit" },
  grids: { zh: "现有网格", en: "Grids" },
  gridsFewest: { zh: "最少网格", en: "Fewest grids" },
  gridsMost: { zh: "最多网格", en: "Most grids" },
  compoundsCut: { zh: "不当拆分的小区", en: "Compounds cut without need" },
  compoundsDoubtful: { zh: "拆分存疑的小区", en: "Cut compounds of unknown size" },
  splitAbove: { zh: "可拆分的小区户数", en: "Compounds may be cut above" },
  partyOrgs: { zh: "党组织", en: "Party bodies" },
  gridWorkers: { zh: "专职网格员", en: "Full-time workers" },
  counted: { zh: "数量", en: "Number" },
  amount: { zh: "总量", en: "Amount" },
  base: { zh: "基数", en: "Base" },
  parts: { zh: "应有单元", en: "Units" },
  partsWith: { zh: "已有单元", en: "Units that have it" },
  items: { zh: "应有项目", en: "Items asked for" },
  itemsUnknown: { zh: "不详项目", en: "Items unknown" },
  daysSince: { zh: "距上次", en: "Since the last" },
  asOf: { zh: "评价日期", en: "Judged on" },
  walked: { zh: "步行所及", en: "Reached on foot" },
  limitAbove: { zh: "须超过", en: "Must exceed" },
};

const SILENCE_LABELS: Record<MissingData, Bilingual> = {
  communities: { zh: "没有社区图层，此项未评", en: "Not assessed: no community layer" },
  grids: { zh: "没有网格图层，此项未评", en: "Not assessed: no grid layer" },
  centers: { zh: "没有此类中心，此项未评", en: "Not assessed: no centre of this kind" },
  compounds: { zh: "没有网格图层或小区名称，此项未评", en: "Not assessed: no grids, or no compound names" },
  records: { zh: "没有这些登记，此项未评", en: "Not assessed: not on record" },
  nets: { zh: "没有条线网格，此项未评", en: "Not assessed: no department nets" },
  walks: { zh: "没有这些设施，此项未评", en: "Not assessed: no such facilities" },
  places: { zh: "没有这类对象，此项未评", en: "Not assessed: no such place here" },
  value: {
    zh: "原文没有数值，由使用者设定后再评",
    en: "Not assessed: the text names no number; set one to judge by it",
  },
};
