// A project goes to the database for the first time, with other data, or as it came in a project file.

import type { SavedProject } from "../../../core/formats/index.ts";
import { EMPTY_PLAN, type OptionSet, openHistory } from "../../../core/model/index.ts";
import { PROJECT_DICTIONARIES } from "../../i18n/use-project-text.ts";
import type { Project } from "../../state/app-state.ts";
import { NOT_KEPT, type ProjectIdentity } from "../../state/keeping.ts";
import { optionSetOf } from "../../state/plan-options.ts";
import { savedProjectOf } from "../../state/saved-project-of.ts";
import { randomId } from "../fresh-identity.ts";
import { type Desk, fail, newDesk, type Room, say } from "./desk.ts";
import { writeFrom } from "./follow-edits.ts";
import { lockProject } from "./tab-roles.ts";

/** What cannot be stored stays in memory, which is said. */
export async function storeFirst(room: Room, project: Project, identity: ProjectIdentity): Promise<void> {
  const { store: states, host } = room.app;
  const desk = newDesk(project, identity);
  room.desk = desk;
  const { dialog, news } = states.getState().keeping;
  say(room, { ...NOT_KEPT, dialog, news, identity, state: "saving" });
  try {
    const store = await room.store();
    const state = states.getState();
    const saved = savedProjectOf({ ...state, project }, identity, host.now());
    if (saved === null || state.project !== project) return;
    await store.save(saved, project.files);
    const lock = await lockProject(room, identity.id);
    await writeFrom(room, { ...desk, lock }, asSaved(optionSetOf(state)));
    void store.persist();
  } catch (error) {
    fail(room, error);
  }
}

/** The same project with other data: the state before is kept as a snapshot, the edits that still fit are on screen. */
export async function storeOtherData(room: Room, desk: Desk, project: Project): Promise<void> {
  const { host, store: states } = room.app;
  const { identity, lock } = desk;
  const before = room.sent;
  await desk.autosave?.settled();
  desk.autosave?.stop();
  room.desk = { ...desk, project, autosave: null };
  const saved = savedProjectOf({ ...states.getState(), project }, identity, host.now());
  if (saved === null || lock === null) return;
  const { baseline, imported, extra } = saved;
  const store = await room.store();
  const stored = { project: identity.id, baseline, imported, extra, files: project.files };
  const name = PROJECT_DICTIONARIES[states.getState().settings.language].beforeData;
  await store.replaceBaseline(stored, { name, time: host.now() });
  const { options, current } = before ?? optionSetOf(states.getState());
  const empty = options.map((option) => ({ ...option, history: openHistory(EMPTY_PLAN) }));
  await writeFrom(room, { ...desk, project, lock, data: -1 }, { options: empty, current });
}

/** The id it is stored under: its own, or another when this browser knows a project of that id. */
export async function storeSaved(room: Room, saved: SavedProject): Promise<string> {
  const store = await room.store();
  const known = (await store.list()).some(({ id }) => id === saved.id);
  const id = known ? randomId() : saved.id;
  const settings = Object.assign({}, saved.settings, { origin: "saved" });
  await store.save({ ...saved, id, settings }, []);
  return id;
}

/** What a project file keeps of the options: edits taken back are gone. */
const asSaved = ({ options, current }: OptionSet): OptionSet => ({
  options: options.map((option) => ({ ...option, history: { ...option.history, future: [] } })),
  current,
});
