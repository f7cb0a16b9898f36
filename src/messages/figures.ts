// Numbers with their units, as written in each language. Rounding never flatters: walking minutes round up
// and shares round down, so 15:01 is not shown as 15 and 99.97 % is not shown as all.

import type { FigureUnit } from "../core/assess/index.ts";
import type { Language } from "./language.ts";

/** "2,340 户", "292 ㎡", "12.4 分钟", "89.7%"; 未知 / unknown for null. */
export function formatFigure(value: number | null, unit: FigureUnit, language: Language): string {
  if (value === null) return language === "en" ? "unknown" : "未知";
  const number = FORMATS[language][DIGITS[unit]].format(roundFor(unit, value));
  return UNIT_TEXT[language][unit](number, value);
}

/** Least and most decimals shown. */
const DIGITS = {
  m2: "upToTwo",
  "m2/100hh": "upToTwo",
  households: "upToOne",
  ratio: "percent",
  count: "whole",
  minutes: "upToOne",
  mps: "one",
  "m2/person": "upToTwo",
  per10000: "upToOne",
  yuan: "upToTwo",
  "yuan/person": "upToTwo",
  days: "whole",
} as const satisfies Record<FigureUnit, string>;

type DigitsKey = (typeof DIGITS)[FigureUnit];

const formatsOf = (language: Language): Record<DigitsKey, Intl.NumberFormat> => ({
  whole: new Intl.NumberFormat(language, { maximumFractionDigits: 0 }),
  one: new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 2 }),
  upToOne: new Intl.NumberFormat(language, { maximumFractionDigits: 1 }),
  upToTwo: new Intl.NumberFormat(language, { maximumFractionDigits: 2 }),
  percent: new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }),
});

const FORMATS: Record<Language, Record<DigitsKey, Intl.NumberFormat>> = {
  "zh-CN": formatsOf("zh-CN"),
  en: formatsOf("en"),
};

type UnitText = Record<FigureUnit, (number: string, value: number) => string>;

const UNIT_TEXT: Record<Language, UnitText> = {
  "zh-CN": {
    m2: (n) => `${n} ㎡`,
    "m2/100hh": (n) => `每百户 ${n} ㎡`,
    households: (n) => `${n} 户`,
    ratio: (n) => n,
    count: (n) => n,
    minutes: (n) => `${n} 分钟`,
    mps: (n) => `${n} 米/秒`,
    "m2/person": (n) => `人均 ${n} ㎡`,
    per10000: (n) => `每万人 ${n} 名`,
    yuan: (n) => `${n} 元`,
    "yuan/person": (n) => `人均 ${n} 元`,
    days: (n) => `${n} 天`,
  },
  en: {
    m2: (n) => `${n} m²`,
    "m2/100hh": (n) => `${n} m² per 100 households`,
    households: (n, value) => `${n} ${value === 1 ? "household" : "households"}`,
    ratio: (n) => n,
    count: (n) => n,
    minutes: (n, value) => `${n} ${value === 1 ? "minute" : "minutes"}`,
    mps: (n) => `${n} m/s`,
    "m2/person": (n) => `${n} m² per person`,
    per10000: (n) => `${n} per 10,000 people`,
    yuan: (n) => `${n} yuan`,
    "yuan/person": (n) => `${n} yuan per person`,
    days: (n, value) => `${n} ${value === 1 ? "day" : "days"}`,
  },
};

/** Slack for binary fractions: 0.897 × 1000 is a hair under 897. */
const SLACK = 1e-9;

function roundFor(unit: FigureUnit, value: number): number {
  if (unit === "ratio") return Math.floor(value * 1000 + SLACK) / 1000;
  if (unit === "minutes") return Math.ceil(value * 10 - SLACK) / 10;
  return value;
}
