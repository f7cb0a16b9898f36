// `report`: the same analysis as everywhere, laid out as pages and written in the format asked for.

import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { formatOf, type PageFile, type PageHost } from "../adapters/pages/page-formats.ts";
import { DEFAULT_WALK } from "../core/access/index.ts";
import { createEngine, type TaskOutput } from "../core/engine/index.ts";
import { DEFAULT_NETWORK_SETTINGS } from "../core/network/index.ts";
import type { ReportRequest } from "../core/report/index.ts";
import type { RulePack } from "../core/standards/index.ts";
import { fillTemplate } from "../messages/fill-template.ts";
import { issueSentence } from "../messages/issues.ts";
import type { Language } from "../messages/language.ts";
import { reportFindings, reportWords } from "../messages/report-words.ts";
import type { CliHost } from "./cli-host.ts";
import { decode } from "./decode.ts";
import { gatherFiles } from "./gather-files.ts";
import { libraries } from "./libraries.ts";
import { createRasteriser, readPageFonts } from "./page-canvas.ts";
import { parseReportArguments, type ReportArguments, type ReportFlaw } from "./report-arguments.ts";
import { REPORT_FAULTS, REPORT_HELP, REPORT_SUMMARY } from "./report-sentences.ts";
import { ARGUMENT_FAULTS } from "./sentences.ts";
import { hideProgress, showProgress } from "./show-progress.ts";
import { UnusableInput } from "./unusable-input.ts";

/** `argv` after the word report. Returns the exit code; input that cannot be used is thrown as by other commands. */
export async function reportCommand(
  argv: readonly string[],
  packOf: (asked: string | null, projectPack: string | undefined) => RulePack,
  host: CliHost,
): Promise<number> {
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
  try {
    await write(parsed.options, packOf, language, host);
    return 0;
  } catch (error) {
    if (error instanceof WrongReport) return sayFlaw(error.flaw, language, host);
    throw error;
  }
}

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
  packOf: (asked: string | null, projectPack: string | undefined) => RulePack,
  language: Language,
  host: CliHost,
): Promise<void> {
  const target = prepareTarget(options, host);
  const { report: made, title } = await layOut(options, packOf, language, host);
  const { pages, issues } = made;
  const report = showProgress(host, language);
  const rasterise = createRasteriser();
  const pageHost: PageHost = {
    fonts: () => Promise.resolve(readPageFonts()),
    rasterise,
    language,
    title,
    between: (done) => {
      report({ stage: "write", done });
      return Promise.resolve();
    },
  };
  const format = formatOf(options.format);
  const files = await format.write(made, pageHost);
  const names = saveFiles(files, target, format.extension);
  hideProgress(host);
  for (const issue of issues) host.error(`${issueSentence(issue, language)}\n`);
  const values = { pages: pages.length, files: listOf(names, language) };
  host.out(`${fillTemplate(REPORT_SUMMARY.written[language], values, language)}\n`);
}

/** Analyses and lays out; issues are those worth knowing before the pages leave the house. */
async function layOut(
  options: ReportArguments,
  packOf: (asked: string | null, projectPack: string | undefined) => RulePack,
  language: Language,
  host: CliHost,
): Promise<{ readonly report: TaskOutput<"report.pages">; readonly title: string }> {
  const { analyse } = options;
  const gathered = gatherFiles(analyse, host.folder);
  if (gathered.fatal.length > 0) throw new UnusableInput(gathered.fatal);
  const pack = packOf(analyse.pack, gathered.project?.pack);
  const engine = createEngine({ pause: () => Promise.resolve(), decode, libraries });
  const onProgress = showProgress(host, language);
  const { name, files, layers } = gathered;
  const { fields, keepColumns, datum, encoding } = analyse;
  const imported = await engine.run(
    "files.import",
    {
      name,
      files,
      layers,
      prefer: fields,
      keepColumns,
      ...(datum === null ? {} : { datum }),
      ...(encoding === null ? {} : { encoding }),
    },
    { onProgress },
  );
  const { baseline } = imported;
  if (baseline === null || baseline.residences.count === 0) {
    throw new UnusableInput(imported.issues.filter(({ severity }) => severity === "error"));
  }
  const known = new Set(baseline.communities.records.map(({ id }) => id));
  const strange = options.only.find((id) => !known.has(id));
  if (strange !== undefined) throw new WrongReport({ fault: "unknownOnly", values: { value: strange } });
  const walk = {
    minutes: analyse.minutes ?? gathered.project?.walk?.minutes ?? DEFAULT_WALK.minutes,
    speed: analyse.speed ?? gathered.project?.walk?.speed ?? DEFAULT_WALK.speed,
  };
  const { centers } = baseline;
  const { scene } = await engine.run(
    "scene.open",
    { baseline, settings: DEFAULT_NETWORK_SETTINGS },
    { onProgress },
  );
  const analysis = await engine.run("scene.analyse", { scene, centers, walk, pack }, { onProgress });
  const request: ReportRequest = {
    content: options.content,
    paper: options.paper,
    landscape: options.landscape,
    scale: options.scale,
    ...(options.only.length === 0 ? {} : { only: options.only }),
    audience: options.audience,
    reviewNumber: options.review,
    maker: options.maker,
    madeOn: options.date ?? today(),
    option: REPORT_SUMMARY.present[language],
    revision: 0,
    stale: false,
    compared: [],
    meeting: null,
    handout: formatOf(options.format).handout === true,
    words: reportWords(language),
    findingTexts: reportFindings(analysis.findings, pack, language),
  };
  const input = { scene, centers, analysis, pack, request };
  const report = await engine.run("report.pages", input, { onProgress });
  const title = fillTemplate(REPORT_SUMMARY.title[language], { name: baseline.name || name }, language);
  return { report, title };
}

interface Target {
  readonly folder: string;
  /** Beginning of the names of files, or the one file's name without its ending. */
  readonly stem: string;
  /** The ending the user wrote; "" for the format's own. */
  readonly ending: string;
}

/** Checked before anything is computed: a folder is filled, any other path names the file or files. */
function prepareTarget({ out, content }: ReportArguments, host: CliHost): Target {
  const path = resolve(host.folder, out);
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const ending = isFolder ? "" : extname(path);
  const folder = isFolder ? path : dirname(path);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw cannotWrite(out, error);
  }
  return { folder, stem: isFolder ? content : basename(path, ending), ending };
}

function saveFiles(
  files: readonly PageFile[],
  { folder, stem, ending }: Target,
  extension: string,
): string[] {
  return files.map((file) => {
    const name = `${file.stem === "" ? stem : `${stem}-${file.stem}`}${ending || `.${extension}`}`;
    try {
      writeFileSync(join(folder, name), file.bytes);
    } catch (error) {
      throw cannotWrite(name, error);
    }
    return name;
  });
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
