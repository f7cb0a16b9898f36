// Every edit goes to the database as it is made, the view a moment after it came to rest.

import { createAutosave } from "../../../adapters/autosave.ts";
import type { OptionSet } from "../../../core/model/index.ts";
import { NOT_KEPT } from "../../state/keeping.ts";
import { markClosed, markOpen, rememberProject } from "../../state/last-project.ts";
import { optionSetOf } from "../../state/plan-options.ts";
import { savedPacksOf, workSettings } from "../../state/saved-project-of.ts";
import { type Followed, fail, type LockedDesk, type Room, say } from "./desk.ts";

/** How long a change of view waits for the next one before it is stored, milliseconds. */
const VIEW_DELAY_MS = 800;

/** Writes the edits from here on; `stored` is what the database holds. */
export async function writeFrom(room: Room, desk: LockedDesk, stored: OptionSet): Promise<void> {
  const { store: states, host } = room.app;
  const { id } = desk.identity;
  const store = await room.store();
  const places = await Promise.all(stored.options.map((option) => store.placeOf(id, option.id)));
  const stamps = new Map(stored.options.map((option, i) => [option.id, places[i]?.stamp ?? -1]));
  const data = places[0]?.baseline ?? -1;
  const autosave = createAutosave({
    ...{ store, project: id, stamps, stored, now: host.now },
    onStored: (options) => {
      desk.lock.announce();
      const state = room.sent === options ? "saved" : "saving";
      say(room, { state, savedAt: host.now(), failure: null });
    },
    onFailure: (failure) => fail(room, failure),
  });
  room.desk = { ...desk, autosave, data };
  room.followed = null;
  room.sent = stored;
  rememberProject(id);
  markOpen(id);
  const savedAt = states.getState().keeping.savedAt ?? host.now();
  say(room, { role: "writer", state: "saved", savedAt, failure: null });
  followEdits(room, states.getState());
}

/** "saving" is said first: a state with nothing new to write is stored before this returns. */
export function followEdits(room: Room, { history, options, currentOption }: Followed): void {
  const autosave = room.desk?.autosave ?? null;
  const last = room.followed;
  const same = last?.history === history && last.options === options && last.currentOption === currentOption;
  if (autosave === null || same) return;
  room.followed = { history, options, currentOption };
  room.sent = optionSetOf(room.followed);
  if (room.app.store.getState().keeping.state === "saved") say(room, { state: "saving" });
  autosave.follow(room.sent);
}

/** Stores what is left and lets the project go. */
export async function leaveDesk(room: Room): Promise<void> {
  const { desk } = room;
  room.desk = null;
  if (desk === null) return;
  await desk.autosave?.settled();
  desk.autosave?.stop();
  desk.lock?.release();
  if (desk.autosave !== null) markClosed(desk.identity.id);
  say(room, NOT_KEPT);
}

/** To be called with every change of the view. */
export function viewFollower(room: Room): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const store = async (): Promise<void> => {
    const { desk, app } = room;
    const state = app.store.getState();
    if (desk === null || desk.autosave === null || state.project !== desk.project) return;
    const changes = { settings: workSettings(state), packs: savedPacksOf(state) };
    await (await room.store()).changeHead(desk.identity.id, changes, app.host.now());
  };
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      store().catch((error: unknown) => fail(room, error));
    }, VIEW_DELAY_MS);
  };
}
