// The words of printed reports, in each language, and what findings say on them.

import type { Finding } from "../core/assess/index.ts";
import { FLAGS, VERDICTS } from "../core/assess/index.ts";
import { LAYER_ROLES } from "../core/model/index.ts";
import type { FindingText, ReportWord, ReportWords } from "../core/report/index.ts";
import type { RulePack } from "../core/standards/index.ts";
import { EDITIONS } from "./edition-label.ts";
import { exportWords } from "./export-words.ts";
import { basisSentence, findingSentence, flagLabel, inLanguage, verdictLabel } from "./findings.ts";
import type { Language } from "./language.ts";
import { VOCABULARIES } from "./vocabularies.ts";

export function reportWords(language: Language): ReportWords {
  const column = language === "en" ? 1 : 0;
  const words = Object.fromEntries(Object.entries(WORDS).map(([word, both]) => [word, both[column]]));
  const labels = Object.fromEntries([
    ...FLAGS.map((flag) => [`flag.${flag}`, flagLabel(flag, language)]),
    ...VERDICTS.map((verdict) => [`verdict.${verdict}`, verdictLabel(verdict, language)]),
    ...Object.entries(exportWords(language).values),
    ...LAYER_ROLES.map((role) => [`role.${role}`, VOCABULARIES["roles"]?.[language][role] ?? role]),
    ...(["needs", "resources", "projects"] as const).map((kind) => [
      `head.${kind}`,
      WORDS[`head.${kind}`][column],
    ]),
  ]);
  return {
    words: words as Record<ReportWord, string>,
    labels,
    language: language === "en" ? "en" : "zh",
  };
}

/** What each finding says: the rule's title, the evidence, the clause. */
export function reportFindings(
  findings: readonly Finding[],
  pack: RulePack,
  language: Language,
): readonly FindingText[] {
  const rules = new Map(pack.rules.map((rule) => [rule.id, rule]));
  return findings.map((finding) => {
    const rule = rules.get(finding.ruleId);
    return {
      title: rule === undefined ? finding.ruleId : inLanguage(rule.title, language),
      text: findingSentence(withoutFolders(finding), language),
      basis: rule === undefined ? "" : basisSentence(rule, language),
    };
  });
}

/** On paper a file is named without the folders of the disk it lay on. */
const withoutFolders = (finding: Finding): Finding => ({
  ...finding,
  inputs: finding.inputs.map((input) => ({ ...input, file: input.file?.replace(/^.*[/\\]/, "") ?? null })),
});

/** Chinese, English. */
const WORDS: Readonly<Record<ReportWord, readonly [string, string]>> = {
  "title.district": ["全部范围", "The whole area"],
  "title.overview": ["{name} 党群服务中心现状图", "{name}: service centres today"],
  "title.coverage": ["{name} {minutes} 分钟服务圈覆盖图", "{name}: {minutes}-minute service circles"],
  "title.assess": ["{name} 过小与过远社区图", "{name}: communities too small or too far"],
  "title.gridNet": ["{name} 网格划分图", "{name}: grids"],
  "title.communities": ["社区指标表", "Communities in figures"],
  "title.findings": ["未达标与无数据事项", "Not met, or not known"],
  "title.centers": ["党群服务中心一览表", "Service centres"],
  "title.comparison": ["方案比较", "Options compared"],
  "title.lists": ["三张清单", "Three lists"],
  "title.decisions": ["意见与决议", "Opinions and decisions"],
  "title.grid": ["网格 {code} 图纸", "Grid {code}"],
  "title.continued": ["{title}（续）", "{title} (continued)"],
  "figure.households": ["户数", "Households"],
  "figure.covered": ["{minutes} 分钟内可达户数", "Households within {minutes} minutes"],
  "figure.uncovered": ["未覆盖户数", "Households not covered"],
  "figure.coverage": ["覆盖率", "Coverage"],
  "figure.worst": ["最远步行", "Longest walk"],
  "figure.median": ["半数住户步行不超过", "Half the households walk at most"],
  "figure.floorArea": ["现有中心面积", "Floor area of the centre"],
  "figure.requiredArea": ["应有中心面积", "Floor area required"],
  "figure.missingArea": ["面积缺口", "Floor area missing"],
  "figure.allocated": ["就近分配户数", "Households nearest to it"],
  "figure.grids": ["网格", "Grids"],
  "figure.centers": ["党群服务中心", "Service centres"],
  "figure.communities": ["社区", "Communities"],
  "figure.residences": ["住宅楼", "Residential buildings"],
  "figure.compounds": ["小区", "Compounds"],
  "unit.households": ["{n} 户", "{n} households"],
  "unit.area": ["{n} ㎡", "{n} m²"],
  "unit.minutes": ["{n} 分钟", "{n} min"],
  "unit.count": ["{n} 个", "{n}"],
  "unit.unknown": ["未知", "unknown"],
  "unit.none": ["—", "—"],
  "unit.atLeast": ["至少 {text}", "at least {text}"],
  "formula.sum": ["逐栋相加；户数不详的不计入", "sum over buildings; unknown counts are in no sum"],
  "formula.share": [
    "{minutes} 分钟内可达户数 ÷ 已知户数",
    "households within {minutes} minutes ÷ known households",
  ],
  "formula.covered": [
    "沿步行路网 {minutes} 分钟内能到一处中心的户数（15:00 计入，15:01 不计入）",
    "households that reach a centre within {minutes} minutes along the paths (15:00 counts, 15:01 does not)",
  ],
  "formula.uncovered": [
    "已知户数 − {minutes} 分钟内可达户数",
    "known households − households within {minutes} minutes",
  ],
  "formula.count": ["逐个计数", "counted one by one"],
  "formula.flagged": ["按规则包判定的个数", "number so judged by the rule pack"],
  "formula.walk": [
    "沿步行路网到最近中心的时间，两端接入距离计入",
    "walk to the nearest centre along the paths, both access legs counted",
  ],
  "formula.area": ["本社区社区级中心建筑面积之和", "sum of the floor areas of the community's own centres"],
  "formula.required": ["户数 ÷ 100 × 每百户应有面积", "households ÷ 100 × area asked per 100 households"],
  "legend.within": ["步行 {from}–{to} 分钟", "{from}–{to} min on foot"],
  "legend.beyond": ["超过 {minutes} 分钟", "over {minutes} min"],
  "legend.unlinked": ["未接入路网", "off the network"],
  "legend.residence": ["住宅", "residence"],
  "legend.area": ["{minutes} 分钟服务圈", "{minutes}-minute circle"],
  "legend.community": ["社区界", "community"],
  "legend.subdistrict": ["街道界", "subdistrict"],
  "legend.grid": ["网格", "grid"],
  "legend.gridOut": ["户数不合的网格", "grid out of range"],
  "legend.tooSmall": ["过小社区", "too small"],
  "legend.tooFar": ["过远社区", "too far"],
  "legend.both": ["又小又远", "both"],
  "legend.unknown": ["无数据", "not known"],
  "legend.level.subdistrict": ["街道级中心", "subdistrict centre"],
  "legend.level.community": ["社区级中心", "community centre"],
  "legend.level.area": ["区域级中心", "area centre"],
  "legend.level.grid": ["网格服务点", "grid point"],
  "legend.level.station": ["小区服务站", "compound station"],
  "mark.subdistrict": ["街", "S"],
  "mark.community": ["社", "C"],
  "mark.area": ["区", "A"],
  "mark.grid": ["格", "G"],
  "mark.station": ["站", "P"],
  "head.findings": ["评估结论", "Findings"],
  "head.fix": ["怎样达标", "What would mend it"],
  "head.place": ["对象", "Place"],
  "head.rule": ["规则", "Rule"],
  "head.finding": ["结论与依据", "Finding and clause"],
  "head.name": ["名称", "Name"],
  "head.level": ["级别", "Level"],
  "head.flags": ["提示", "Flags"],
  "head.option": ["指标", "Measure"],
  "head.owner": ["责任单位", "Owner"],
  "head.due": ["期限", "Due"],
  "head.state": ["状态", "State"],
  "head.item": ["事项", "Item"],
  "head.needs": ["需求清单", "Needs"],
  "head.resources": ["资源清单", "Resources"],
  "head.projects": ["项目清单", "Projects"],
  "head.opinions": ["意见", "Opinion"],
  "head.answers": ["对应事项", "Matched with"],
  "fix.area": [
    "缺 {area}：可扩建、与邻近设施共享或就近补建，补足即达标。",
    "{area} is missing: enlarge, share with a neighbouring facility, or add rooms nearby.",
  ],
  "fix.center": [
    "没有社区级中心：需新建或共享一处，面积不少于 {area}。",
    "There is no community centre: build or share one of at least {area}.",
  ],
  "fix.far": [
    "{households}不在服务圈内，主要在：{list}。在其附近设站点，或打通到最近中心的步行路。",
    "{households} lie outside the circles, most of them in: {list}. Put a station near them, or open a path to the nearest centre.",
  ],
  "fix.other": ["还需改进：{list}。", "To be mended too: {list}."],
  "fix.grids": [
    "{n} 个网格有不合要求之处，逐格见网格表。",
    "{n} grids do not meet a rule; see the list of grids.",
  ],
  "fix.unknown": ["先补数据再判断：{list}。", "Complete the data before judging: {list}."],
  "fix.none": ["各项均达标，无需调整。", "All is met; nothing to change."],
  "note.noCommunities": [
    "没有社区图层，未分社区统计。",
    "There is no community layer: nothing is counted by community.",
  ],
  "note.noFindings": ["没有需要说明的结论。", "There is nothing to report."],
  "note.noEntries": ["没有录入内容。", "Nothing has been entered."],
  "note.lowerBound": [
    "另有 {n} 处住宅户数不详，未计入任何合计。",
    "{n} residences of unknown households are in no sum.",
  ],
  "note.offMap": [
    "所选比例尺下本图放不下全部范围，图边以外未显示。",
    "At the scale asked for, the map cannot show the whole; what lies beyond its edge is not shown.",
  ],
  "note.more": ["另有 {n} 个", "{n} more"],
  "head.minutes": ["住户步行时间（户）", "Households by walking time"],
  "foot.sources": ["数据：{list}。", "Data: {list}."],
  "foot.basis": ["口径：{list}。", "Basis: {list}."],
  "foot.walk": [
    "步速 {speed} 米/秒，{minutes} 分钟，沿步行路网",
    "{speed} m/s, {minutes} minutes, along the walking network",
  ],
  "foot.estimate": [
    "步速 {speed} 米/秒，{minutes} 分钟，无路网，按直线距离乘绕行系数估算",
    "{speed} m/s, {minutes} minutes; no network: estimated by straight lines times a detour ratio",
  ],
  "foot.pack": ["规则包 {name}（{edition}）", "rule pack {name} ({edition})"],
  "edition.dated": EDITIONS.dated,
  "edition.draft": EDITIONS.draft,
  "edition.undated": EDITIONS.undated,
  "foot.option": ["方案“{option}”第 {revision} 版", 'option "{option}", revision {revision}'],
  "foot.made": ["{date} 由圈点制作", "Made with Quandian, {date}"],
  "foot.maker": ["制图：{maker}", "Drawn by {maker}"],
  "foot.review": ["审图号：{number}", "Map review no. {number}"],
  "foot.reviewMissing": ["未取得审图号，不得公开", "No map review number: not for the public"],
  "foot.page": ["第 {page} 页，共 {pages} 页", "Page {page} of {pages}"],
  "foot.drawn": [
    "坐标 CGCS2000（与 WGS-84 之差在图上不可见）",
    "drawn in CGCS2000 (WGS-84 differs by less than a line)",
  ],
  "stamp.internal": ["内部资料", "INTERNAL"],
  "mark.stale": [
    "注意：方案已改动，本页数字仍是第 {revision} 版的结果，使用前请重新计算。",
    "Caution: the option has changed; these figures are of revision {revision}. Compute again before use.",
  ],
  "map.north": ["北", "N"],
  "map.scale": ["比例尺 1:{scale}", "Scale 1:{scale}"],
  "map.metres": ["米", "m"],
  "map.kilometres": ["千米", "km"],
  "foot.figures": ["算法：{list}。", "How counted: {list}."],
  "foot.noDate": ["时点不详", "date not stated"],
  "head.grids": ["网格", "Grids"],
  "head.fewest": ["最少户数", "Fewest households"],
  "head.most": ["最多户数", "Most households"],
  "title.allFindings": ["全部结论", "All findings"],
  "title.grids": ["网格一览表", "Grids"],
  "title.sources": ["来源与口径", "Sources and basis"],
  "head.code": ["编码", "Code"],
  "head.kind": ["类别", "Kind"],
  "head.planOption": ["方案", "Option"],
  "head.followUp": ["上次会议落实情况", "Follow-up of the last meeting"],
  "head.decision": ["决议", "Decision"],
  "column.households": ["户", "households"],
  "column.area": ["㎡", "m²"],
  "column.minutes": ["分钟", "min"],
  "column.subdistrict": ["所属街道", "Subdistrict"],
  "column.community": ["所属社区", "Community"],
  "column.unknownResidences": ["户数不详的住宅楼", "Residential buildings of unknown households"],
  "column.p90": ["九成住户步行不超过", "Nine tenths of the households walk at most"],
  "column.ruleId": ["规则编号", "Rule"],
  "column.force": ["效力", "Force"],
  "column.verdict": ["结论", "Verdict"],
  "column.actual": ["现值", "Actual"],
  "column.required": ["应达到", "Required"],
  "column.shortfall": ["缺口", "Shortfall"],
  "column.unit": ["单位", "Unit"],
  "column.basis": ["依据", "Clause"],
  "column.revision": ["版次", "Revision"],
  "column.about": ["项目", "About"],
  "column.content": ["内容", "Content"],
  "column.datum": ["坐标系", "Datum"],
  "column.asOf": ["数据时点", "As of"],
  "column.rowsRead": ["读入行数", "Rows read"],
  "column.rowsUsed": ["采用行数", "Rows used"],
  "column.option": ["方案与版次", "Option and revision"],
  "column.stale": ["注意", "Caution"],
  "column.pack": ["规则", "Rules"],
  "column.walk": ["步行口径", "Walking"],
  "column.made": ["制作", "Made"],
  "column.maker": ["制图单位", "Made by"],
  "column.audience": ["使用范围", "Audience"],
  "chart.coverage": ["各社区 {minutes} 分钟覆盖率", "{minutes}-minute coverage by community"],
  "chart.coverageLowest": [
    "{minutes} 分钟覆盖率最低的 {n} 个社区",
    "The {n} communities of lowest {minutes}-minute coverage",
  ],
  "chart.options": ["各方案覆盖率", "Coverage by option"],
  "chart.flags": ["各方案过小、过远社区数", "Communities too small or too far by option"],
  "chart.percent": ["覆盖率（%）", "Coverage (%)"],
  "chart.count": ["社区数", "Communities"],
  "theme.overview": ["现状", "Today"],
  "theme.coverage": ["服务圈", "Circles"],
  "theme.assess": ["过小过远", "Too small, too far"],
  "theme.gridNet": ["网格", "Grids"],
  "handout.title": ["{name} 党群服务中心布局", "{name}: layout of service centres"],
  "handout.pick": [
    "点选社区查看指标和结论。滚轮缩放，按住拖动。",
    "Click a community for its figures and findings. Wheel to zoom, drag to move.",
  ],
  "handout.whole": ["全图", "Whole map"],
  "handout.zoomIn": ["放大", "Zoom in"],
  "handout.zoomOut": ["缩小", "Zoom out"],
  "handout.close": ["关闭", "Close"],
  "handout.list": ["社区", "Communities"],
  "handout.themes": ["图面", "Map"],
  join: ["、", ", "],
  colon: ["：", ": "],
  semicolon: ["；", "; "],
};
