// `report`: the same analysis as everywhere, laid out as pages and written in the format asked for.

import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import type { PageFonts } from "../adapters/pages/page-fonts.ts";
import { formatOf, type PageFile, type PageHost } from "../adapters/pages/page-formats.ts";
import { Failure } from "../core/base/index.ts";
import { createEngine, type RunOptions, type TaskOutput } from "../core/engine/index.ts";
import type { RulePack } from "../core/standards/index.ts";
import { fillTemplate } from "../messages/fill-template.ts";
import { issueSentence } from "../messages/issues.ts";
import type { Language } from "../messages/language.ts";
import type { CliHost } from "./cli-host.ts";
import { decode } from "./decode.ts";
import { libraries } from "./libraries.ts";
import { type OpenedOption, type OpenedPlans, openPlans } from "./open-plans.ts";
import { createRasteriser, findPageFonts } from "./page-canvas.ts";
import { endingOf, parseReportArguments, type ReportArguments, type ReportFlaw } from "./report-arguments.ts";
import { reportOf } from "./report-input.ts";
import { REPORT_FAULTS, REPORT_HELP, REPORT_SUMMARY } from "./report-sentences.ts";
import { ARGUMENT_FAULTS } from "./sentences.ts";
import { hideProgress, showProgress } from "./show-progress.ts";

/** `argv` after the word report. Returns the exit code; input that cannot be used is thrown as by other commands. */
export async function reportCommand(argv: readonly string[], packOf: PackOf, host: CliHost): Promise<number> {
  const parsed = parseReportArguments(argv);
  const { language } = parsed;
  if (parsed.kind === "help") {
    host.out(REPORT_HELP[language]);
    return 0;
  }
  if (parsed.kind === "shared") {
    host.error(`${fillTemplate(ARGUMENT_FAULTS[parsed.fault][language], parsed.values, language)}\n`);
    return 2;
  }
  if (parsed.kind === "fault") return sayFlaw(parsed.flaw, language, host);
  const interrupt = new AbortController();
  const listenNoMore = host.onInterrupt?.(() => interrupt.abort());
  try {
    await write(parsed.options, packOf, language, host, interrupt.signal);
    return 0;
  } catch (error) {
    if (error instanceof WrongReport) return sayFlaw(error.flaw, language, host);
    if (!(error instanceof Failure) || error.code !== "cancelled") throw error;
    hideProgress(host);
    host.error(`${REPORT_SUMMARY.cancelled[language]}\n`);
    return CANCELLED;
  } finally {
    listenNoMore?.();
  }
}

/** As shells say that Ctrl-C ended a program. */
const CANCELLED = 130;

type PackOf = (asked: string | null, projectPack: string | undefined) => RulePack;

class WrongReport extends Error {
  readonly flaw: ReportFlaw;
  constructor(flaw: ReportFlaw) {
    super(flaw.fault);
    this.name = "WrongReport";
    this.flaw = flaw;
  }
}

async function write(
  options: ReportArguments,
  packOf: PackOf,
  language: Language,
  host: CliHost,
  signal: AbortSignal,
): Promise<void> {
  const target = prepareTarget(options, host);
  const onProgress = showProgress(host, language);
  const { report, title } = await layOut(options, packOf, language, host, { onProgress, signal });
  const format = formatOf(options.format);
  let standsIn = false;
  const fontsFound = (): PageFonts | null => {
    const fonts = findPageFonts(host.readFonts);
    standsIn = fonts === null;
    return fonts;
  };
  const pageHost: PageHost = {
    fonts: async () => {
      const fonts = fontsFound();
      if (fonts === null) throw new WrongReport({ fault: "noFont", values: {} });
      return fonts;
    },
    rasterise: createRasteriser(fontsFound),
    language,
    title,
    between: async (done) => {
      onProgress({ stage: "write", done });
      await turn();
      if (signal.aborted) throw new Failure("cancelled");
    },
  };
  const files = await format.write(report, pageHost);
  const names = saveFiles(await inOneZip(files, target, format.extension), target, format.extension);
  hideProgress(host);
  for (const issue of report.issues) host.error(`${issueSentence(issue, language)}\n`);
  if (standsIn) host.error(`${REPORT_SUMMARY.standIn[language]}\n`);
  const { pages } = report;
  const values = { pages: pages.length, files: listOf(names, language) };
  const said = PAGELESS.has(options.format) ? "writtenWhole" : "written";
  host.out(`${fillTemplate(REPORT_SUMMARY[said][language], values, language)}\n`);
}

/** Formats that have no pages to count. */
const PAGELESS: ReadonlySet<string> = new Set(["xlsx", "html"]);

/** Lets signals and timers have their turn. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Opens what the report is about and lays it out. */
async function layOut(
  options: ReportArguments,
  packOf: PackOf,
  language: Language,
  host: CliHost,
  run: RunOptions,
): Promise<{ readonly report: TaskOutput<"report.pages">; readonly title: string }> {
  const { analyse } = options;
  const engine = createEngine({ pause: turn, decode, libraries });
  const present = REPORT_SUMMARY.present[language];
  const opened = await openPlans(engine, analyse, host.folder, present, run);
  const known = new Set(opened.baseline.communities.records.map(({ id }) => id));
  const strange = options.only.find((id) => !known.has(id));
  if (strange !== undefined) throw new WrongReport({ fault: "unknownOnly", values: { value: strange } });
  const shown = optionOf(opened, options.option);
  const wanted = analyse.pack ?? opened.packId;
  const pack = opened.packs.find(({ id }) => id === wanted) ?? packOf(analyse.pack, opened.packId);
  const madeOn = options.date ?? today();
  const handout = formatOf(options.format).handout === true;
  const report = await reportOf(engine, opened, { options, shown, pack, language, madeOn, handout }, run);
  const title = fillTemplate(REPORT_SUMMARY.title[language], { name: opened.name }, language);
  return { report, title };
}

/** The option asked for by name or id; the one last worked on when none was. */
function optionOf({ options, current }: OpenedPlans, asked: string | null): OpenedOption {
  const found =
    asked === null
      ? (options.find(({ id }) => id === current) ?? options[0])
      : options.find(({ id, name }) => name === asked || id === asked);
  if (found !== undefined) return found;
  const names = options.map(({ name }) => name).join(", ");
  throw new WrongReport({ fault: "unknownOption", values: { value: asked ?? "", options: names } });
}

interface Target {
  readonly folder: string;
  /** Beginning of the names of files, or the one file's name without its ending. */
  readonly stem: string;
  /** With its dot as the user wrote it; "" for the format's own. */
  readonly ending: string;
}

/** Checked before anything is computed: a folder is filled, any other path names the file or files. */
function prepareTarget({ out, content }: ReportArguments, host: CliHost): Target {
  const path = resolve(host.folder, out);
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const ending = isFolder || endingOf(path) === "" ? "" : extname(path);
  const folder = isFolder ? path : dirname(path);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw cannotWrite(out, error);
  }
  return { folder, stem: isFolder ? content : basename(path, ending), ending };
}

/** Pictures of pages as one archive where its name asks for one. */
async function inOneZip(
  files: readonly PageFile[],
  { stem, ending }: Target,
  extension: string,
): Promise<readonly PageFile[]> {
  if (ending.toLowerCase() !== ".zip") return files;
  const { zipSync } = await import("fflate");
  const members = files.map((file): [string, Uint8Array] => [
    `${stem}-${file.stem}.${extension}`,
    file.bytes,
  ]);
  return [{ stem: "", bytes: zipSync(Object.fromEntries(members), { level: 0 }) }];
}

/** All files are written beside their names first, so that none is there by half when writing fails. */
function saveFiles(
  files: readonly PageFile[],
  { folder, stem, ending }: Target,
  extension: string,
): string[] {
  const names = files.map(
    (file) => `${file.stem === "" ? stem : `${stem}-${file.stem}`}${ending || `.${extension}`}`,
  );
  const draft = (name: string): string => join(folder, `.${name}.${process.pid}.part`);
  try {
    for (const [i, name] of names.entries()) writeFileSync(draft(name), files[i]!.bytes);
    for (const name of names) renameSync(draft(name), join(folder, name));
  } catch (error) {
    for (const name of names) rmSync(draft(name), { force: true });
    throw cannotWrite(names[0] ?? stem, error);
  }
  return names;
}

function cannotWrite(value: string, error: unknown): WrongReport {
  const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return new WrongReport({ fault: "cannotWrite", values: { value, reason } });
}

function listOf(names: readonly string[], language: Language): string {
  const [first = ""] = names;
  if (names.length <= 1) return first;
  return fillTemplate(REPORT_SUMMARY.more[language], { first, count: names.length }, language);
}

/** The local date as YYYY-MM-DD. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

function sayFlaw({ fault, values }: ReportFlaw, language: Language, host: CliHost): number {
  host.error(`${fillTemplate(REPORT_FAULTS[fault][language], values, language)}\n`);
  return 2;
}
