// The arguments of one run, checked before anything is read: wrong ones are told in a sentence, never thrown.

import { parseArgs } from "node:util";
import { writerFor } from "../core/formats/index.ts";
import { toWgs84 } from "../core/geo/index.ts";
import { type HouseholdRange, HUNAN_RANGE } from "../core/gridding/index.ts";
import type { LayerRole } from "../core/model/index.ts";
import type { Language } from "../messages/language.ts";
import type { ConvertArguments } from "./convert-command.ts";
import type { InspectArguments } from "./inspect-command.ts";
import type { ArgumentFault } from "./sentences.ts";

export interface AnalyseArguments {
  /** Folder or project file; null when the layers are named one by one. */
  readonly input: string | null;
  readonly layers: readonly { readonly role: LayerRole; readonly file: string }[];
  readonly fields: Readonly<Partial<Record<FieldOption, string>>>;
  readonly datum: string | null;
  /** Encoding of text without a mark of its own; null: found by reading. */
  readonly encoding: string | null;
  /** Columns to read although they look like personal information. */
  readonly keepColumns: readonly string[];
  readonly pack: string | null;
  /** null: as the project says, else 15. */
  readonly minutes: number | null;
  /** Metres per second; null: as the project says, else 1. */
  readonly speed: number | null;
  readonly out: string | null;
  readonly json: boolean;
}

export interface PartitionArguments extends AnalyseArguments {
  readonly range: HouseholdRange;
  /** Grids in all; null: as many as fit best. */
  readonly parts: number | null;
  /** CSV of pairs of unit ids. */
  readonly adjacency: string | null;
  /** Last year's net: grids as polygons, or units with their grid's code in column `previousField`. */
  readonly previous: string | null;
  readonly previousField: string | null;
  readonly seed: number;
}

export type Parsed =
  | { readonly kind: "help"; readonly language: Language }
  | { readonly kind: "inspect"; readonly language: Language; readonly options: InspectArguments }
  | { readonly kind: "convert"; readonly language: Language; readonly options: ConvertArguments }
  | { readonly kind: "partition"; readonly language: Language; readonly options: PartitionArguments }
  | { readonly kind: "analyse"; readonly language: Language; readonly options: AnalyseArguments }
  | {
      readonly kind: "fault";
      readonly language: Language;
      readonly fault: ArgumentFault;
      readonly values: Readonly<Record<string, string>>;
    };

const COMMANDS = ["analyse", "inspect", "convert", "partition", "site", "report", "packs"] as const;

export function parseArguments(argv: readonly string[]): Parsed {
  const { tokens } = parseArgs({ args: [...argv], options: OPTIONS, strict: false, tokens: true });
  const given = new Map<string, string>();
  const words: string[] = [];
  const flaws: Flaw[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const flaw = optionFlaw(token.name, token.rawName, token.value);
    if (flaw !== null) flaws.push(flaw);
    given.set(token.name, token.value ?? "");
  }
  const language: Language = given.get("lang") === "en" ? "en" : "zh-CN";
  if (given.has("help")) return { kind: "help", language };
  const flaw = flaws[0] ?? commandFlaw(words, given);
  if (flaw !== null) return { kind: "fault", language, ...flaw };
  const encoding = given.get("encoding") ?? null;
  if (words[0] === "inspect")
    return {
      kind: "inspect",
      language,
      options: { files: words.slice(1), encoding, json: given.has("json") },
    };
  if (words[0] === "convert") {
    return { kind: "convert", language, options: convertOptions(words[1]!, words[2]!, given) };
  }
  const options = layerOptions(words, given);
  return words[0] === "partition"
    ? { kind: "partition", language, options: { ...options, ...partitionOptions(given) } }
    : { kind: "analyse", language, options };
}

/** What `analyse` and `partition` share. */
function layerOptions(words: readonly string[], given: ReadonlyMap<string, string>): AnalyseArguments {
  const number = (name: string): number | null => (given.has(name) ? Number(given.get(name)) : null);
  return {
    input: words[1] ?? null,
    layers: Object.entries(LAYER_OPTIONS).flatMap(([option, role]) =>
      given.has(option) ? [{ role, file: given.get(option)! }] : [],
    ),
    fields: Object.fromEntries(
      FIELD_OPTIONS.flatMap((name) => (given.has(name) ? [[name, given.get(name)!]] : [])),
    ),
    datum: given.get("datum") ?? null,
    encoding: given.get("encoding") ?? null,
    keepColumns: (given.get("keep-columns") ?? "").split(/[,，]/).filter((column) => column !== ""),
    pack: given.get("pack") ?? null,
    minutes: number("minutes"),
    speed: number("speed"),
    out: given.get("out") ?? null,
    json: given.has("json"),
  };
}

function partitionOptions(
  given: ReadonlyMap<string, string>,
): Omit<PartitionArguments, keyof AnalyseArguments> {
  return {
    range: {
      min: Number(given.get("min") ?? HUNAN_RANGE.min),
      max: Number(given.get("max") ?? HUNAN_RANGE.max),
    },
    parts: given.has("parts") ? Number(given.get("parts")) : null,
    adjacency: given.get("adjacency") ?? null,
    previous: given.get("previous") ?? null,
    previousField: given.get("previous-field") ?? null,
    seed: Number(given.get("seed") ?? 1),
  };
}

function convertOptions(input: string, output: string, given: ReadonlyMap<string, string>): ConvertArguments {
  const label = new TextDecoder(given.get("encoding") ?? "utf-8").encoding;
  return {
    input,
    output,
    format: writerFor(output)!,
    from: given.get("datum") ?? null,
    to: given.get("to") ?? null,
    encoding: label === "gbk" || label === "gb18030" ? "gbk" : "utf8",
  };
}

/** Options that name a layer's file; `--units` and `--areas` are what `partition` calls them. */
const LAYER_OPTIONS = {
  residences: "residences",
  centers: "centers",
  network: "network",
  communities: "communities",
  barriers: "barriers",
  gates: "gates",
  units: "residences",
  areas: "communities",
} as const satisfies Readonly<Record<string, LayerRole>>;
const FIELD_OPTIONS = ["households", "area", "name", "id"] as const;
type FieldOption = (typeof FIELD_OPTIONS)[number];
const TEXT_OPTIONS = [
  "datum",
  "encoding",
  "keep-columns",
  "pack",
  "minutes",
  "speed",
  "out",
  "to",
  "min",
  "max",
  "parts",
  "seed",
  "adjacency",
  "previous",
  "previous-field",
  "lang",
] as const;

/** Options that take a whole number, and the least one. */
const WHOLE_OPTIONS: Readonly<Record<string, number>> = { min: 1, max: 1, parts: 1, seed: 0 };

const OPTIONS: Readonly<Record<string, { readonly type: "string" | "boolean"; readonly short?: string }>> = {
  ...Object.fromEntries(
    [...Object.keys(LAYER_OPTIONS), ...FIELD_OPTIONS, ...TEXT_OPTIONS].map((name) => [
      name,
      { type: "string" as const },
    ]),
  ),
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
};

interface Flaw {
  readonly fault: ArgumentFault;
  readonly values: Readonly<Record<string, string>>;
}

function optionFlaw(name: string, option: string, value: string | undefined): Flaw | null {
  const known = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
  if (known === undefined) return { fault: "unknownOption", values: { option } };
  if (known.type === "boolean") {
    return value === undefined ? null : { fault: "needlessValue", values: { option } };
  }
  if (value === undefined || value === "" || value.startsWith("--")) {
    return { fault: "noValue", values: { option } };
  }
  return valueFlaw(name, option, value);
}

function valueFlaw(name: string, option: string, value: string): Flaw | null {
  const values = { option, value };
  if (name === "minutes" || name === "speed") {
    const isNumber = /^(?:\d+\.?\d*|\.\d+)$/.test(value) && Number(value) > 0;
    return isNumber ? null : { fault: "notPositive", values };
  }
  const least = WHOLE_OPTIONS[name];
  if (least !== undefined) {
    return /^\d{1,9}$/.test(value) && Number(value) >= least
      ? null
      : { fault: "notWhole", values: { ...values, least: String(least) } };
  }
  if (name === "lang") return value === "zh" || value === "en" ? null : { fault: "badLanguage", values };
  if (name === "encoding") return isEncoding(value) ? null : { fault: "badEncoding", values };
  if (name === "datum" || name === "to")
    return toWgs84(value) === null ? { fault: "badDatum", values } : null;
  return null;
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== "";
  } catch {
    return false;
  }
}

function commandFlaw(words: readonly string[], given: ReadonlyMap<string, string>): Flaw | null {
  const [command, , extra] = words;
  const commands = COMMANDS.join(", ");
  if (command === undefined) return { fault: "noCommand", values: { commands } };
  if (command === "inspect") return words.length > 1 ? null : { fault: "noFiles", values: {} };
  if (command === "convert") return convertFlaw(words);
  if (command === "partition") return partitionFlaw(words, given);
  if (command !== "analyse") return { fault: "unknownCommand", values: { value: command, commands } };
  if (extra !== undefined) return { fault: "tooManyInputs", values: { value: extra } };
  const hasLayers = given.has("residences") && given.has("centers");
  return words.length === 2 || hasLayers ? null : { fault: "noInput", values: {} };
}

function partitionFlaw([, input, extra]: readonly string[], given: ReadonlyMap<string, string>): Flaw | null {
  if (extra !== undefined) return { fault: "tooManyInputs", values: { value: extra } };
  if (input === undefined && !given.has("units") && !given.has("residences"))
    return { fault: "noUnits", values: {} };
  const { range } = partitionOptions(given);
  return range.min <= range.max
    ? null
    : { fault: "minAboveMax", values: { min: String(range.min), max: String(range.max) } };
}

function convertFlaw([, input, output, extra]: readonly string[]): Flaw | null {
  if (input === undefined || output === undefined) return { fault: "noOutput", values: {} };
  if (extra !== undefined) return { fault: "tooManyInputs", values: { value: extra } };
  return writerFor(output) === null ? { fault: "badOutput", values: { value: output } } : null;
}
