// The desk: the project that lies on it and how it is stored; and what the parts of the keeper share.

import type { Autosave } from "../../../adapters/autosave.ts";
import { openProjectStore } from "../../../adapters/project-store.ts";
import { storageFailure } from "../../../adapters/storage-failure.ts";
import type { ProjectStore } from "../../../adapters/stored-project.ts";
import type { TabLock } from "../../../adapters/tab-lock.ts";
import type { OptionSet } from "../../../core/model/index.ts";
import type { App } from "../../state/app.ts";
import type { AppState, Project } from "../../state/app-state.ts";
import type { Keeping, ProjectIdentity } from "../../state/keeping.ts";

/** The project on screen and how it is kept. */
export interface Desk {
  readonly project: Project;
  readonly identity: ProjectIdentity;
  /** null while the project has not been stored. */
  readonly lock: TabLock | null;
  /** null while another tab writes, or nothing could be stored. */
  readonly autosave: Autosave | null;
  /** Number of the data in the database; -1 = not known. */
  readonly data: number;
}
export type LockedDesk = Desk & { readonly lock: TabLock };

export type Followed = Pick<AppState, "history" | "options" | "currentOption">;

export interface Room {
  readonly app: App;
  /** Names this tab among others. */
  readonly tab: string;
  readonly store: () => Promise<ProjectStore>;
  /** Called when the writing tab stored something of the project that lies here. */
  readonly onChanged: () => void;
  desk: Desk | null;
  /** The project that the keeper itself is putting on screen. */
  expected: Project | null;
  /** What was handed on to be written last, and of which state. */
  followed: Followed | null;
  sent: OptionSet | null;
}

/** A desk whose project has not been stored yet. */
export const newDesk = (project: Project, identity: ProjectIdentity): Desk => ({
  ...{ project, identity, lock: null, autosave: null, data: -1 },
});

export function say({ app }: Room, change: Partial<Keeping>): void {
  app.store.setState(({ keeping }) => ({ keeping: { ...keeping, ...change } }));
}

/** What is on screen stays there, marked as not stored. */
export function fail(room: Room, error: unknown): void {
  const { code, details } = storageFailure(error);
  say(room, { state: "unsaved", failure: { code, details } });
}

/** Opens the database when it is first asked for, and again when the browser took it away. */
export function storeOpener(): Room["store"] {
  let opened: Promise<ProjectStore> | null = null;
  const forget = (): void => {
    opened = null;
  };
  return () => {
    opened ??= openProjectStore(undefined, forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return opened;
  };
}
