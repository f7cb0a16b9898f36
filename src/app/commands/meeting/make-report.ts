// Lays out what is to be printed, from the results on screen: the plan's own grids, the option and revision shown, the
// other options measured for comparison.

import type { RunOptions, TaskOutput } from "../../../core/engine/index.ts";
import type { ComparedOption, PaperSize, ReportContent, ReportRequest } from "../../../core/report/index.ts";
import { reportMeeting } from "../../../messages/report-meeting.ts";
import { reportFindings, reportWords } from "../../../messages/report-words.ts";
import { DICTIONARIES } from "../../i18n/use-text.ts";
import type { App } from "../../state/app.ts";
import type { AppState } from "../../state/app-state.ts";
import { findOption, optionSetOf } from "../../state/plan-options.ts";
import { baselineOf, packOf } from "../../state/plan-selectors.ts";
import { isStale } from "../../state/result-keys.ts";
import { drawnNet } from "../drawn-net.ts";
import { measureOption } from "./measure-options.ts";

export interface PrintOrder {
  readonly content: ReportContent;
  readonly paper: PaperSize;
  readonly landscape: boolean;
  /** 2000 for 1:2000; null: the largest that shows all. */
  readonly scale: number | null;
  readonly audience: ReportRequest["audience"];
  readonly reviewNumber: string;
  readonly maker: string;
  /** The interactive hand-out too. */
  readonly handout: boolean;
}

export type MadeReport = TaskOutput<"report.pages">;

/** null while there is nothing to print. */
export async function makeReport(
  app: App,
  order: PrintOrder,
  options: RunOptions,
): Promise<MadeReport | null> {
  const state = app.store.getState();
  const { scene, analysis, settings, history } = state;
  const pack = packOf(state);
  if (scene === null || analysis === null || pack === null) return null;
  const compared = order.content === "pack" ? await comparedWith(app, options) : [];
  const net = await drawnNet(app);
  const baseline = baselineOf(state);
  const request: ReportRequest = {
    ...order,
    madeOn: app.host.now().slice(0, 10),
    option: optionName(state, state.currentOption),
    revision: history.revision,
    stale: isStale(state),
    compared,
    meeting: baseline === null ? null : reportMeeting(history.plan, baseline, pack, settings.language),
    words: reportWords(settings.language),
    findingTexts: reportFindings(analysis.value.findings, pack, settings.language),
  };
  const input = {
    ...{ scene: scene.scene, centers: history.plan.centers, analysis: analysis.value },
    ...{ pack, ...net, request },
  };
  return app.engine.run("report.pages", input, options);
}

/** The other options by the same measures, in their order. */
async function comparedWith(app: App, options: RunOptions): Promise<ComparedOption[]> {
  const state = app.store.getState();
  const compared: ComparedOption[] = [];
  for (const { id, history } of optionSetOf(state).options) {
    const found = id === state.currentOption ? null : await measureOption(app, { id }, options);
    if (found === null) continue;
    const { totals, communities, centers } = found.value;
    const name = optionName(state, id);
    compared.push({ name, revision: history.revision, totals, communities, centers: centers.length });
  }
  return compared;
}

const optionName = (state: AppState, id: string): string =>
  findOption(state, id)?.name || DICTIONARIES[state.settings.language].present;
