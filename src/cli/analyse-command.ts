// `analyse`: files in, the same engine as on screen, figures and files out. Rows that fail do not fail the run;
// a named file that cannot be read, or a layer without a usable row that nothing can do without, does.

import { resolve } from "node:path";
import { DEFAULT_WALK } from "../core/access/index.ts";
import type { Issue, Progress } from "../core/base/index.ts";
import { createEngine } from "../core/engine/index.ts";
import type { ImportResult } from "../core/formats/index.ts";
import type { LayerRole } from "../core/model/index.ts";
import { DEFAULT_NETWORK_SETTINGS } from "../core/network/index.ts";
import type { RulePack } from "../core/standards/index.ts";
import { stageLabel } from "../messages/failures.ts";
import type { Language } from "../messages/language.ts";
import type { AnalyseArguments } from "./arguments.ts";
import type { CliHost } from "./cli-host.ts";
import { decode } from "./decode.ts";
import type { Gathered } from "./gather-files.ts";
import { gatherFiles } from "./gather-files.ts";
import { libraries } from "./libraries.ts";
import { printSummary } from "./print-summary.ts";
import type { RunResult } from "./report-json.ts";
import { reportJson } from "./report-json.ts";
import { SUMMARY } from "./sentences.ts";
import { UnusableInput } from "./unusable-input.ts";
import { writeOutputs } from "./write-outputs.ts";

export async function analyseCommand(
  options: AnalyseArguments,
  packOf: (projectPack: string | undefined) => RulePack,
  language: Language,
  host: CliHost,
): Promise<void> {
  const gathered = gatherFiles(options, host.folder);
  if (gathered.fatal.length > 0) throw new UnusableInput(gathered.fatal);
  const pack = packOf(gathered.project?.pack);
  const engine = createEngine({ pause: () => Promise.resolve(), decode, libraries });
  const onProgress = host.terminal ? showProgress(host, language) : () => undefined;
  const imported = await engine.run(
    "files.import",
    {
      name: gathered.name,
      files: gathered.files,
      layers: gathered.layers,
      prefer: options.fields,
      keepColumns: options.keepColumns,
      ...(options.datum === null ? {} : { datum: options.datum }),
      ...(options.encoding === null ? {} : { encoding: options.encoding }),
    },
    { onProgress },
  );
  const { baseline } = imported;
  const fatal = fatalIssues(imported, gathered);
  if (baseline === null || fatal.length > 0) throw new UnusableInput(fatal);

  const walk = {
    minutes: options.minutes ?? gathered.project?.walk?.minutes ?? DEFAULT_WALK.minutes,
    speed: options.speed ?? gathered.project?.walk?.speed ?? DEFAULT_WALK.speed,
  };
  const { centers } = baseline;
  const settings = DEFAULT_NETWORK_SETTINGS;
  const summary = await engine.run("scene.open", { baseline, settings }, { onProgress });
  const { scene } = summary;
  const analysis = await engine.run("scene.analyse", { scene, centers, walk, pack }, { onProgress });
  const issues = [...gathered.issues, ...imported.issues, ...summary.issues, ...analysis.issues];
  const result: RunResult = { baseline, summary, analysis, issues: withoutRepeats(issues) };

  let written: readonly string[] = [];
  if (options.out !== null) {
    const bands = [walk.minutes / 3, (2 * walk.minutes) / 3, walk.minutes];
    const areas = await engine.run(
      "scene.areas",
      { scene, centers, bands, speed: walk.speed, view: "overlap" },
      { onProgress },
    );
    written = writeOutputs(resolve(host.folder, options.out), result, areas);
  }
  if (host.terminal) host.error(WIPE);
  host.out(
    options.json ? `${JSON.stringify(reportJson(result, language))}\n` : printSummary(result, language),
  );
  if (!options.json && written.length > 0) {
    host.out(`${SUMMARY.written[language]} ${options.out}: ${written.join(", ")}\n`);
  }
}

/** Why the run cannot go on; empty when it can. */
function fatalIssues(
  { baseline, issues, layers }: ImportResult,
  { layers: named }: Gathered,
): readonly Issue[] {
  const errors = issues.filter(({ severity }) => severity === "error");
  const usable = (role: LayerRole): boolean =>
    baseline?.sources.some((source) => source.role === role && source.rowsUsed > 0) ?? false;
  const broken = errors.filter(({ code }) => BROKEN.has(code));
  const namedBroken = broken.some(({ file }) => named.some((layer) => layer.file === file));
  const networkGiven = layers.some(({ role }) => role === "network") || broken.length > 0;
  const lacking = !usable("residences") || !usable("centers") || (networkGiven && !usable("network"));
  return namedBroken || lacking ? errors : [];
}

/** The file as a whole could not be read. */
const BROKEN: ReadonlySet<Issue["code"]> = new Set([
  "file.missing",
  "file.empty",
  "file.unreadable",
  "file.notJson",
  "file.truncated",
  "file.notGeoJson",
  "file.unknownFormat",
  "file.damaged",
  "file.packDamaged",
  "file.badArchive",
  "file.bomb",
  "file.tooLarge",
  "file.nested",
  "file.encrypted",
  "file.partAlone",
  "file.partWrong",
]);

/** A centre whose area cell is already spoken of needs no second sentence. */
function withoutRepeats(issues: readonly Issue[]): Issue[] {
  const key = ({ file, row }: Issue): string => `${file} ${row}`;
  const spoken = new Set(
    issues.filter(({ code }) => code === "area.blank" || code === "area.invalid").map(key),
  );
  return issues.filter((issue) => issue.code !== "center.noArea" || !spoken.has(key(issue)));
}

const WIPE = "\r\u001b[2K";

const showProgress =
  (host: CliHost, language: Language) =>
  ({ stage, done }: Progress): void =>
    host.error(`${WIPE}${stageLabel(stage, language)} ${Math.round(100 * done)}%`);
