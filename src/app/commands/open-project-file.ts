// Opens a project file: checked whole before anything changes. When it was made from the data that is open, it is
// offered as a colleague's edits to merge; otherwise it takes the place of what is open, which stays stored.

import type { SavedProject } from "../../core/formats/index.ts";
import type { Residences } from "../../core/model/index.ts";
import { openPlan, sameRecords } from "../../core/model/index.ts";
import type { App } from "../state/app.ts";
import { baselineOf } from "../state/plan-selectors.ts";
import { changeKeeping } from "./change-keeping.ts";
import { keepBeforeLeaving } from "./keep-before-leaving.ts";
import { loadKeeper } from "./load-keeper.ts";
import { noteTrouble, runWork } from "./run-work.ts";

export async function openProjectFile(app: App, file: Pick<File, "name" | "arrayBuffer">): Promise<void> {
  const read = await runWork(app, { stage: "read" }, async (options) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return app.engine.run("project.read", { file: { name: file.name, bytes } }, options);
  });
  if (read === null) return;
  if ("refusal" in read) changeKeeping(app, { refused: read.refusal });
  else if (app.store.getState().history.past.length > 0 && isOfSameData(app, read.project)) {
    changeKeeping(app, { offered: read.project, refused: null, dialog: "merge" });
  } else await adoptProject(app, read.project);
}

/** False when it could not be done: then the present work stays as it is. */
export async function adoptProject(app: App, project: SavedProject): Promise<boolean> {
  try {
    return (await keepBeforeLeaving(app)) && (await (await loadKeeper(app)).adopt(project));
  } catch (error) {
    noteTrouble(app.store, error);
    return false;
  }
}

/** Was the file made from the data that is open? Centres, candidates and households decide: edits are about these. */
function isOfSameData(app: App, { baseline }: SavedProject): boolean {
  const mine = baselineOf(app.store.getState());
  return (
    mine !== null &&
    sameRecords(openPlan(mine), openPlan(baseline)) &&
    sameHouseholds(mine.residences, baseline.residences)
  );
}

const sameHouseholds = (mine: Residences, theirs: Residences): boolean =>
  mine.count === theirs.count &&
  mine.households.every((count, i) => Object.is(count, theirs.households[i])) &&
  mine.id.every((id, i) => id === theirs.id[i]);
