// Asks for the best sites: walks to every site first (or the minutes of a table made elsewhere), then the search in a
// worker of its own, its best so far shown as it goes. Stopped, it answers with what it has and how good that is.

import { Failure, type Progress } from "../../../core/base/index.ts";
import type {
  CapacityAnswer,
  CapacityQuestion,
  CostTable,
  SitingAnswer,
  SitingQuestion,
} from "../../../core/siting/index.ts";
import type { App } from "../../state/app.ts";
import { baselineOf } from "../../state/plan-selectors.ts";
import type { SiteAnswer, SiteFault, SiteWork } from "../../state/site-work.ts";
import { noteTrouble } from "../run-work.ts";
import { changeSiting } from "./change-siting.ts";
import { describeAnswer, proofOf } from "./describe-answer.ts";
import { siteKey } from "./site-keys.ts";
import {
  capacityQuestion,
  lackOf,
  radiusOf,
  type SiteList,
  sitesOf,
  sitingQuestion,
  walkLimit,
  weightsOf,
} from "./site-question.ts";
import { solverOf } from "./solver-engine.ts";

/** Seconds, and the gap at which a search is good enough: 0, proof. */
const TIME_LIMIT = 60;
const GAP = 0;

export async function solveSites(app: App): Promise<void> {
  const state = app.store.getState();
  const { sites: work, scene, history } = state;
  if (work === null || scene === null || work.running !== null || baselineOf(state) === null) return;
  const list = sitesOf(history.plan, work.excluded);
  const lack = lackOf(work.wish, list);
  if (lack !== null) return changeSiting(app, { fault: { kind: "lack", ...lack }, answer: null });
  const controller = new AbortController();
  const stop = (): void => {
    controller.abort();
    const { sites } = app.store.getState();
    if (sites?.running) changeSiting(app, { running: { ...sites.running, stopping: true } });
  };
  changeSiting(app, {
    running: { best: null, gap: null, sites: [], stopping: false, stop },
    answer: null,
    fault: null,
    difference: null,
    picked: null,
  });
  try {
    const answer = await search(app, work, list, controller.signal);
    if (app.store.getState().sites?.scene !== work.scene) return;
    changeSiting(app, "kind" in answer ? { fault: answer, running: null } : { answer, running: null });
  } catch (error) {
    changeSiting(app, { running: null });
    if (!(error instanceof Failure && error.code === "cancelled")) noteTrouble(app.store, error);
  }
}

/** Walks of every residence to every site; a fault of the table that stands in for them. */
async function tableOf(app: App, work: SiteWork, list: SiteList): Promise<CostTable | SiteFault> {
  const state = app.store.getState();
  const { settings, history } = state;
  const { residences } = baselineOf(state)!;
  if (work.table === null) {
    return app.engine.run("siting.table", {
      scene: work.scene,
      links: history.plan.links,
      candidates: list.places,
      limit: walkLimit(work.wish.goal, settings.walk),
    });
  }
  const { file, bytes, unit } = work.table;
  const perUnit = unit === "minutes" ? 60 * settings.walk.speed : 1;
  const read = await app.engine.run("siting.matrix", {
    bytes,
    demand: residences.id,
    sites: list.places.map(({ id }) => id),
    perUnit,
  });
  if (read.faults.length > 0) return { kind: "table", file, faults: read.faults };
  if (read.missingSites.length > 0 || read.missingDemand.length > 0) {
    const names = read.missingSites.map((j) => list.places[j]!.name || list.places[j]!.id);
    return { kind: "strangers", file, sites: names, residences: read.missingDemand.length };
  }
  return read.table;
}

async function search(
  app: App,
  work: SiteWork,
  list: SiteList,
  stop: AbortSignal,
): Promise<SiteAnswer | SiteFault> {
  const asked = app.store.getState();
  const table = await tableOf(app, work, list);
  if ("kind" in table) return table;
  const { residences } = baselineOf(asked)!;
  const { wish } = work;
  const weight = weightsOf(residences.households);
  const radius = radiusOf(asked.settings.walk);
  const onProgress = (progress: Progress): void => showProgress(app, progress, list, question);
  const limits = { timeLimit: TIME_LIMIT, gap: GAP };
  const options = { stop, onProgress };
  const engine = solverOf(app);
  const question =
    wish.goal === "capacity"
      ? capacityQuestion(wish, list, table, weight, radius)
      : sitingQuestion(wish.goal, wish, list, table, weight, radius);
  const answer: SitingAnswer | CapacityAnswer =
    "actions" in question
      ? await engine.run("siting.capacity", { question, ...limits }, options)
      : await engine.run("siting.solve", { question, ...limits }, options);
  return describeAnswer({
    key: siteKey(asked),
    goal: wish.goal,
    list,
    question,
    answer,
    table: work.table?.file ?? null,
    stopped: stop.aborted && answer.status !== "optimal",
    names: residences.name.map((name, i) => name || residences.id[i]!),
  });
}

function showProgress(
  app: App,
  { stage, objective, bound, bestSites }: Progress,
  list: SiteList,
  question: SitingQuestion | CapacityQuestion,
): void {
  const { sites: work } = app.store.getState();
  if (work?.running == null || stage !== "site" || objective === undefined || bound === undefined) return;
  const { running } = work;
  const isNew = (j: number): boolean =>
    j >= list.centers.length || !("model" in question) || question.fixed[j] !== 1;
  const gap = Math.abs(objective - bound) / Math.max(1e-9, Math.abs(objective));
  const open =
    bestSites ??
    ("model" in question ? Array.from(question.fixed.keys()).filter((j) => question.fixed[j] === 1) : []);
  const standing = [...open].filter((j) => j < list.centers.length).length;
  changeSiting(app, {
    running: {
      ...running,
      best:
        "model" in question && Number.isFinite(objective)
          ? proofOf(question.model, objective, bound, standing)
          : null,
      gap: Number.isFinite(gap) ? gap : running.gap,
      sites:
        bestSites === undefined ? running.sites : [...bestSites].filter(isNew).map((j) => list.places[j]!.id),
    },
  });
}
