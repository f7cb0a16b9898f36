// Keeps the project on screen in the browser's database: the data once, then every edit as it is made; one tab
// writes, others look on. What cannot be stored stays in memory, is marked as such, and is tried again. Moves from
// project to project are made one after the other; edits are followed at once.

import type { ProjectStore } from "../../../adapters/stored-project.ts";
import type { SavedProject } from "../../../core/formats/index.ts";
import type { App } from "../../state/app.ts";
import type { AppState, Project } from "../../state/app-state.ts";
import { isAtRisk, isWorthKeeping, type ProjectIdentity } from "../../state/keeping.ts";
import { markClosed, rememberProject } from "../../state/last-project.ts";
import { freshIdentity, randomId } from "../fresh-identity.ts";
import { fail, newDesk, type Room, say, storeOpener } from "./desk.ts";
import { followEdits, leaveDesk, viewFollower } from "./follow-edits.ts";
import { openStored, readAgain } from "./open-stored.ts";
import { storeFirst, storeOtherData, storeSaved } from "./store-project.ts";

export interface Keeper {
  readonly store: () => Promise<ProjectStore>;
  /** Opens a stored project in the place of what is shown; false when it is not there or cannot be opened. */
  readonly open: (id: string) => Promise<boolean>;
  /** Stores a project that came as a file, and opens it; false when that could not be done. */
  readonly adopt: (saved: SavedProject) => Promise<boolean>;
  /** Resolves when every edit made so far is stored, or could not be. */
  readonly settled: () => Promise<void>;
  /** Tries again to store what could not be stored. */
  readonly retry: () => Promise<void>;
  /** This tab becomes the one that edits. */
  readonly takeOver: () => Promise<void>;
  readonly rename: (name: string) => Promise<void>;
}

export function createKeeper(app: App): Keeper {
  const inTurn = turns();
  const room: Room = {
    app,
    tab: randomId(),
    store: storeOpener(),
    onChanged: coalesced(inTurn, async () => {
      if (room.desk?.autosave === null) await readAgain(room);
    }),
    ...{ desk: null, expected: null, followed: null, sent: null },
  };
  const retry = (): Promise<void> =>
    inTurn(async () => {
      const { desk } = room;
      if (desk?.autosave) desk.autosave.retry();
      else if (desk?.lock === null) await storeFirst(room, desk.project, desk.identity);
    });
  watch(room, inTurn, retry);
  return {
    ...{ store: room.store, retry },
    open: (id) => inTurn(() => openStored(room, id)),
    adopt: (saved) => inTurn(async () => openStored(room, await storeSaved(room, saved))),
    settled: async () => {
      await inTurn(async () => undefined);
      await room.desk?.autosave?.settled();
    },
    takeOver: () =>
      inTurn(async () => {
        await room.desk?.lock?.takeOver();
        await readAgain(room);
      }),
    rename: (name) => inTurn(() => rename(room, name)),
  };
}

type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Work of this queue is done one after the other. */
function turns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
}

/** Several calls that arrive while one waits for its turn are one. */
function coalesced(inTurn: InTurn, work: () => Promise<void>): () => void {
  let waits = false;
  return () => {
    if (waits) return;
    waits = true;
    void inTurn(() => {
      waits = false;
      return work();
    });
  };
}

/** Follows what is on screen, and the page's leaving. */
function watch(room: Room, inTurn: InTurn, retry: () => Promise<void>): void {
  const { store: states } = room.app;
  const keepView = viewFollower(room);
  let seen: Project | null = null;
  const look = (state: AppState): void => {
    const { project } = state;
    if (project !== seen) {
      seen = project;
      if (project !== null && project === room.expected) return;
      void inTurn(() => meet(room, project)).catch((error: unknown) => fail(room, error));
    } else if (room.desk !== null) {
      if (room.desk.project === project) followEdits(room, state);
    } else if (project !== null && project.origin === "demo" && isWorthKeeping(state)) {
      room.desk = newDesk(project, identify(room, project));
      void retry();
    }
  };
  states.subscribe((state, before) => {
    look(state);
    const same = state.settings === before.settings && state.ownPacks === before.ownPacks;
    if (!same || state.view.step !== before.view.step) keepView();
  });
  addEventListener("beforeunload", (event) => {
    if (isAtRisk(states.getState())) event.preventDefault();
  });
  addEventListener("pagehide", () => {
    if (room.desk?.autosave) markClosed(room.desk.identity.id);
  });
  look(states.getState());
}

/** Another project is on screen, that came neither from the database nor from a project file. */
async function meet(room: Room, project: Project | null): Promise<void> {
  const state = room.app.store.getState();
  if (project !== state.project) return;
  const { desk } = room;
  const stored = project !== null && project.imported.baseline !== null && isWorthKeeping(state);
  if (stored && desk !== null && isSameWork(desk.project, project)) {
    if (desk.autosave !== null) return storeOtherData(room, desk, project);
    if (desk.lock === null) return storeFirst(room, project, desk.identity);
  }
  await leaveDesk(room);
  if (stored) await storeFirst(room, project, identify(room, project));
  else rememberProject(null);
}

/** Files were added to one's own, or the same files mapped anew. */
const isSameWork = (before: Project, after: Project): boolean =>
  before.files === after.files || (before.origin === "files" && after.origin === "files");

async function rename(room: Room, name: string): Promise<void> {
  const { desk, app } = room;
  if (desk === null || name === "") return;
  const identity = { ...desk.identity, name };
  room.desk = { ...desk, identity };
  say(room, { identity });
  await (await room.store()).changeHead(identity.id, { name }, app.host.now());
}

function identify({ app }: Room, project: Project): ProjectIdentity {
  return freshIdentity(project.imported.baseline?.name ?? "", app.host.now());
}
