// From opened plans to the pages asked for: the option shown with its grids drawn, every other one by the same measures.

import { DEFAULT_WALK } from "../core/access/index.ts";
import { NO_RECORDS } from "../core/assess/index.ts";
import type { Analysis, Engine, PlanNet, RunOptions, TaskOutput } from "../core/engine/index.ts";
import { takePolygons } from "../core/gridding/index.ts";
import { judgedNet, linesByHand } from "../core/model/index.ts";
import { DEFAULT_NETWORK_SETTINGS } from "../core/network/index.ts";
import type { ComparedOption, ReportRequest } from "../core/report/index.ts";
import { type RulePack, recordsOfRows } from "../core/standards/index.ts";
import type { Language } from "../messages/language.ts";
import { reportMeeting } from "../messages/report-meeting.ts";
import { reportFindings, reportWords } from "../messages/report-words.ts";
import type { OpenedOption, OpenedPlans } from "./open-plans.ts";
import type { ReportArguments } from "./report-arguments.ts";

export interface Asked {
  readonly options: ReportArguments;
  readonly shown: OpenedOption;
  readonly pack: RulePack;
  readonly language: Language;
  /** ISO date printed. */
  readonly madeOn: string;
  readonly handout: boolean;
}

export async function reportOf(
  engine: Engine,
  opened: OpenedPlans,
  asked: Asked,
  run: RunOptions,
): Promise<TaskOutput<"report.pages">> {
  const { options, shown, pack, language } = asked;
  const { baseline } = opened;
  const walk = {
    minutes: options.analyse.minutes ?? opened.walk.minutes ?? DEFAULT_WALK.minutes,
    speed: options.analyse.speed ?? opened.walk.speed ?? DEFAULT_WALK.speed,
  };
  const { scene } = await engine.run("scene.open", { baseline, settings: DEFAULT_NETWORK_SETTINGS }, run);
  let registersSent = false;
  const measure = async ({
    plan: { centers, links, registers, ...plan },
  }: OpenedOption): Promise<Analysis> => {
    if (registers.length > 0 || registersSent) {
      const records =
        registers.length === 0
          ? NO_RECORDS
          : { ...NO_RECORDS, asOf: asked.madeOn, ...recordsOfRows(registers) };
      await engine.run("scene.records", { scene, records }, run);
      registersSent = true;
    }
    return engine.run("scene.analyse", { scene, centers, links, walk, pack, ...judgedNet(plan) }, run);
  };
  const analysis = await measure(shown);
  const compared: ComparedOption[] = [];
  for (const option of opened.options) {
    if (option === shown) continue;
    const { totals, communities } = await measure(option);
    const { name, revision, plan } = option;
    compared.push({ name, revision, totals, communities, centers: plan.centers.length });
  }
  const request: ReportRequest = {
    content: options.content,
    paper: options.paper,
    landscape: options.landscape,
    scale: options.scale,
    ...(options.only.length === 0 ? {} : { only: options.only }),
    audience: options.audience,
    reviewNumber: options.review,
    maker: options.maker,
    madeOn: asked.madeOn,
    option: shown.name,
    revision: shown.revision,
    stale: false,
    compared,
    meeting: reportMeeting(shown.plan, baseline, pack, language),
    handout: asked.handout,
    words: reportWords(language),
    findingTexts: reportFindings(analysis.findings, pack, language),
  };
  const { centers, links } = shown.plan;
  const net = await drawnNet(engine, scene, shown, run);
  return engine.run("report.pages", { scene, centers, links, analysis, pack, ...net, request }, run);
}

/** The option's own grids with their polygons; nothing where those of the files stand. */
async function drawnNet(
  engine: Engine,
  scene: string,
  { plan }: OpenedOption,
  run: RunOptions,
): Promise<{ readonly net?: PlanNet }> {
  const { net } = judgedNet(plan);
  if (net === undefined) return {};
  const { ground } = await engine.run("grids.open", { source: scene }, run);
  const drawn = await engine.run(
    "grids.borders",
    { ground, gridOf: net.residenceGrid, byHand: linesByHand(plan) },
    run,
  );
  const rows = net.grids.records.map((): number[] => []);
  for (const [row, grid] of drawn.grids.entries()) rows[grid]?.push(row);
  const polygons = takePolygons(drawn.polygons, rows);
  return { net: { ...net, grids: { ...net.grids, polygons } } };
}
