// What edits change: keyed collections of records, and which grid each residence is in. A further collection is a
// type in PlanRecords and a row in COLLECTIONS; patches, history and merges follow from the table. Grids drawn in
// an earlier year are baseline: taking them up is an edit like any other, so the plan opens without grids.

import type { DrawnBorder } from "./drawn-border.ts";
import type { DrawnLink } from "./drawn-link.ts";
import type { EditCode } from "./edit-codes.ts";
import type { Grid, GridLevel } from "./grid.ts";
import type { Baseline, CandidateSite, ServiceCenter } from "./layers.ts";
import type { Matter } from "./matter.ts";
import type { MeetingPack } from "./meeting.ts";
import type { RegisterRow } from "./register-row.ts";

export interface PlanRecords {
  readonly centers: ServiceCenter;
  readonly grids: Grid;
  readonly candidates: CandidateSite;
  readonly links: DrawnLink;
  readonly borders: DrawnBorder;
  readonly registers: RegisterRow;
  readonly matters: Matter;
  readonly meetings: MeetingPack;
}
export type CollectionName = keyof PlanRecords;
export type PlanRecord = PlanRecords[CollectionName];

/** Level → grid id per residence row; "" = in none. A member of a micro-grid is a member of its grid. */
export type Members = Readonly<Record<GridLevel, readonly string[]>>;

export type PlanState = { readonly [C in CollectionName]: readonly PlanRecords[C][] } & {
  readonly members: Members;
};

interface Collection<C extends CollectionName> {
  /** Its edits and refusals begin with it. */
  readonly noun: "center" | "grid" | "candidate" | "link" | "border" | "register" | "matter" | "meeting";
  /** Records the plan opens with. */
  readonly opens: (baseline: Baseline) => readonly PlanRecords[C][];
  /** Edits that change one aspect of a record, and the edit for any other. */
  readonly changes: Readonly<Record<string, EditCode>>;
  readonly otherChange: EditCode;
}

export const COLLECTIONS: { readonly [C in CollectionName]: Collection<C> } = {
  centers: {
    noun: "center",
    opens: ({ centers }) => centers,
    changes: { place: "center.move", floorArea: "center.resize" },
    otherChange: "center.rename",
  },
  grids: {
    noun: "grid",
    opens: () => [],
    changes: {
      code: "grid.recode",
      locked: "grid.lock",
      kind: "grid.setKind",
      posts: "grid.setPosts",
      note: "grid.note",
      parentId: "grid.merge",
    },
    otherChange: "grid.rename",
  },
  candidates: {
    noun: "candidate",
    opens: ({ candidates }) => candidates,
    changes: {},
    otherChange: "candidate.change",
  },
  links: { noun: "link", opens: () => [], changes: {}, otherChange: "link.change" },
  borders: { noun: "border", opens: () => [], changes: {}, otherChange: "border.change" },
  registers: { noun: "register", opens: () => [], changes: {}, otherChange: "register.change" },
  matters: { noun: "matter", opens: () => [], changes: {}, otherChange: "matter.change" },
  meetings: { noun: "meeting", opens: () => [], changes: {}, otherChange: "meeting.change" },
};
export const COLLECTION_NAMES = Object.keys(COLLECTIONS) as readonly CollectionName[];

export const EMPTY_PLAN: PlanState = {
  centers: [],
  grids: [],
  candidates: [],
  links: [],
  borders: [],
  registers: [],
  matters: [],
  meetings: [],
  members: { grid: [], micro: [] },
};

/** The baseline before any edit. */
export function openPlan(baseline: Baseline): PlanState {
  const nobody = Array<string>(baseline.residences.count).fill("");
  const lists = COLLECTION_NAMES.map((name) => [name, COLLECTIONS[name].opens(baseline)] as const);
  const records = Object.fromEntries(lists) as unknown as Omit<PlanState, "members">;
  return { ...records, members: { grid: nobody, micro: nobody } };
}
