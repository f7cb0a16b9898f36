// What each rule found, in Chinese: one sentence or two for every metric and verdict.

import type { Facts, SentenceTable } from "./findings-facts.ts";
import { registerSentences } from "./findings-registers.ts";

export const FINDINGS_ZH: SentenceTable = {
  "community.accessCoverage": {
    met: (f) =>
      `${households(f)}中 ${f.text("covered")}步行 ${f.text("minutes")}内可达（${share(f)}）${worst(f)}；步速 ${f.text("speed")}。`,
    unmet: (f) =>
      `${households(f)}中 ${f.text("uncovered")}步行 ${f.text("minutes")}内到不了任何中心，可达率 ${share(f)}${worst(f)}；步速 ${f.text("speed")}。${f.some("unlinked") ? `另有 ${f.text("unlinked")}未接入步行网络，不计为可达。` : ""}`,
    unknown: (f) => because(accessDoubts(f)),
  },
  "community.areaPer100Households": {
    met: (f) =>
      `${joined("服务", households(f))}，${knownArea(f)}，应有 ${f.required}，已达到。${allocated(f)}`,
    unmet: (f) =>
      f.some("centers")
        ? `${joined("服务", households(f))}，${knownArea(f)}，应有 ${f.required}，缺 ${f.shortfall}。${allocated(f)}`
        : `${joined("辖", households(f))}，没有社区党群服务中心，应有 ${f.required}，缺 ${f.shortfall}。`,
    unknown: (f) => because([...householdDoubts(f), f.some("unknownAreas") ? areaDoubt(f) : knownArea(f)]),
  },
  "community.households": sizeSentences("本社区"),
  "grid.households": sizeSentences("本网格"),
  "community.gridCount": {
    met: (f) => `${households(f)}划为 ${f.text("grids")} 个网格，合适的个数为 ${gridRange(f)}。`,
    unmet: (f) =>
      (f.number("gridsMost") ?? Infinity) < (f.number("gridsFewest") ?? 0)
        ? `${households(f)}无法划成每格 ${range(f)}的网格（现有 ${f.text("grids")} 个），只能取最接近的分法。`
        : `${households(f)}划为 ${f.text("grids")} 个网格，应为 ${gridRange(f)}，相差 ${f.shortfall} 个。`,
    unknown: (f) => because([...householdDoubts(f), `现有 ${f.text("grids")} 个网格`]),
  },
  "center.floorArea": {
    met: (f) => `建筑面积 ${f.actual}，标准 ${f.text("limit")}，已达到。`,
    unmet: (f) => `建筑面积 ${f.actual}，标准 ${f.required}，${lackOrExcess(f)} ${f.shortfall}。`,
    unknown: (f) => because([`没有建筑面积的数据（标准 ${f.text("limit")}）`]),
  },
  "grid.compoundsSplit": {
    met: (f) => `没有不超过 ${f.text("splitAbove")}而被拆分的小区。`,
    unmet: (f) => `${f.text("compoundsCut")} 个不超过 ${f.text("splitAbove")}的小区被拆到几个网格。`,
    unknown: (f) =>
      because([
        f.number("compoundsCut") === null
          ? "本网格没有住宅"
          : `${f.text("compoundsDoubtful")} 个被拆分的小区户数不详，是否超过 ${f.text("splitAbove")}不能确定`,
      ]),
  },
  "grid.partyOrgs": countSentences("党组织"),
  "grid.fullTimeWorkers": countSentences("专职网格员"),
  ...registerSentences("zh-CN"),
};

const because = (doubts: readonly string[]): string => `${doubts.join("；")}，所以无法判断。`;

function households(f: Facts): string {
  if (!f.some("unknownResidences")) return f.text("households");
  if (f.number("households") === f.number("statedHouseholds")) return `台账 ${f.text("households")}`;
  return `至少 ${f.text("households")}（另有 ${f.text("unknownResidences")} 处住宅户数不详）`;
}

/** A figure stands apart from the word before it, a word does not. */
const joined = (word: string, text: string): string => `${word}${/^\d/.test(text) ? " " : ""}${text}`;

const share = (f: Facts): string => f.write(f.finding.actual, "ratio");

const worst = (f: Facts): string => (f.some("worstMinutes") ? `，最远 ${f.text("worstMinutes")}` : "");

function accessDoubts(f: Facts): string[] {
  if (!f.some("households")) return householdDoubts(f);
  return [
    ...(f.some("unlinked") ? [`${f.text("unlinked")}未接入步行网络`] : []),
    ...(f.some("unlinkedCenters")
      ? [`${f.text("unlinkedCenters")} 处中心未接入步行网络，${f.text("uncovered")}能否到达不能确定`]
      : []),
    ...(f.some("unknownResidences") ? [`${f.text("unknownResidences")} 处住宅户数不详`] : []),
    `已知 ${f.text("households")}中 ${f.text("covered")}步行 ${f.text("minutes")}内可达`,
  ];
}

function householdDoubts(f: Facts): string[] {
  if (f.some("unknownResidences")) return [`${f.text("unknownResidences")} 处住宅户数不详`];
  return f.some("households") ? [] : ["没有户数的数据"];
}

const knownArea = (f: Facts): string =>
  f.some("unknownAreas") ? `已知面积 ${f.text("floorArea")}` : `现有 ${f.text("floorArea")}`;

const areaDoubt = (f: Facts): string =>
  f.number("unknownAreas") === f.number("centers")
    ? `中心面积不详（应有 ${f.required}）`
    : `${f.text("centers")} 处中心中 ${f.text("unknownAreas")} 处面积不详（已知 ${f.text("floorArea")}，应有 ${f.required}）`;

const allocated = (f: Facts): string =>
  f.number("allocated") === null
    ? ""
    : `按就近分配 ${f.text("allocated")}，应有 ${f.text("allocatedArea")}。`;

function range(f: Facts): string {
  const [low, high] = [f.number("limitLow"), f.number("limitHigh")];
  if (low === null) return `不多于 ${f.text("limitHigh")}`;
  if (high === null) return `不少于 ${f.text("limitLow")}`;
  return `${f.write(low, "count")} 至 ${f.text("limitHigh")}`;
}

const gridRange = (f: Facts): string =>
  f.number("gridsMost") === null
    ? `不少于 ${f.text("gridsFewest")} 个`
    : f.number("gridsMost") === f.number("gridsFewest")
      ? `${f.text("gridsMost")} 个`
      : `${f.text("gridsFewest")} 至 ${f.text("gridsMost")} 个`;

/** Below the range something is lacking, above it too much. */
const lackOrExcess = ({ finding }: Facts): string =>
  (finding.actual ?? 0) > (finding.required ?? Infinity) ? "超出" : "缺";

function sizeSentences(place: string): SentenceTable["grid.households"] {
  return {
    met: (f) => `${joined(place, households(f))}，符合 ${range(f)}的要求。`,
    unmet: (f) => {
      const above = (f.number("households") ?? 0) > (f.finding.required ?? Infinity);
      return `${joined(place, households(f))}，要求 ${range(f)}，${above ? "超出" : "少"} ${f.shortfall}。`;
    },
    unknown: (f) => because([...householdDoubts(f), `${place}要求 ${range(f)}`]),
  };
}

function countSentences(thing: string): SentenceTable["grid.partyOrgs"] {
  return {
    met: (f) => `有 ${f.actual} 个${thing}，符合要求。`,
    unmet: (f) =>
      f.finding.actual === 0
        ? `没有${thing}，应有 ${f.required} 个。`
        : `有 ${f.actual} 个${thing}，应有 ${f.required} 个。`,
    unknown: () => because([`没有${thing}的数据`]),
  };
}
