// How the work on screen is kept: under which identity, by which tab, whether all of it is safe on disk.

import type { FailureCode, FailureDetails, Issue } from "../../core/base/index.ts";
import type { Json, SavedProject } from "../../core/formats/index.ts";
import type { ChangeEntry, History } from "../../core/model/index.ts";

/** What makes the open data one project through saving, closing and opening again. */
export interface ProjectIdentity {
  readonly id: string;
  readonly name: string;
  /** ISO date and time. */
  readonly createdAt: string;
  readonly packs: readonly Json[];
  readonly extra: Readonly<Record<string, Uint8Array>>;
}

/** none: nothing to keep (an empty desk, the demo untouched). */
export type KeptState = "none" | "saving" | "saved" | "unsaved";

/** Something that happened to the work while nobody looked. */
export type KeepingNews =
  | { readonly kind: "recovered"; readonly edits: number; readonly changedAt: string }
  | { readonly kind: "lost"; readonly missing: number; readonly unfit: readonly ChangeEntry[] }
  /** Edits that other data has no place for. */
  | { readonly kind: "left"; readonly entries: readonly ChangeEntry[] };

export const PROJECT_DIALOGS = ["snapshots", "record", "merge"] as const;
export type ProjectDialog = (typeof PROJECT_DIALOGS)[number];

export interface Keeping {
  /** null until the project is stored for the first time. */
  readonly identity: ProjectIdentity | null;
  /** A reader looks on while another tab writes. */
  readonly role: "writer" | "reader";
  /** This tab wrote before another one took over. */
  readonly takenOver: boolean;
  readonly state: KeptState;
  /** ISO date and time of the last write. */
  readonly savedAt: string | null;
  /** Why the latest edits are not stored. */
  readonly failure: { readonly code: FailureCode; readonly details: FailureDetails } | null;
  readonly news: KeepingNews | null;
  /** Why a project file was not opened. */
  readonly refused: Issue | null;
  /** A colleague's project of the same data, whose edits can be merged. */
  readonly offered: SavedProject | null;
  readonly dialog: ProjectDialog | null;
}

export const NOT_KEPT: Keeping = {
  identity: null,
  role: "writer",
  takenOver: false,
  state: "none",
  savedAt: null,
  failure: null,
  news: null,
  refused: null,
  offered: null,
  dialog: null,
};

export const isReadOnly = ({ keeping }: { readonly keeping: Keeping }): boolean => keeping.role === "reader";

/** Files of one's own, or the demo with edits, options or packs of its own: not the demo as it comes, not an empty desk. */
export const isWorthKeeping = ({ project, history, options, ownPacks }: OnDesk): boolean =>
  project !== null &&
  (project.origin !== "demo" || history.past.length > 0 || options.length > 1 || ownPacks.length > 0);

interface OnDesk {
  readonly project: { readonly origin: string } | null;
  readonly history: Pick<History, "past">;
  readonly options: readonly unknown[];
  readonly ownPacks: readonly unknown[];
}

/** Closing the page now would lose something. */
export const isAtRisk = ({ keeping }: { readonly keeping: Keeping }): boolean =>
  keeping.state === "saving" || keeping.state === "unsaved";

/** Something about the keeping of the work has to be said above the map. */
export const hasNotice = ({ keeping }: { readonly keeping: Keeping }): boolean =>
  keeping.role === "reader" || keeping.failure !== null || keeping.refused !== null || keeping.news !== null;
