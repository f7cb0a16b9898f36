// The arguments of `report`: its own options are taken out, the rest are those of `analyse` and checked there.

import { PAGE_FORMATS, type PageFormatId, sheetFor } from "../adapters/pages/page-formats.ts";
import { PAPER_SIZES, type PaperSize, REPORT_CONTENTS, type ReportContent } from "../core/report/index.ts";
import type { Language } from "../messages/language.ts";
import { type AnalyseArguments, parseArguments } from "./arguments.ts";
import type { ReportFault } from "./report-sentences.ts";
import type { ArgumentFault } from "./sentences.ts";

export interface ReportArguments {
  readonly analyse: AnalyseArguments;
  readonly format: PageFormatId;
  readonly content: ReportContent;
  readonly paper: PaperSize;
  readonly landscape: boolean;
  readonly scale: number | null;
  readonly only: readonly string[];
  readonly audience: "internal" | "public";
  readonly review: string;
  readonly maker: string;
  /** ISO date; null: today. */
  readonly date: string | null;
  /** Name or id of a plan option; null: the one last worked on. */
  readonly option: string | null;
  readonly out: string;
}

export interface ReportFlaw {
  readonly fault: ReportFault;
  readonly values: Readonly<Record<string, string>>;
}

export type ReportParsed =
  | { readonly kind: "help"; readonly language: Language }
  | { readonly kind: "report"; readonly language: Language; readonly options: ReportArguments }
  | { readonly kind: "fault"; readonly language: Language; readonly flaw: ReportFlaw }
  | {
      readonly kind: "shared";
      readonly language: Language;
      readonly fault: ArgumentFault;
      readonly values: Readonly<Record<string, string>>;
    };

const OWN_OPTIONS = [
  "format",
  "pages",
  "paper",
  "scale",
  "only",
  "review",
  "maker",
  "date",
  "option",
  "out",
] as const;
type OwnOption = (typeof OWN_OPTIONS)[number];
const OWN_FLAGS = ["portrait", "landscape", "public"] as const;

/** `argv` after the word report. */
export function parseReportArguments(argv: readonly string[]): ReportParsed {
  const own = new Map<string, string>();
  const rest: string[] = [];
  let lacking: string | null = null;
  for (let i = 0; i < argv.length; i++) {
    const [name = "", inline] = splitOption(argv[i]!);
    if (OWN_FLAGS.some((flag) => flag === name)) own.set(name, "");
    else if (OWN_OPTIONS.some((option) => option === name)) {
      const value = inline ?? argv[++i];
      if (value === undefined || value.startsWith("--")) lacking = `--${name}`;
      own.set(name, value ?? "");
    } else rest.push(argv[i]!);
  }
  const parsed = parseArguments(["analyse", ...rest]);
  const { language } = parsed;
  if (parsed.kind === "help") return { kind: "help", language };
  if (lacking !== null) return flawed(language, "noValue", { option: lacking });
  if (parsed.kind === "fault")
    return { kind: "shared", language, fault: parsed.fault, values: parsed.values };
  if (parsed.kind !== "analyse") throw new Error(`report cannot run as ${parsed.kind}`);
  const flaw = ownFlaw(own);
  if (flaw !== null) return { kind: "fault", language, flaw };
  return { kind: "report", language, options: optionsOf(own, parsed.options) };
}

function splitOption(word: string): readonly (string | undefined)[] {
  const match = /^--([a-z-]+)(?:=(.*))?$/s.exec(word);
  return match === null ? [] : [match[1], match[2]];
}

const flawed = (language: Language, fault: ReportFault, values: ReportFlaw["values"]): ReportParsed => ({
  kind: "fault",
  language,
  flaw: { fault, values },
});

const CHOICES: Readonly<Partial<Record<OwnOption, readonly string[]>>> = {
  format: Object.keys(PAGE_FORMATS),
  pages: REPORT_CONTENTS,
  paper: PAPER_SIZES,
};

function ownFlaw(own: ReadonlyMap<string, string>): ReportFlaw | null {
  for (const [option, choices] of Object.entries(CHOICES)) {
    const value = own.get(option);
    if (value !== undefined && !choices.includes(value)) {
      return { fault: "badChoice", values: { option: `--${option}`, value, choices: choices.join(", ") } };
    }
  }
  const scale = own.get("scale");
  if (scale !== undefined && !(/^(?:1:)?\d{3,7}$/.test(scale) && scaleOf(scale) >= 100)) {
    return { fault: "badScale", values: { value: scale } };
  }
  const date = own.get("date");
  if (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(date))
    return { fault: "badDate", values: { value: date } };
  const out = own.get("out");
  if (out === undefined) return { fault: "noOut", values: {} };
  const [ending, format] = [endingOf(out), formatOf(own)];
  const fits = ending === "" || ending === format || (ending === ZIP && MANY.includes(format));
  return fits ? null : { fault: "badEnding", values: { value: `.${ending}`, format } };
}

/** Formats of a file a page, which a zip may hold. */
const MANY: readonly PageFormatId[] = ["png", "svg"];
const ZIP = "zip";

/** Ending of a path that says what is written, in small letters; "" for any other, which is part of the name. */
export function endingOf(out: string): string {
  const ending = /\.(\w+)$/.exec(out)?.[1]?.toLowerCase() ?? "";
  return ending === ZIP || ending in PAGE_FORMATS ? ending : "";
}

/** The format asked for, or the one that the path's ending names. */
function formatOf(own: ReadonlyMap<string, string>): PageFormatId {
  const ending = endingOf(own.get("out") ?? "");
  const named = ending in PAGE_FORMATS ? ending : "pdf";
  return (own.get("format") ?? named) as PageFormatId;
}

const scaleOf = (text: string): number => Number(text.replace(/^1:/, ""));

function optionsOf(own: ReadonlyMap<string, string>, analyse: AnalyseArguments): ReportArguments {
  const scale = own.get("scale");
  const format = formatOf(own);
  const { paper, landscape } = sheetFor(format);
  return {
    analyse,
    format,
    content: (own.get("pages") ?? "atlas") as ReportContent,
    paper: (own.get("paper") as PaperSize | undefined) ?? paper,
    landscape: own.has("landscape") || (!own.has("portrait") && landscape),
    scale: scale === undefined ? null : scaleOf(scale),
    only: (own.get("only") ?? "").split(/[,，]/).filter((code) => code !== ""),
    audience: own.has("public") || own.has("review") ? "public" : "internal",
    review: own.get("review") ?? "",
    maker: own.get("maker") ?? "",
    date: own.get("date") ?? null,
    option: own.get("option") ?? null,
    out: own.get("out")!,
  };
}
