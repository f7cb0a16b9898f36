// The arguments of `site`, checked before anything is read.

import { parseArgs } from "node:util";
import { CAPACITY_GOALS, type CapacityGoal, SITING_MODELS, type SitingModel } from "../core/siting/index.ts";
import type { Language } from "../messages/language.ts";
import { type SiteFault, WANTED } from "../messages/siting.ts";

export interface SiteArguments {
  /** Folder or project file; null when layers are named one by one or a matrix is given. */
  readonly input: string | null;
  readonly residences: string | null;
  readonly centers: string | null;
  readonly network: string | null;
  /** File of candidates, or "all": every residence. */
  readonly candidates: string | null;
  readonly matrix: string | null;
  readonly demand: string | null;
  readonly datum: string | null;
  /** What may be done at which site. */
  readonly actions: string | null;
  readonly model: SitingModel | "capacity";
  readonly k: number | null;
  readonly budget: number | null;
  readonly radius: number | null;
  readonly minutes: number | null;
  readonly speed: number;
  /** null: all for lscp, none asked for capacity. */
  readonly share: number | null;
  readonly fixed: readonly string[];
  readonly timeLimit: number;
  readonly gap: number;
  readonly seed: number;
  /** Square metres per 100 households. */
  readonly areaPer100: number;
  readonly mostShort: number | null;
  /** Taken for every floor area that is unknown; null: unknown areas are asked for. */
  readonly unknownArea: number | null;
  /** null: outside, short and, where money is known, cost. */
  readonly goals: readonly CapacityGoal[] | null;
  readonly json: boolean;
}

export type SiteParsed =
  | { readonly kind: "help"; readonly language: Language }
  | { readonly kind: "site"; readonly language: Language; readonly options: SiteArguments }
  | { readonly kind: "fault"; readonly language: Language; readonly flaw: SiteFlaw };

export interface SiteFlaw {
  readonly fault: SiteFault;
  readonly values: Readonly<Record<string, string>>;
}

/** `argv` after the word site. */
export function parseSiteArguments(argv: readonly string[]): SiteParsed {
  const { tokens } = parseArgs({ args: [...argv], options: OPTIONS, strict: false, tokens: true });
  const given = new Map<string, string>();
  const words: string[] = [];
  const flags: [string, string | undefined, string][] = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    given.set(token.name, token.value ?? "");
    flags.push([token.name, token.value, token.rawName]);
  }
  const language: Language = given.get("lang") === "en" ? "en" : "zh-CN";
  if (given.has("help")) return { kind: "help", language };
  for (const [name, value, raw] of flags) {
    const flaw = optionFlaw(name, value, raw, language);
    if (flaw !== null) return { kind: "fault", language, flaw };
  }
  const flaw = wholeFlaw(words, given);
  if (flaw !== null) return { kind: "fault", language, flaw };
  return { kind: "site", language, options: optionsOf(words, given) };
}

function optionsOf(words: readonly string[], given: ReadonlyMap<string, string>): SiteArguments {
  const text = (name: string): string | null => given.get(name) ?? null;
  const number = (name: string): number | null => (given.has(name) ? Number(given.get(name)) : null);
  return {
    input: words[0] ?? null,
    residences: text("residences"),
    centers: text("centers"),
    network: text("network"),
    candidates: text("candidates"),
    matrix: text("matrix"),
    demand: text("demand"),
    datum: text("datum"),
    actions: text("actions"),
    model: (text("model") ?? "") as SiteArguments["model"],
    k: number("k"),
    budget: number("budget"),
    radius: number("radius"),
    minutes: number("minutes"),
    speed: number("speed") ?? 1,
    share: number("share"),
    fixed: (text("fixed") ?? "").split(/[,，]/).filter((id) => id !== ""),
    timeLimit: number("time-limit") ?? 60,
    gap: number("gap") ?? 0,
    seed: number("seed") ?? 1,
    areaPer100: number("area-per-100") ?? AREA_PER_100,
    mostShort: number("most-short"),
    unknownArea: number("unknown-area"),
    goals: given.has("goals") ? (goalsIn(given.get("goals")!) as CapacityGoal[]) : null,
    json: given.has("json"),
  };
}

/** Of 湖南省 2022: 社区党群服务中心每百户不少于 30 ㎡. */
const AREA_PER_100 = 30;

const goalsIn = (text: string): string[] => text.split(/[,，]/).map((goal) => goal.trim());

const TEXTS = [
  "residences",
  "centers",
  "network",
  "candidates",
  "matrix",
  "demand",
  "actions",
  "goals",
  "datum",
  "model",
  "fixed",
  "lang",
];
const NUMBERS: Readonly<Record<string, keyof typeof WANTED>> = {
  k: "whole",
  budget: "positive",
  radius: "positive",
  minutes: "positive",
  speed: "positive",
  share: "share",
  "time-limit": "positive",
  gap: "zeroUp",
  seed: "zeroUp",
  "area-per-100": "positive",
  "most-short": "zeroUp",
  "unknown-area": "zeroUp",
};
const OPTIONS: Readonly<Record<string, { readonly type: "string" | "boolean"; readonly short?: string }>> = {
  ...Object.fromEntries(
    [...TEXTS, ...Object.keys(NUMBERS)].map((name) => [name, { type: "string" as const }]),
  ),
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
};

function optionFlaw(
  name: string,
  value: string | undefined,
  option: string,
  language: Language,
): SiteFlaw | null {
  const known = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
  if (known === undefined) return { fault: "unknownOption", values: { option } };
  if (known.type === "boolean") return null;
  if (value === undefined || value === "" || value.startsWith("--"))
    return { fault: "noValue", values: { option } };
  const wanted = NUMBERS[name];
  if (wanted !== undefined && !FITS[wanted](value)) {
    return { fault: "badNumber", values: { option, value, wanted: WANTED[wanted][language] } };
  }
  return null;
}

const isPlain = (text: string): boolean => /^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text);
const FITS: Readonly<Record<keyof typeof WANTED, (text: string) => boolean>> = {
  positive: (text) => isPlain(text) && Number(text) > 0,
  whole: (text) => /^\d+$/.test(text) && Number(text) >= 1,
  share: (text) => isPlain(text) && Number(text) > 0 && Number(text) <= 1,
  zeroUp: (text) => isPlain(text),
};

function wholeFlaw(words: readonly string[], given: ReadonlyMap<string, string>): SiteFlaw | null {
  const model = given.get("model") ?? "";
  const models: readonly string[] = [...SITING_MODELS, "capacity"];
  if (!models.includes(model)) {
    return { fault: "badModel", values: { value: model, wanted: models.join(", ") } };
  }
  const goals = goalsIn(given.get("goals") ?? CAPACITY_GOALS.join());
  const isOdd = goals.some((goal, place) => !isGoal(goal) || goals.indexOf(goal) !== place);
  if (isOdd) {
    return { fault: "badGoals", values: { value: goals.join(), wanted: CAPACITY_GOALS.join(", ") } };
  }
  if (model !== "capacity" && given.has("k") && given.has("budget"))
    return { fault: "bothLimits", values: {} };
  if (given.has("radius") && given.has("minutes")) return { fault: "bothRadii", values: {} };
  if (model === "capacity" && given.has("matrix") && !given.has("radius") && !given.has("minutes")) {
    return { fault: "noRadius", values: {} };
  }
  const hasPlaces = words.length > 0 || (given.has("residences") && given.has("candidates"));
  return given.has("matrix") || hasPlaces ? null : { fault: "noInput", values: {} };
}

const isGoal = (text: string): boolean => (CAPACITY_GOALS as readonly string[]).includes(text);
