// How a long computation is watched and stopped. The core has no clock and no event loop of its own:
// the host passes both in.

export const STAGES = [
  "read",
  "split",
  "link",
  "search",
  "site",
  "areas",
  "assess",
  "write",
  "grids",
  "borders",
  "pages",
] as const;
/** The thing being done, said on screen next to the share done. */
export type Stage = (typeof STAGES)[number];

export interface Progress {
  readonly stage: Stage;
  /** 0..1 of this stage. */
  readonly done: number;
  /** Best objective so far and what it can still become, where something is being optimised. */
  readonly objective?: number;
  readonly bound?: number;
  /** The best answer so far where a task has one: for grids.draft the grid of each unit, -1 = not yet. */
  readonly bestNet?: Int32Array;
  /** What is at hand of several: its number, its place among them from 1, how many there are (for grids.draft: area). */
  readonly part?: ProgressPart;
  /** For siting.solve: the sites of the best answer so far, ascending. */
  readonly bestSites?: Uint32Array;
}

export interface ProgressPart {
  readonly part: number;
  readonly at: number;
  readonly of: number;
}

export interface TaskControl {
  /** True once the caller no longer wants the answer. */
  readonly cancelled: () => boolean;
  readonly report: (progress: Progress) => void;
  /** Gives the host's event loop a turn, so that a cancel can arrive. */
  readonly pause: () => Promise<void>;
}

/** Runs to the end, silently: for tests and for tasks that are short. */
export const uncontrolled: TaskControl = {
  cancelled: () => false,
  report: () => undefined,
  pause: () => Promise.resolve(),
};
