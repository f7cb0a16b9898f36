// What rules on registers found: the figures by the pack's own names, what the rule asks, how far off it is. One
// shape serves all of them, because the names come with the evidence.

import type { EvidenceInput } from "../core/assess/index.ts";
import type { MetricId } from "../core/standards/index.ts";
import type { Facts, SentenceTable } from "./findings-facts.ts";
import { evidenceLabel, inLanguage } from "./findings-labels.ts";
import type { Language } from "./language.ts";

type Older =
  | "community.accessCoverage"
  | "community.areaPer100Households"
  | "community.households"
  | "community.gridCount"
  | "center.floorArea"
  | "grid.households"
  | "grid.compoundsSplit"
  | "grid.partyOrgs"
  | "grid.fullTimeWorkers";
type RegisterMetricId = Exclude<MetricId, Older>;

export function registerSentences(language: Language): Pick<SentenceTable, RegisterMetricId> {
  const plain = sentences(language);
  return {
    "community.floorArea": plain,
    "community.bandArea": plain,
    "community.serviceKinds": plain,
    "community.facilityCoverage": plain,
    "community.unhungUnits": plain,
    "community.linkedResidences": plain,
    "district.largeCenters": plain,
    "district.mergedNets": plain,
    "place.records": plain,
    "place.shareWith": plain,
    "place.number": plain,
    "place.difference": plain,
    "place.ratio": plain,
    "place.areaPerPerson": plain,
    "place.per10000": plain,
    "place.yuanPerPerson": plain,
    "place.partyBudget": plain,
    "place.partyBody": plain,
    "place.checklist": plain,
    "place.daysSince": plain,
    "place.nearestMinutes": plain,
    "place.gapHouseholds": plain,
    "place.tiling": plain,
    "place.inGrids": plain,
    "place.coreNetwork": plain,
    "place.missingOpinions": plain,
  };
}

function sentences(language: Language): SentenceTable["place.records"] {
  const english = language === "en";
  return {
    met: (f) =>
      english
        ? `${listed(f, language)}; asked is ${ask(f, language)}: met.`
        : `${listed(f, language)}；要求${ask(f, language)}，已达到。`,
    unmet: (f) =>
      english
        ? `${listed(f, language)}; asked is ${ask(f, language)}: ${lack(f, language)}.`
        : `${listed(f, language)}；要求${ask(f, language)}，${lack(f, language)}。`,
    unknown: (f) =>
      english
        ? `Cannot be judged: no data on ${missing(f, language)} (asked is ${ask(f, language)}).`
        : `没有“${missing(f, language)}”的数据，所以无法判断（要求${ask(f, language)}）。`,
  };
}

/** "常住人口 41,200，社区工作者 60，每万人 14.5 名": known inputs, then the figure where it is not one of them. */
function listed(f: Facts, language: Language): string {
  const said = f.finding.inputs.flatMap((input) =>
    isLimit(input) ? [] : [`${nameOf(input, language)} ${f.write(input.value, input.unit)}`],
  );
  const { actual, metric } = f.finding;
  const bare = f.finding.inputs.some(({ value, name }) => value === actual && !LIMITS.test(name));
  const figure = actual === null || bare ? [] : [f.write(actual, FIGURES[metric] ?? f.finding.unit)];
  return (
    [...said, ...figure].join(language === "en" ? ", " : "，") ||
    (language === "en" ? "nothing is there" : "没有")
  );
}

/** Figures whose unit is not that of the shortfall. */
const FIGURES: Partial<Record<MetricId, Facts["finding"]["unit"]>> = {
  "place.per10000": "per10000",
  "place.yuanPerPerson": "yuan/person",
  "place.partyBudget": "yuan/person",
};

function missing(f: Facts, language: Language): string {
  const unknown = f.finding.inputs.filter((input) => input.value === null && !isLimit(input));
  const doubtful = unknown.length > 0 ? unknown : f.finding.inputs.filter((input) => !isLimit(input));
  return [...new Set(doubtful.map((input) => nameOf(input, language)))].join(language === "en" ? ", " : "、");
}

function ask(f: Facts, language: Language): string {
  const range =
    f.number("limitAbove") === null ? between(f, language) : WORDS[language].above(f.text("limitAbove"));
  return f.number("limit") === null ? range : WORDS[language].here(range, f.text("limit"));
}

function between(f: Facts, language: Language): string {
  const [low, high] = [f.number("limitLow"), f.number("limitHigh")];
  const words = WORDS[language];
  if (low === null) return words.most(f.text("limitHigh"));
  if (high === null) return words.least(f.text("limitLow"));
  return low === high ? words.just(f.text("limitLow")) : words.range(f.text("limitLow"), f.text("limitHigh"));
}

const WORDS = {
  "zh-CN": {
    above: (n: string) => `超过 ${n}`,
    most: (n: string) => `不超过 ${n}`,
    least: (n: string) => `不少于 ${n}`,
    just: (n: string) => `为 ${n}`,
    range: (a: string, b: string) => ` ${a} 至 ${b}`,
    here: (range: string, n: string) => `${range}（这里即 ${n}）`,
  },
  en: {
    above: (n: string) => `more than ${n}`,
    most: (n: string) => `at most ${n}`,
    least: (n: string) => `at least ${n}`,
    just: (n: string) => `exactly ${n}`,
    range: (a: string, b: string) => `${a} to ${b}`,
    here: (range: string, n: string) => `${range}, here ${n}`,
  },
} as const;

function lack({ finding, shortfall, number }: Facts, language: Language): string {
  const english = language === "en";
  if (finding.metric === "place.partyBody")
    return english ? "another kind of body fits" : "现有形式与人数不合";
  if (finding.shortfall === null || finding.shortfall === 0) return english ? "not met" : "未达到";
  const top = number("limitHigh");
  const over = top !== null && finding.actual !== null && finding.actual > top;
  if (over) return english ? `${shortfall} over` : `超出 ${shortfall}`;
  return english ? `short ${shortfall}` : `缺 ${shortfall}`;
}

const LIMITS = /^limit/;
const isLimit = ({ name }: EvidenceInput): boolean => LIMITS.test(name);

const nameOf = ({ label, name }: EvidenceInput, language: Language): string => {
  const words = label === undefined ? evidenceLabel(name, language) : inLanguage(label, language);
  return language === "en" ? words.charAt(0).toLowerCase() + words.slice(1) : words;
};
