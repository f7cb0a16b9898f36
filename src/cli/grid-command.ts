// `partition`: units in, a net of grids out, by the same engine as on screen. Communities that have no net in range
// do not fail the run: they get the best there is, and the reason is told.

import { resolve } from "node:path";
import type { Issue } from "../core/base/index.ts";
import type { Engine } from "../core/engine/index.ts";
import { createEngine } from "../core/engine/index.ts";
import type { Baseline } from "../core/model/index.ts";
import type { Language } from "../messages/language.ts";
import type { PartitionArguments } from "./arguments.ts";
import type { CliHost } from "./cli-host.ts";
import { decode } from "./decode.ts";
import { gatherFiles } from "./gather-files.ts";
import { libraries } from "./libraries.ts";
import { type NetResult, netJson, printNet, writeNet } from "./net-report.ts";
import { readPrevious } from "./read-previous.ts";
import { readCells } from "./read-records.ts";
import { GRID_SUMMARY } from "./sentences.ts";
import { hideProgress, showProgress } from "./show-progress.ts";
import { UnusableInput } from "./unusable-input.ts";

export async function partitionCommand(
  options: PartitionArguments,
  language: Language,
  host: CliHost,
): Promise<void> {
  const engine = createEngine({ pause: () => Promise.resolve(), decode, libraries });
  const units = await readUnits(engine, options, language, host);
  const result = await drawNet(engine, units, options, language, host);
  let written: readonly string[] = [];
  if (options.out !== null) {
    const net = { ground: result.ground.ground, gridOf: result.draft.gridOf };
    const borders = await engine.run("grids.borders", net, { onProgress: showProgress(host, language) });
    written = writeNet(resolve(host.folder, options.out), result, borders);
  }
  hideProgress(host);
  host.out(options.json ? `${JSON.stringify(netJson(result, language))}\n` : printNet(result, language));
  if (!options.json && written.length > 0) {
    host.out(`${GRID_SUMMARY.written[language]} ${options.out}: ${written.join(", ")}\n`);
  }
}

interface Units {
  readonly baseline: Baseline;
  readonly issues: readonly Issue[];
}

/** The baseline, or why there is none; centres are of no use here and not missed. */
async function readUnits(
  engine: Engine,
  options: PartitionArguments,
  language: Language,
  host: CliHost,
): Promise<Units> {
  const gathered = gatherFiles(options, host.folder);
  if (gathered.fatal.length > 0) throw new UnusableInput(gathered.fatal);
  const { baseline, issues } = await engine.run(
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
    { onProgress: showProgress(host, language) },
  );
  const told = issues.filter(
    ({ code, values }) => code !== "layer.required" || values?.["role"] !== "centers",
  );
  if (baseline === null || baseline.residences.count === 0) {
    throw new UnusableInput(told.filter(({ severity }) => severity === "error"));
  }
  return { baseline, issues: [...gathered.issues, ...told] };
}

/** Seconds are those of the drawing, from units to a checked net. */
async function drawNet(
  engine: Engine,
  { baseline, issues }: Units,
  options: PartitionArguments,
  language: Language,
  host: CliHost,
): Promise<NetResult> {
  const pairs = options.adjacency === null ? null : readPairs(options.adjacency, baseline, host);
  const previousRead =
    options.previous === null
      ? null
      : await readPrevious(
          engine,
          options.previous,
          options.previousField,
          baseline.residences.id,
          options,
          host,
        );
  const started = performance.now();
  const opened = await engine.run("grids.open", { source: baseline, ...(pairs === null ? {} : { pairs }) });
  const { ground } = opened;
  const previous = previousRead && (await engine.run("grids.previous", { ground, net: previousRead.net }));
  const draft = await engine.run(
    "grids.draft",
    {
      ground,
      range: options.range,
      options: { seed: options.seed },
      ...(options.parts === null ? {} : { parts: options.parts }),
      ...(previous === null ? {} : { previous: previous.gridOf }),
    },
    { onProgress: showProgress(host, language) },
  );
  const { gridOf } = draft;
  const held = (previous?.codes ?? []).map((code, grid) => ({ grid, code }));
  const codes = await engine.run("grids.codes", { ground, gridOf, held });
  const report = await engine.run("grids.check", { ground, gridOf, range: options.range });
  return {
    ground: opened,
    draft,
    report,
    codes: new Map(codes.grids.map((grid, k) => [grid, codes.codes[k]!])),
    retired: codes.retired,
    issues: [
      ...issues,
      ...(previousRead?.issues ?? []),
      ...opened.issues,
      ...(previous?.issues ?? []),
      ...draft.issues,
    ],
    seconds: (performance.now() - started) / 1000,
  };
}

/** Pairs of unit ids; a first line that names no unit is a header. */
function readPairs(file: string, { residences }: Baseline, host: CliHost): (readonly [string, string])[] {
  const rows = readCells(file, host.folder).map(([a = "", b = ""]) => [a, b] as const);
  const ids = new Set(residences.id);
  const isHeader = rows[0] !== undefined && !rows[0].some((id) => ids.has(id));
  return isHeader ? rows.slice(1) : rows;
}
