// Keeps the project on screen in the browser's database: the data once, then every edit as it is made; one tab
// writes, others look on. What cannot be stored stays in memory, is marked as such, and is tried again. Moves from
// project to project are made one after the other; edits are followed at once.

import { type Autosave, createAutosave } from "../../adapters/autosave.ts";
import { openProjectStore } from "../../adapters/project-store.ts";
import { storageFailure } from "../../adapters/storage-failure.ts";
import type { ProjectStore } from "../../adapters/stored-project.ts";
import { openTabLock, type RoleReason, type TabLock } from "../../adapters/tab-lock.ts";
import type { SavedProject } from "../../core/formats/index.ts";
import { type History, openPlan } from "../../core/model/index.ts";
import { PROJECT_DICTIONARIES } from "../i18n/use-project-text.ts";
import type { App } from "../state/app.ts";
import type { AppState, Project } from "../state/app-state.ts";
import { isAtRisk, type Keeping, NOT_KEPT, type ProjectIdentity } from "../state/keeping.ts";
import { markClosed, markOpen, rememberProject, wasCutOff } from "../state/last-project.ts";
import { savedProjectOf, workSettings } from "../state/saved-project-of.ts";
import { findCenter } from "./edit-plan.ts";
import { freshIdentity, randomId } from "./fresh-identity.ts";
import { newsOf } from "./news-of.ts";
import type { StoredWork } from "./read-stored.ts";
import { noteTrouble, runWork } from "./run-work.ts";
import { selectPlace } from "./select-place.ts";
import { standProject } from "./stand-project.ts";

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

/** The project on screen and how it is kept. */
interface Desk {
  readonly project: Project;
  readonly identity: ProjectIdentity;
  /** null while the project has not been stored. */
  readonly lock: TabLock | null;
  /** null while another tab writes, or nothing could be stored. */
  readonly autosave: Autosave | null;
  /** Number of the data in the database; -1 = not known. */
  readonly data: number;
}
type LockedDesk = Desk & { readonly lock: TabLock };

/** How long a change of view waits for the next one before it is stored, milliseconds. */
const VIEW_DELAY_MS = 800;

export function createKeeper(app: App): Keeper {
  const keeper = new WorkKeeper(app);
  keeper.start();
  return keeper;
}

class WorkKeeper implements Keeper {
  readonly #app: App;
  readonly #tab = randomId();
  #opened: Promise<ProjectStore> | null = null;
  #desk: Desk | null = null;
  /** The project last seen on screen, and the one that this keeper is putting there. */
  #seen: Project | null = null;
  #expected: Project | null = null;
  #followed: History | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #rereadWaits = false;
  #viewTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(app: App) {
    this.#app = app;
  }

  start(): void {
    this.#app.store.subscribe((state, before) => {
      this.#look(state);
      if (state.settings !== before.settings || state.view.step !== before.view.step) this.#keepView();
    });
    addEventListener("beforeunload", (event) => {
      if (isAtRisk(this.#app.store.getState())) event.preventDefault();
    });
    addEventListener("pagehide", () => {
      if (this.#desk?.autosave) markClosed(this.#desk.identity.id);
    });
    this.#look(this.#app.store.getState());
  }

  readonly store = (): Promise<ProjectStore> => {
    const forget = (): void => {
      this.#opened = null;
    };
    this.#opened ??= openProjectStore(undefined, forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return this.#opened;
  };

  readonly settled = async (): Promise<void> => {
    await this.#turn;
    await this.#desk?.autosave?.settled();
  };

  readonly open = (id: string): Promise<boolean> => this.#inTurn(() => this.#open(id));

  readonly adopt = (saved: SavedProject): Promise<boolean> =>
    this.#inTurn(async () => {
      const store = await this.store();
      const known = (await store.list()).some(({ id }) => id === saved.id);
      const id = known ? randomId() : saved.id;
      const settings = Object.assign({}, saved.settings, { origin: "saved" });
      await store.save({ ...saved, id, settings }, []);
      return this.#open(id);
    });

  readonly retry = (): Promise<void> =>
    this.#inTurn(async () => {
      const desk = this.#desk;
      if (desk?.autosave) desk.autosave.retry();
      else if (desk?.lock === null) await this.#begin(desk.project, desk.identity);
    });

  readonly takeOver = (): Promise<void> =>
    this.#inTurn(async () => {
      await this.#desk?.lock?.takeOver();
      await this.#reread();
    });

  readonly rename = (name: string): Promise<void> =>
    this.#inTurn(async () => {
      const desk = this.#desk;
      if (desk === null || name === "") return;
      const identity = { ...desk.identity, name };
      this.#desk = { ...desk, identity };
      this.#say({ identity });
      await (await this.store()).changeHead(identity.id, { name }, this.#app.host.now());
    });

  #look({ project, history }: AppState): void {
    if (project !== this.#seen) {
      this.#seen = project;
      if (project !== null && project === this.#expected) return;
      void this.#inTurn(() => this.#meet(project)).catch((error: unknown) => this.#fail(error));
    } else if (this.#desk?.project === project) this.#follow(history);
    else if (this.#desk === null && project?.origin === "demo" && history.past.length > 0) {
      const identity = this.#fresh(project);
      this.#desk = { project, identity, lock: null, autosave: null, data: -1 };
      void this.retry();
    }
  }

  /** Another project is on screen, that came neither from the database nor from a project file. */
  async #meet(project: Project | null): Promise<void> {
    const { project: shown, history } = this.#app.store.getState();
    if (project !== shown) return;
    const desk = this.#desk;
    const adds = desk?.project.origin === "files" && project?.origin === "files";
    if (project !== null && project.imported.baseline !== null && desk?.autosave && adds) {
      await this.#replace(desk, project);
      return;
    }
    await this.#leave();
    const kept = project !== null && (project.origin !== "demo" || history.past.length > 0);
    if (kept && project.imported.baseline !== null) await this.#begin(project, this.#fresh(project));
    else rememberProject(null);
  }

  /** Stores a project for the first time. */
  async #begin(project: Project, identity: ProjectIdentity): Promise<void> {
    const { store: states, host } = this.#app;
    const desk = { project, identity, lock: null, autosave: null, data: -1 };
    this.#desk = desk;
    const { dialog } = states.getState().keeping;
    this.#say({ ...NOT_KEPT, dialog, identity, state: "saving" });
    try {
      const store = await this.store();
      const state = states.getState();
      const saved = savedProjectOf({ ...state, project }, identity, host.now());
      if (saved === null || state.project !== project) return;
      await store.save(saved, project.files);
      const lock = await this.#lock(identity.id);
      await this.#write({ ...desk, lock }, { ...state.history, future: [] });
      void store.persist();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** The same project with other data; what was done on the old is kept as a snapshot. */
  async #replace(desk: Desk, project: Project): Promise<void> {
    const { host, store: states } = this.#app;
    const { identity, lock } = desk;
    await desk.autosave?.settled();
    desk.autosave?.stop();
    this.#desk = { ...desk, project, autosave: null };
    const saved = savedProjectOf({ ...states.getState(), project }, identity, host.now());
    if (saved === null || lock === null) return;
    const { baseline, imported, extra } = saved;
    const store = await this.store();
    const stored = { project: identity.id, baseline, imported, extra, files: project.files };
    const name = PROJECT_DICTIONARIES[states.getState().settings.language].beforeData;
    await store.replaceBaseline(stored, { name, time: host.now() });
    const { history } = states.getState();
    const empty = { ...history, plan: openPlan(baseline), past: [], future: [], revision: 0 };
    await this.#write({ ...desk, project, lock, data: -1 }, empty);
  }

  async #open(id: string): Promise<boolean> {
    const work = await this.#read(id, null);
    if (work === null) return false;
    const known = this.#desk?.identity.id === id ? this.#desk.lock : null;
    const cut = known === null && wasCutOff(id);
    const lock = known ?? (await this.#lock(id));
    if (!(await this.#stand(work))) {
      if (known === null) lock.release();
      return false;
    }
    if (known === null) await this.#leave();
    else this.#desk?.autosave?.stop();
    const { project, identity, data } = work;
    const desk: LockedDesk = { project, identity, data, lock, autosave: null };
    const writes = lock.role() === "writer";
    this.#show(desk, work, newsOf(work.report, cut && writes));
    if (writes) await this.#write(desk, work.history);
    return true;
  }

  /** false when it was cancelled or failed, which is said; then everything is as it was. */
  async #stand({ project, history }: StoredWork): Promise<boolean> {
    this.#expected = project;
    const stood = await runWork(this.#app, { stage: "read", takesOver: true }, async (options) => {
      await standProject(this.#app, project, history, options);
      return true;
    });
    return stood === true;
  }

  #show(desk: LockedDesk, { settings, report }: StoredWork, news: Keeping["news"]): void {
    const { walk, packId, areaView, straightCircles, step } = settings;
    this.#app.store.setState((state) => ({
      settings: { ...state.settings, walk, packId, areaView, straightCircles },
      view: { ...state.view, step },
    }));
    this.#desk = desk;
    const { identity, lock } = desk;
    const savedAt = report.changedAt;
    this.#say({ ...NOT_KEPT, identity, role: lock.role(), state: "saved", savedAt, news });
    rememberProject(identity.id);
  }

  /** null when there is no such project, or it cannot be opened: then that is said. */
  async #read(id: string, desk: Desk | null): Promise<StoredWork | null> {
    try {
      const { readStored } = await import("./read-stored.ts");
      const { history } = this.#app.store.getState();
      return await readStored(await this.store(), id, { history, desk });
    } catch (error) {
      noteTrouble(this.#app.store, error);
      return null;
    }
  }

  /** The stored project changed under a reader, or was taken over: shows it as it is now. */
  async #reread(): Promise<void> {
    const desk = this.#desk;
    if (desk === null || desk.lock === null) return;
    const work = await this.#read(desk.identity.id, desk);
    if (work === null) return;
    if (work.data !== desk.data) {
      await this.#open(desk.identity.id);
      return;
    }
    const { identity, history, report } = work;
    this.#app.store.setState({ history, drag: null });
    const { selection } = this.#app.store.getState().view;
    if (selection?.kind === "center" && findCenter(this.#app, selection.id) === undefined) {
      selectPlace(this.#app, null);
    }
    const next = { ...desk, identity, lock: desk.lock };
    this.#desk = next;
    const role = desk.lock.role();
    const { takenOver } = this.#app.store.getState().keeping;
    const savedAt = report.changedAt;
    this.#say({ identity, role, takenOver: takenOver && role === "reader", state: "saved", savedAt });
    if (role === "writer") await this.#write(next, history);
  }

  /** Writes the edits from here on; `stored` is what the database holds. */
  async #write(desk: LockedDesk, stored: History): Promise<void> {
    const { store: states, host } = this.#app;
    const { id, option } = desk.identity;
    const store = await this.store();
    const { stamp, baseline: data } = await store.placeOf(id, option);
    const autosave = createAutosave({
      ...{ store, project: id, option, stamp, stored, now: host.now },
      onStored: (history) => {
        desk.lock.announce();
        const state = states.getState().history === history ? "saved" : "saving";
        this.#say({ state, savedAt: host.now(), failure: null });
      },
      onFailure: (failure) => this.#fail(failure),
    });
    this.#desk = { ...desk, autosave, data };
    this.#followed = stored;
    rememberProject(id);
    markOpen(id);
    const savedAt = states.getState().keeping.savedAt ?? host.now();
    this.#say({ role: "writer", state: "saved", savedAt, failure: null });
    this.#follow(states.getState().history);
  }

  #follow(history: History): void {
    const autosave = this.#desk?.autosave ?? null;
    if (autosave === null || history === this.#followed) return;
    this.#followed = history;
    if (this.#app.store.getState().keeping.state === "saved") this.#say({ state: "saving" });
    autosave.follow(history);
  }

  async #lock(id: string): Promise<TabLock> {
    const mine = (): boolean => this.#desk?.identity.id === id;
    return openTabLock({
      project: id,
      tab: this.#tab,
      onRole: (role, reason) => {
        if (mine() && role === "reader") this.#yielded(reason);
      },
      onChanged: () => {
        if (mine() && this.#desk?.autosave === null) this.#rereadSoon();
      },
      beforeYield: async () => {
        if (mine()) await this.#desk?.autosave?.settled();
      },
    });
  }

  /** Several changes that arrive while one is being read are one more reading. */
  #rereadSoon(): void {
    if (this.#rereadWaits) return;
    this.#rereadWaits = true;
    void this.#inTurn(async () => {
      this.#rereadWaits = false;
      if (this.#desk?.autosave === null) await this.#reread();
    });
  }

  /** Another tab writes now; what it could not be given is marked as not stored. */
  #yielded(reason: RoleReason): void {
    const desk = this.#desk;
    if (desk === null || reason !== "takenOver") return;
    desk.autosave?.stop();
    this.#desk = { ...desk, autosave: null };
    this.#say({ role: "reader", takenOver: true });
    if (isAtRisk(this.#app.store.getState())) {
      this.#say({ state: "unsaved", failure: { code: "storageStale", details: {} } });
    }
  }

  /** Stores what is left and lets the project go. */
  async #leave(): Promise<void> {
    const desk = this.#desk;
    this.#desk = null;
    if (desk === null) return;
    await desk.autosave?.settled();
    desk.autosave?.stop();
    desk.lock?.release();
    if (desk.autosave !== null) markClosed(desk.identity.id);
    this.#say(NOT_KEPT);
  }

  #keepView(): void {
    clearTimeout(this.#viewTimer);
    this.#viewTimer = setTimeout(() => {
      const desk = this.#desk;
      const state = this.#app.store.getState();
      if (desk === null || desk.autosave === null || state.project !== desk.project) return;
      const settings = workSettings(state);
      void this.store()
        .then((store) => store.changeHead(desk.identity.id, { settings }, this.#app.host.now()))
        .catch((error: unknown) => this.#fail(error));
    }, VIEW_DELAY_MS);
  }

  #fresh(project: Project): ProjectIdentity {
    const { settings } = this.#app.store.getState();
    return freshIdentity(project.imported.baseline?.name ?? "", settings.language, this.#app.host.now());
  }

  #fail(error: unknown): void {
    const { code, details } = storageFailure(error);
    this.#say({ state: "unsaved", failure: { code, details } });
  }

  #say(change: Partial<Keeping>): void {
    this.#app.store.setState(({ keeping }) => ({ keeping: { ...keeping, ...change } }));
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(work);
    this.#turn = next.catch(() => undefined);
    return next;
  }
}
