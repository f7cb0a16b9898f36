// What is wrong with a rule pack, a row of a register or a move of a matter: where it is, what it is and what to do.

import {
  editionState,
  type MatterFault,
  type MatterFaultCode,
  type MatterRefusal,
  type PackProblemCode,
  type RowFault,
  type RowFaultCode,
  type RulePack,
  type RulePackProblem,
} from "../core/standards/index.ts";
import { editionLabel } from "./edition-label.ts";
import { fillTemplate } from "./fill-template.ts";
import type { Language } from "./language.ts";

type Both = Readonly<Record<Language, string>>;

/** "wuhan.json，规则 WH-05，rules.4.metric：没有这个选项（…）。请改为列出的写法之一。" */
export function packProblemSentence(problem: RulePackProblem, file: string, language: Language): string {
  const { code, path, subject } = problem;
  const where = [
    file,
    ...(subject === null ? [] : [`${SUBJECT[language]} ${subject}`]),
    ...(path === "" ? [] : [path]),
  ];
  const { what, remedy } = PACK[code];
  const detail = detailOf(problem, language);
  return language === "en"
    ? `${where.join(", ")}: ${what.en}${detail === "" ? "" : ` (${detail})`}. ${remedy.en}`
    : `${where.join("，")}：${what["zh-CN"]}${detail === "" ? "" : `（${detail}）`}。${remedy["zh-CN"]}`;
}

/** What stands there, what should, and what it is most like; in English the checker's own words where they say more. */
function detailOf({ code, message, given, wanted, nearest }: RulePackProblem, language: Language): string {
  if (nearest !== undefined) {
    return language === "en" ? `“${given}”; did you mean “${nearest}”?` : `“${given}”，是不是“${nearest}”`;
  }
  if (code === "missing") return "";
  if (language === "en" || code === "unreadable") return message;
  const should = wanted === undefined ? "" : `应为“${SHAPES[wanted] ?? wanted}”`;
  if (given === undefined) return should;
  return should === "" ? `“${given}”` : `写的是“${given}”，${should}`;
}

/** Shapes of JSON as zod names them. */
const SHAPES: Readonly<Record<string, string>> = {
  string: "文字",
  number: "数",
  boolean: "true 或 false",
  array: "列表 […]",
  object: "对象 {…}",
};

/** `row` counts from the first row of the file that holds data, so that it can be found there. */
export const rowFaultSentence = (
  { code, row, field, value }: RowFault,
  file: string,
  language: Language,
): string => fillTemplate(ROWS[code][language], { file, row: row + 1, field: field ?? "", value }, language);

export const matterRefusalSentence = (
  refusal: MatterRefusal,
  details: Readonly<Record<string, string>>,
  language: Language,
): string => fillTemplate(MATTERS[refusal][language], details, language);

/** "武汉 2015（2015 版，2015-01-01 起有效）", with what to do when it does not hold on the day. */
export function editionSentence(
  pack: Pick<RulePack, "name" | "edition" | "validFrom" | "validTo">,
  day: string,
  language: Language,
): string {
  const { name, edition, validFrom, validTo } = pack;
  const english = language === "en";
  const values = {
    name: english ? name.en : name.zh,
    edition: editionLabel(edition, language),
    from: validFrom,
    to: validTo ?? "",
    day,
  };
  return fillTemplate(EDITIONS[editionState(pack, day)][language], values, language);
}

/** A row of a table of matters that was set aside. */
export const matterFaultSentence = (
  { code, row, field, value }: MatterFault,
  file: string,
  language: Language,
): string => fillTemplate(MATTER_ROWS[code][language], { file, row: row + 1, field, value }, language);

const MATTER_ROWS: Readonly<Record<MatterFaultCode, Both>> = {
  unknownKind: {
    "zh-CN": "{file} 第 {row} 行：没有“{value}”这类事项；请写本规则包里的类别。",
    en: "{file}, row {row}: there is no kind of matter “{value}”; use one of this pack.",
  },
  unknownState: {
    "zh-CN": "{file} 第 {row} 行：这类事项没有“{value}”这个状态；请写流程里的状态。",
    en: "{file}, row {row}: its workflow has no state “{value}”; use one that it has.",
  },
  noName: {
    "zh-CN": "{file} 第 {row} 行：事项没有名称；请补上。",
    en: "{file}, row {row}: the matter has no name; add one.",
  },
  noPlace: {
    "zh-CN": "{file} 第 {row} 行：找不到地点“{value}”；请改为数据里有的编号或名称，或留空表示全区。",
    en: "{file}, row {row}: there is no place “{value}”; use an id or name in the data, or leave it empty for the whole district.",
  },
  twoPlaces: {
    "zh-CN": "{file} 第 {row} 行：“{value}”对应不止一处；请改写编号。",
    en: "{file}, row {row}: “{value}” is the name of several places; write the id.",
  },
  badDate: {
    "zh-CN": "{file} 第 {row} 行 {field}：“{value}”不是日期；请写作 2026-03-01。",
    en: "{file}, row {row}, {field}: “{value}” is no date; write it as 2026-03-01.",
  },
  badPosition: {
    "zh-CN": "{file} 第 {row} 行：“{value}”不是坐标；请写经度、纬度两列，并写明坐标系（如 WGS-84）。",
    en: "{file}, row {row}: “{value}” is no position; write longitude and latitude in two columns, and the datum (such as WGS-84).",
  },
  noSuchMove: {
    "zh-CN": "{file} 第 {row} 行 {field}：流程不允许“{value}”；请按流程一步一步走，或改回现在的状态。",
    en: "{file}, row {row}, {field}: its workflow has no move “{value}”; go step by step, or write the state it is in.",
  },
  fieldMissing: {
    "zh-CN": "{file} 第 {row} 行：“{value}”之前要填“{field}”；请补上这一列。",
    en: "{file}, row {row}: “{value}” asks for “{field}” first; fill in that column.",
  },
  duplicateRow: {
    "zh-CN": "{file} 第 {row} 行：“{value}”已出现过；只用第一次的。",
    en: "{file}, row {row}: “{value}” is there already; the first one counts.",
  },
  personalData: {
    "zh-CN": "{file} 第 {row} 行：含个人信息，不收；请写岗位或单位。",
    en: "{file}, row {row}: holds personal data and is refused; name a post or body.",
  },
};

const EDITIONS: Readonly<Record<ReturnType<typeof editionState>, Both>> = {
  valid: {
    "zh-CN": "{name}（{edition}，{from} 起有效）",
    en: "{name} ({edition}, in force from {from})",
  },
  notYet: {
    "zh-CN": "{name}（{edition}）到 {from} 才生效，{day} 还不能用作依据；请换现行规则包。",
    en: "{name} ({edition}) is in force only from {from} and no basis on {day}; choose the pack in force.",
  },
  expired: {
    "zh-CN": "{name}（{edition}）已于 {to} 失效，{day} 不能用作依据；请换新版规则包。",
    en: "{name} ({edition}) expired on {to} and is no basis on {day}; choose a newer one.",
  },
};

const SUBJECT: Both = { "zh-CN": "条目", en: "entry" };

const PACK: Readonly<Record<PackProblemCode, { readonly what: Both; readonly remedy: Both }>> = {
  unreadable: {
    what: { "zh-CN": "不是可读的 JSON", en: "this is no JSON that can be read" },
    remedy: {
      "zh-CN": "请用文本编辑器检查逗号、引号和括号。",
      en: "Check commas, quotes and brackets in a text editor.",
    },
  },
  missing: {
    what: { "zh-CN": "缺少这一项", en: "this field is missing" },
    remedy: {
      "zh-CN": "请补上；文件、条款、中英文文字和数值都不能省。",
      en: "Add it; document, article, words in both languages and value are all needed.",
    },
  },
  notListed: {
    what: { "zh-CN": "没有这个写法", en: "this is not one of the words allowed" },
    remedy: {
      "zh-CN": "请对照现有规则包改正拼写。",
      en: "Correct the spelling by the example of a pack that is here.",
    },
  },
  unknownField: {
    what: { "zh-CN": "有不认识的字段", en: "there is a field that means nothing here" },
    remedy: { "zh-CN": "请删去，或改正字段名。", en: "Remove it, or correct its name." },
  },
  shape: {
    what: { "zh-CN": "写法不对", en: "this is not written as it must be" },
    remedy: { "zh-CN": "请对照现有规则包改正。", en: "Correct it by the example of a pack that is here." },
  },
  endsBeforeStart: {
    what: { "zh-CN": "失效日期早于生效日期", en: "it ends before it begins" },
    remedy: { "zh-CN": "请改正其中一个日期。", en: "Correct one of the two dates." },
  },
  duplicateId: {
    what: { "zh-CN": "编号重复", en: "two entries have one id" },
    remedy: { "zh-CN": "请改其中一个编号。", en: "Give one of them another id." },
  },
  unit: {
    what: { "zh-CN": "单位不对", en: "the unit is wrong" },
    remedy: {
      "zh-CN": "请换成该指标的单位，并核对数值。",
      en: "Use the unit of the metric and check the value.",
    },
  },
  comparison: {
    what: { "zh-CN": "比较方式不对", en: "the comparison does not fit" },
    remedy: { "zh-CN": "请换成该指标可用的比较方式。", en: "Use a comparison that the metric takes." },
  },
  value: {
    what: { "zh-CN": "数值不对", en: "the value does not fit" },
    remedy: {
      "zh-CN": "区间写成 [下限, 上限]，其余写一个数。",
      en: "Write a range as [low, high] and anything else as one number.",
    },
  },
  parameter: {
    what: { "zh-CN": "缺少参数", en: "a parameter is missing" },
    remedy: { "zh-CN": "请在 parameters 里补上。", en: "Add it under parameters." },
  },
  applies: {
    what: { "zh-CN": "不能限定中心的级别或类型", en: "it cannot be limited to centres of one level or kind" },
    remedy: { "zh-CN": "请删去 applies。", en: "Remove applies." },
  },
  subjectMissing: {
    what: { "zh-CN": "没有写明评什么", en: "it does not say what it is about" },
    remedy: { "zh-CN": "请补上 each 或 of 里的这一项。", en: "Add what is missing in each or of." },
  },
  notDeclared: {
    what: { "zh-CN": "用了没有声明的名称", en: "it uses a name that nothing declares" },
    remedy: {
      "zh-CN": "请在 registers 里声明，或改正拼写。",
      en: "Declare it under registers, or correct the spelling.",
    },
  },
  personal: {
    what: {
      "zh-CN": "会存个人信息，按设计拒绝",
      en: "it would hold personal data, which is refused by design",
    },
    remedy: {
      "zh-CN": "请改记岗位、人数或占比，不记个人。",
      en: "Keep posts, counts or shares, never persons.",
    },
  },
  colourWithoutMeaning: {
    what: { "zh-CN": "颜色或选项没有含义", en: "a colour or choice has no meaning" },
    remedy: {
      "zh-CN": "请给每个选项写名称，颜色再写色值。",
      en: "Name each option, and give colours their value.",
    },
  },
  workflow: {
    what: { "zh-CN": "流程接不上", en: "the workflow does not hold together" },
    remedy: { "zh-CN": "请检查状态、步骤和结束状态。", en: "Check its states, moves and closed states." },
  },
};

const ROWS: Readonly<Record<RowFaultCode, Both>> = {
  unknownRegister: {
    "zh-CN": "{file} 第 {row} 行：规则包没有声明“{value}”这种登记，此行搁置。请核对登记名称或换规则包。",
    en: "{file}, row {row}: the pack declares no register “{value}”; the row is set aside. Check the name or choose another pack.",
  },
  duplicateRow: {
    "zh-CN": "{file} 第 {row} 行：编号“{value}”前面已有，此行搁置。请改编号。",
    en: "{file}, row {row}: the id “{value}” was used before; the row is set aside. Give it another id.",
  },
  noPlace: {
    "zh-CN": "{file} 第 {row} 行：找不到地方“{value}”，此行搁置。请核对编号，或补经纬度。",
    en: "{file}, row {row}: there is no place “{value}”; the row is set aside. Check the id, or add a position.",
  },
  twoPlaces: {
    "zh-CN": "{file} 第 {row} 行：编号“{value}”对应两个地方，此行搁置。请写清是哪一个。",
    en: "{file}, row {row}: the id “{value}” is that of two places; the row is set aside. Say which one.",
  },
  unknownAttribute: {
    "zh-CN": "{file} 第 {row} 行：登记没有“{field}”这一项，此行搁置。请改字段名。",
    en: "{file}, row {row}: the register has no field “{field}”; the row is set aside. Correct the name.",
  },
  wrongType: {
    "zh-CN": "{file} 第 {row} 行 {field}：“{value}”类型不对，此行搁置。是否项写 1 或 0，数字写数字。",
    en: "{file}, row {row}, {field}: “{value}” is of the wrong type; the row is set aside. Write 1 or 0 for yes or no, a number for a number.",
  },
  unknownOption: {
    "zh-CN": "{file} 第 {row} 行 {field}：“{value}”没有定义含义，此行搁置。请改为已定义的选项。",
    en: "{file}, row {row}, {field}: “{value}” has no meaning here; the row is set aside. Use an option that is defined.",
  },
  badDate: {
    "zh-CN": "{file} 第 {row} 行 {field}：“{value}”不是日期，此行搁置。请写成 2026-06-30。",
    en: "{file}, row {row}, {field}: “{value}” is no date; the row is set aside. Write it as 2026-06-30.",
  },
  personalData: {
    "zh-CN": "{file} 第 {row} 行 {field}：像个人信息，按设计不存，此行搁置。请改记岗位或人数。",
    en: "{file}, row {row}, {field}: looks like personal data, which is not kept by design; the row is set aside. Keep a post or a count.",
  },
  badPosition: {
    "zh-CN":
      "{file} 第 {row} 行：位置“{value}”用不了，此行搁置。请填经度、纬度和坐标系（如 WGS-84、CGCS2000、GCJ-02、BD-09）三列。",
    en: "{file}, row {row}: the position “{value}” cannot be used; the row is set aside. Give longitude, latitude and datum (WGS-84, CGCS2000, GCJ-02, BD-09 …) in three columns.",
  },
};

const MATTERS: Readonly<Record<MatterRefusal, Both>> = {
  unknownKind: {
    "zh-CN": "规则包没有“{kind}”这种事项。请换规则包或改类型。",
    en: "The pack has no matter of kind “{kind}”. Choose another pack or kind.",
  },
  unknownState: {
    "zh-CN": "流程里没有“{state}”这个状态。请改为流程中的状态。",
    en: "The workflow has no state “{state}”. Use one that it has.",
  },
  noSuchMove: {
    "zh-CN": "流程不允许从“{from}”到“{to}”。请按流程一步一步走。",
    en: "The workflow has no move from “{from}” to “{to}”. Go step by step.",
  },
  alreadyClosed: {
    "zh-CN": "事项已在“{state}”结束。需要时另立一件。",
    en: "The matter is closed in “{state}”. Open another if need be.",
  },
  fieldMissing: { "zh-CN": "到“{to}”之前要填“{field}”。", en: "Fill in “{field}” before moving to “{to}”." },
  beforeLastMove: {
    "zh-CN": "日期 {date} 早于上一步 {last}。请改日期。",
    en: "The date {date} lies before the last step, {last}. Correct it.",
  },
};
