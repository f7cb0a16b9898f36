// Puts a stored project on the desk, and shows it anew when another tab has worked on it.

import { type Keeping, NOT_KEPT } from "../../state/keeping.ts";
import { rememberProject, wasCutOff } from "../../state/last-project.ts";
import { showOptions } from "../../state/plan-options.ts";
import { findCenter } from "../edit-plan.ts";
import { newsOf } from "../news-of.ts";
import { readOwnPacks } from "../packs/own-packs.ts";
import type { StoredWork } from "../read-stored.ts";
import { noteTrouble, runWork } from "../run-work.ts";
import { selectPlace } from "../select-place.ts";
import { standProject } from "../stand-project.ts";
import type { Desk, LockedDesk, Room } from "./desk.ts";
import { say } from "./desk.ts";
import { leaveDesk, writeFrom } from "./follow-edits.ts";
import { lockProject } from "./tab-roles.ts";

/** False when it is not there, cannot be opened or was cancelled; then everything is as it was. */
export async function openStored(room: Room, id: string): Promise<boolean> {
  const work = await read(room, id, null);
  if (work === null) return false;
  const known = room.desk?.identity.id === id ? room.desk.lock : null;
  const cut = known === null && wasCutOff(id);
  const lock = known ?? (await lockProject(room, id));
  if (!(await stand(room, work))) {
    if (known === null) lock.release();
    return false;
  }
  if (known === null) await leaveDesk(room);
  else room.desk?.autosave?.stop();
  const { project, identity, data } = work;
  const desk: LockedDesk = { project, identity, data, lock, autosave: null };
  const writes = lock.role() === "writer";
  show(room, desk, work, newsOf(work.report, cut && writes));
  if (writes) await writeFrom(room, desk, work.plans);
  return true;
}

/** The project changed under a tab that looks on, or was taken over: shows it as it is stored now. */
export async function readAgain(room: Room): Promise<void> {
  const { desk, app } = room;
  if (desk === null || desk.lock === null) return;
  const work = await read(room, desk.identity.id, desk);
  if (work === null) return;
  if (work.data !== desk.data) {
    await openStored(room, desk.identity.id);
    return;
  }
  const { identity, plans, report } = work;
  app.store.setState({ ...showOptions(plans), drag: null });
  const { selection } = app.store.getState().view;
  if (selection?.kind === "center" && findCenter(app, selection.id) === undefined) selectPlace(app, null);
  const next = { ...desk, identity, lock: desk.lock };
  room.desk = next;
  const role = desk.lock.role();
  const { takenOver } = app.store.getState().keeping;
  const savedAt = report.changedAt;
  say(room, { identity, role, takenOver: takenOver && role === "reader", state: "saved", savedAt });
  if (role === "writer") await writeFrom(room, next, plans);
}

/** null when there is no such project, or it cannot be opened: then that is said. */
async function read({ app, store }: Room, id: string, desk: Desk | null): Promise<StoredWork | null> {
  try {
    const { readStored } = await import("../read-stored.ts");
    const { history } = app.store.getState();
    return await readStored(await store(), id, { history, desk });
  } catch (error) {
    noteTrouble(app.store, error);
    return null;
  }
}

/** False when it was cancelled or failed, which is said. */
async function stand(room: Room, { project, plans, identity }: StoredWork): Promise<boolean> {
  room.expected = project;
  const stood = await runWork(room.app, { stage: "read", takesOver: true }, async (options) => {
    const own = await readOwnPacks(room.app, identity.packs);
    await standProject(room.app, project, plans, options);
    room.app.store.setState(own);
    return true;
  });
  return stood === true;
}

function show(room: Room, desk: LockedDesk, { settings, report }: StoredWork, news: Keeping["news"]): void {
  const { walk, packId, areaView, straightCircles, step } = settings;
  room.app.store.setState((state) => ({
    settings: { ...state.settings, walk, packId, areaView, straightCircles },
    view: { ...state.view, step },
  }));
  room.desk = desk;
  const { identity, lock } = desk;
  say(room, { ...NOT_KEPT, identity, role: lock.role(), state: "saved", savedAt: report.changedAt, news });
  rememberProject(identity.id);
}
