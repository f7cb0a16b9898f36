// What a joint meeting (党建联席会议) has before it and decides, as far as pages print it: opinions, the three lists
// of needs, resources and projects, decisions and the follow-up of the last one.

export const LIST_KINDS = ["needs", "resources", "projects"] as const;
export type ListKind = (typeof LIST_KINDS)[number];

export interface ListEntry {
  readonly kind: ListKind;
  readonly text: string;
  /** Name of the place it sits at; "" for none. */
  readonly place: string;
  readonly owner: string;
  /** ISO date; null when none is set. */
  readonly due: string | null;
  /** In the user's words. */
  readonly state: string;
  /** Texts of the entries that answer it or that it answers. */
  readonly answers: readonly string[];
}

export interface Opinion {
  readonly from: string;
  readonly text: string;
}

export interface Decision {
  readonly text: string;
  readonly owner: string;
  readonly due: string | null;
  readonly state: string;
}

export interface Meeting {
  readonly title: string;
  /** "街道级联席会议 · 主持：区委常委（提级召集）" as the host words it. */
  readonly convened: string;
  readonly entries: readonly ListEntry[];
  readonly opinions: readonly Opinion[];
  readonly decisions: readonly Decision[];
  readonly followUp: readonly Decision[];
}
