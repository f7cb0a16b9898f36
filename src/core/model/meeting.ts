// The pack of one joint meeting (党建联席会议): who convenes whom, what is on the agenda, what subdistricts say, what is
// decided and what became of the last decisions. Its three lists of needs, resources and projects are matters of the
// plan. Units and posts only, never residents.

export const MEETING_LEVELS = ["district", "subdistrict", "community"] as const;
export type MeetingLevel = (typeof MEETING_LEVELS)[number];

/** Kinds of matters the three lists hold. */
export const LIST_MATTERS = ["need", "resource", "project"] as const;
export type ListMatter = (typeof LIST_MATTERS)[number];

export const DECISION_STATES = ["decided", "underWay", "done", "dropped"] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

export interface MeetingOpinion {
  /** Subdistrict or unit that says it. */
  readonly from: string;
  readonly text: string;
}

export interface MeetingDecision {
  readonly text: string;
  /** Post or unit. */
  readonly owner: string;
  /** ISO date; null = none set. */
  readonly due: string | null;
  readonly state: DecisionState;
}

export interface MeetingPack {
  readonly id: string;
  /** Its title. */
  readonly name: string;
  /** ISO date; null = not set yet. */
  readonly date: string | null;
  readonly level: MeetingLevel;
  /** Post that chairs, and the level it is of: one above the meeting's own is 提级召集. */
  readonly chair: string;
  readonly chairLevel: MeetingLevel;
  readonly members: readonly string[];
  readonly agenda: readonly string[];
  readonly opinions: readonly MeetingOpinion[];
  readonly decisions: readonly MeetingDecision[];
  /** Decisions of the last meeting, as they stand now. */
  readonly followUp: readonly MeetingDecision[];
  /** What the speaker has before him, by the step of the presentation. */
  readonly notes: Readonly<Record<string, string>>;
}

/** Chaired from a level above its own. */
export const isRaised = ({ level, chairLevel }: Pick<MeetingPack, "level" | "chairLevel">): boolean =>
  MEETING_LEVELS.indexOf(chairLevel) < MEETING_LEVELS.indexOf(level);
