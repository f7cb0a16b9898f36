// What siting says: why a table cannot be used, why there is no answer, wrong arguments of `site`, labels.

import type {
  OutOfReach,
  SiteActionKind,
  SitingReason,
  SitingReasonCode,
  TableFault,
  TableFaultCode,
} from "../core/siting/index.ts";
import { fillTemplate } from "./fill-template.ts";
import type { Language } from "./language.ts";

type Both = Readonly<Record<Language, string>>;

export function tableFaultSentence(file: string, fault: TableFault, language: Language): string {
  const { row, column, value } = fault;
  const place =
    language === "en"
      ? `${file}, row ${row}${column === "" ? "" : `, column \u201c${column}\u201d`}: `
      : `文件“${file}”第 ${row} 行${column === "" ? "" : `“${column}”列`}：`;
  return `${place}${fillTemplate(TABLE_FAULTS[fault.code][language], { value }, language)}`;
}

/** `names`: ids of the demand points or sites that the reason is about. */
export function sitingReasonSentence(
  reason: SitingReason,
  names: readonly string[],
  language: Language,
): string {
  const values = Object.fromEntries(
    Object.entries(reason.values).map(([name, value]) => [name, Math.round(value * 1000) / 1000]),
  );
  const shown = firstNames(names, language);
  return fillTemplate(REASONS[reason.code][language], { ...values, names: shown }, language);
}

/** Whom an answer leaves out, `names` their ids; `total`: weight of all. */
export function outOfReachSentence(
  { demand, weight }: OutOfReach,
  names: readonly string[],
  total: number,
  language: Language,
): string {
  const values = { rows: demand.length, weight, total, names: firstNames(names, language) };
  return fillTemplate(OUT_OF_REACH[language], values, language);
}

function firstNames(names: readonly string[], language: Language): string {
  const more = names.length > 5 ? (language === "en" ? ", …" : " 等") : "";
  return `${names.slice(0, 5).join(language === "en" ? ", " : "、")}${more}`;
}

const OUT_OF_REACH: Both = {
  "zh-CN":
    "有 {rows} 个需求点（权重 {weight}，共 {total}）走不到任何候选点，不在此答案之内：{names}。请为它们增加候选点或补上道路。",
  en: "{rows} demand points (weight {weight} of {total}) can reach no candidate and are left out of this answer: {names}. Add candidates or paths for them.",
};

const TABLE_FAULTS: Readonly<Record<TableFaultCode, Both>> = {
  "table.empty": {
    "zh-CN": "没有数据。第一行应为候选点编号，以下每行一个需求点；或 origin,destination,cost 三列。",
    en: "there is no data. Candidates in the header and a demand point a row, or the columns origin,destination,cost.",
  },
  "table.noId": { "zh-CN": "缺少编号。请补上。", en: "the id is missing. Fill it in." },
  "table.ragged": {
    "zh-CN": "单元格数与表头不符（{value}）。请补齐或删去多余的逗号。",
    en: "it has another number of cells than the header ({value}). Complete it, or remove the comma that is too many.",
  },
  "cell.blank": {
    "zh-CN": "是空的。请填上数值；走不到的写 inf，不要留空。",
    en: "it is empty. Fill it in; where there is no way, write inf.",
  },
  "cell.notNumber": {
    "zh-CN": "“{value}”不是数值。请改正。",
    en: "\u201c{value}\u201d is not a number. Correct it.",
  },
  "cell.negative": {
    "zh-CN": "“{value}”是负数。请改为 0 或正数。",
    en: "\u201c{value}\u201d is negative. It must be 0 or more.",
  },
  "id.twice": {
    "zh-CN": "编号“{value}”重复。请只留一个。",
    en: "\u201c{value}\u201d is there twice. Keep one.",
  },
  "id.unknown": {
    "zh-CN": "编号“{value}”不在时间表里。请核对两个文件的编号。",
    en: "\u201c{value}\u201d is not in the matrix. Compare the ids of the two files.",
  },
  "demand.noWeight": {
    "zh-CN": "需求点“{value}”没有权重。请补上一行；没有住户的写 0。",
    en: "the demand point \u201c{value}\u201d has no weight. Add a row; where nobody lives, write 0.",
  },
  "demand.columns": {
    "zh-CN": "需要编号和权重两列，例如 id,weight。",
    en: "two columns are needed, for example id,weight.",
  },
  "action.unknown": {
    "zh-CN":
      "做法“{value}”看不懂。请写 build 新建、enlarge 扩建、share 共享 或 close 关闭，列名为 action 或 做法。",
    en: "the action \u201c{value}\u201d is not known. Write build, enlarge, share or close, in a column named action.",
  },
};

const REASONS: Readonly<Record<SitingReasonCode, Both>> = {
  noDemand: {
    "zh-CN": "没有一个需求点有权重，无从选址。请给出户数。",
    en: "No demand point has a weight. Give households.",
  },
  noSites: {
    "zh-CN": "没有候选点。请用 --candidates 或 --matrix 给出。",
    en: "There is no candidate. Give some.",
  },
  kMissing: { "zh-CN": "这个模型需要 --k：共设几处。", en: "This model needs --k: how many sites." },
  kTooMany: {
    "zh-CN": "要设 {k} 处，候选点只有 {sites} 处。请减小 --k 或增加候选点。",
    en: "{k} sites are asked for, and there are {sites} candidates. Lower --k or add candidates.",
  },
  kBelowFixed: {
    "zh-CN": "要设 {k} 处，已固定的就有 {fixed} 处。请增大 --k 或减少固定点。",
    en: "{k} sites are asked for, and {fixed} are fixed already. Raise --k or fix fewer.",
  },
  radiusMissing: {
    "zh-CN": "这个模型需要服务半径：--radius 米 或 --minutes 分钟。",
    en: "This model needs a radius: --radius METRES or --minutes M.",
  },
  priceUnknown: {
    "zh-CN": "有 {rows} 处候选点没有造价（{names}），按预算选址需要每处的造价，不按 0 算。请补上。",
    en: "{rows} candidates have no cost ({names}); a budget needs the cost of each, and unknown is not 0. Fill it in.",
  },
  budgetTooSmall: {
    "zh-CN": "预算 {budget} 不够最便宜的一处（{cheapest}）。请增加预算。",
    en: "The budget of {budget} does not buy the cheapest site ({cheapest}). Raise it.",
  },
  noneReachable: {
    "zh-CN": "{rows} 个需求点没有一个能走到任何候选点（在服务半径内）。请加大半径或增加候选点。",
    en: "Not one of {rows} demand points can reach a candidate within the radius. Widen it or add candidates.",
  },
  shareUnreachable: {
    "zh-CN":
      "全部建成也只能覆盖 {most}，要求 {share}；走不到的有 {rows} 个需求点（权重 {weight}）：{names}。",
    en: "With every site built {most} is covered, {share} is asked; {rows} demand points (weight {weight}) can reach none: {names}.",
  },
  tooFew: {
    "zh-CN": "这么多处（{k}）不可能让每个需求点都走得到。请增加处数或候选点。",
    en: "So many sites ({k}) cannot serve every demand point. Allow more, or add candidates.",
  },
  outOfTime: {
    "zh-CN": "时间用完时还没有找到可行的方案，也没有证明没有。请延长 --time-limit。",
    en: "Time ran out before an answer was found or ruled out. Raise --time-limit.",
  },
  areaUnknown: {
    "zh-CN":
      "有 {rows} 处的建筑面积不知道（{names}）。按面积选址需要每处的面积，不按 0 算。请补上，或用 --unknown-area 给定。",
    en: "The floor area of {rows} sites is unknown ({names}); it is needed for each, and unknown is not 0. Fill it in, or give --unknown-area.",
  },
  fixedWithoutAction: {
    "zh-CN": "有 {rows} 处要求保留，却没有建设办法（{names}）。请给出面积和造价，或不再固定。",
    en: "{rows} fixed sites have no action that opens them ({names}). Give area and cost, or do not fix them.",
  },
  shareTooMuch: {
    "zh-CN": "在预算和处数之内最多覆盖 {most}，要求 {share}。请增加预算或处数，或降低比例。",
    en: "Within the budget and the number of sites at most {most} is covered, {share} is asked. Raise them, or lower the share.",
  },
  areaShort: {
    "zh-CN": "在预算和处数之内至少还缺 {short} ㎡，只允许缺 {allowed} ㎡。请增加预算、扩建或共享用房。",
    en: "Within the budget and the number of sites at least {short} m² are missing, {allowed} m² are allowed. Raise the budget, or enlarge or share more.",
  },
  tooFewActions: {
    "zh-CN": "没有一组做法同时满足预算、处数和覆盖要求。请放宽其中一项。",
    en: "No set of actions keeps within the budget, the number of sites and the coverage asked. Relax one of them.",
  },
};

export const SITE_HELP: Both = {
  "zh-CN": `圈点 Quandian：选址

用法
  npm run --silent quandian -- site <文件夹 | 项目.quandian> --candidates 文件|all --model 模型 [选项]
  npm run --silent quandian -- site --residences 文件 --candidates 文件|all [--network 文件] [--centers 文件] --model 模型 [选项]
  npm run --silent quandian -- site --matrix 文件.csv [--demand 文件.csv] [--candidates 文件.csv] --model 模型 [选项]

  --model 模型        lscp 最少几处；mclp 覆盖最多；pmedian 总步行最短；pcenter 最远者最近；
                      capacity 面积和覆盖一起考虑：新建、扩建、共享或关闭
  --k N               共设几处（含固定点）       --budget 金额   按造价（候选点的 cost 列）
  --radius 米         服务半径                   --minutes 分钟  同上，按步行时间
  --speed 米每秒      默认 1.0                   --share 比例    lscp 要覆盖的比例，默认 1
  --fixed 编号,编号   必须保留的点               --time-limit 秒 默认 60
  --gap 比例          差距小到多少即可停         --seed N        默认 1
  --json              打印一个 JSON 对象         --lang zh|en

capacity（先让圈外户数最少，再让缺的面积最少，再让花费最少；--k、--budget 可同时给）
  --actions 文件.csv  可做的事：id,action,area,cost；action 为 build、enlarge、share、close，area 是做完后的面积
  --area-per-100 ㎡   每百户面积，默认 30         --most-short ㎡  最多允许缺多少面积
  --goals 目标,目标   outside、short、cost 的先后   --unknown-area ㎡ 面积不知道的按此计

时间表：表头为候选点、首列为需求点，或 origin,destination,cost；走不到写 inf。需求：id,weight。
pmedian、pcenter：走不到任何候选点的需求点不在答案之内，逐个列出（outOfReach）。
`,
  en: `Quandian 圈点: siting

Usage
  npm run --silent quandian -- site <folder | project.quandian> --candidates FILE|all --model MODEL [options]
  npm run --silent quandian -- site --residences FILE --candidates FILE|all [--network FILE] [--centers FILE] --model MODEL [options]
  npm run --silent quandian -- site --matrix FILE.csv [--demand FILE.csv] [--candidates FILE.csv] --model MODEL [options]

  --model MODEL       lscp fewest sites; mclp most covered; pmedian least total walking; pcenter smallest worst walk;
                      capacity: floor area and coverage together, by building, enlarging, sharing or closing
  --k N               sites in all, fixed ones included    --budget B      by cost (the candidates' cost column)
  --radius METRES     service radius                       --minutes M     the same by walking time
  --speed N           metres per second, 1.0               --share X       share that lscp covers, 1
  --fixed ID,ID       sites that must stay                 --time-limit S  seconds, 60
  --gap G             stop when the gap is this small      --seed N        1
  --json              print one JSON object                --lang zh|en

capacity (fewest households outside, then least m² short, then least cost; --k and --budget may both be given)
  --actions FILE.csv  what may be done: id,action,area,cost; build, enlarge, share or close, area afterwards
  --area-per-100 M2   per 100 households, 30               --most-short M2    m² that may be missing
  --goals G,G         order of outside, short, cost        --unknown-area M2  taken for unknown areas

Matrix: candidates in the header and demand points in the first column, or origin,destination,cost; inf where there is
no way. Demand: id,weight.
pmedian, pcenter: demand points that can reach no candidate are left out of the answer and named (outOfReach).
`,
};

export const ACTION_LABELS: Readonly<Record<SiteActionKind, Both>> = {
  build: { "zh-CN": "新建", en: "build" },
  enlarge: { "zh-CN": "扩建", en: "enlarge" },
  share: { "zh-CN": "共享", en: "share" },
  close: { "zh-CN": "关闭", en: "close" },
};

export const SITE_FAULTS = {
  unknownOption: {
    "zh-CN": "没有“{option}”这个选项。用 site --help 查看用法。",
    en: "There is no option “{option}”. See site --help.",
  },
  noValue: { "zh-CN": "选项“{option}”后面缺少值。", en: "The option “{option}” needs a value after it." },
  badNumber: {
    "zh-CN": "“{option}”不能是“{value}”，应为{wanted}。",
    en: "“{option}” cannot be “{value}”; it must be {wanted}.",
  },
  badModel: {
    "zh-CN": "--model 应为 {wanted}，写的是“{value}”。",
    en: "--model is one of {wanted}, not “{value}”.",
  },
  noInput: {
    "zh-CN": "缺少输入：请给 --matrix，或给住宅（文件夹、项目文件或 --residences）和 --candidates。",
    en: "There is no input: give --matrix, or residences (a folder, a project or --residences) and --candidates.",
  },
  bothLimits: { "zh-CN": "--k 和 --budget 只能给一个。", en: "Give --k or --budget, not both." },
  bothRadii: { "zh-CN": "--radius 和 --minutes 只能给一个。", en: "Give --radius or --minutes, not both." },
  badGoals: {
    "zh-CN": "--goals 应为 {wanted} 中的几项，各写一次，用逗号隔开，写的是“{value}”。",
    en: "--goals takes some of {wanted}, each once, with commas between, not “{value}”.",
  },
  noRadius: {
    "zh-CN": "用时间表按面积选址，需要服务半径：--radius 或 --minutes。",
    en: "With a matrix the capacity model needs a radius: --radius or --minutes.",
  },
  noCandidates: {
    "zh-CN": "文件夹里没有候选点。请用 --candidates 文件 或 --candidates all 给出。",
    en: "The folder has no candidates. Give --candidates FILE or --candidates all.",
  },
  unknownFixed: {
    "zh-CN": "--fixed 里的“{value}”不是候选点。",
    en: "“{value}” in --fixed is not a candidate.",
  },
} as const satisfies Record<string, Both>;
export type SiteFault = keyof typeof SITE_FAULTS;

export const WANTED = {
  positive: { "zh-CN": "大于 0 的数", en: "a number above 0" },
  whole: { "zh-CN": "不小于 1 的整数", en: "a whole number of at least 1" },
  share: { "zh-CN": "大于 0、不大于 1 的数", en: "a number above 0 and at most 1" },
  zeroUp: { "zh-CN": "不小于 0 的数", en: "a number of at least 0" },
} as const satisfies Record<string, Both>;

export const SITE_SUMMARY = {
  optimal: { "zh-CN": "已证明最优", en: "proven optimal" },
  feasible: { "zh-CN": "可行，未证明最优", en: "feasible, not proven optimal" },
  infeasible: { "zh-CN": "没有可行方案", en: "infeasible" },
  objective: { "zh-CN": "目标值", en: "Objective" },
  bound: { "zh-CN": "界", en: "Bound" },
  gap: { "zh-CN": "差距", en: "Gap" },
  sites: { "zh-CN": "选中", en: "Sites" },
  covered: { "zh-CN": "有服务的权重", en: "Weight served" },
  actions: { "zh-CN": "做法", en: "Actions" },
  outside: { "zh-CN": "圈外户数", en: "Households outside" },
  short: { "zh-CN": "缺面积（㎡）", en: "m² short" },
  cost: { "zh-CN": "花费", en: "Cost" },
} as const satisfies Record<string, Both>;
