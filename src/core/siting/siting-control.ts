// How a search for sites is watched and stopped: the host's clock, the caller's patience, the gap that is good enough.

export interface SitingControl {
  /** Seconds since the search began, by the host's clock. */
  readonly seconds: () => number;
  /** Seconds after which the best so far is returned. */
  readonly timeLimit: number;
  /** Relative gap at which to stop; 0 asks for proof. */
  readonly gap: number;
  /** True once the caller wants the best so far. */
  readonly cancelled: () => boolean;
  /** `open`: the sites of the best answer, where they are at hand. */
  readonly report: (best: number, bound: number, open?: Uint8Array) => void;
  readonly pause: () => Promise<void>;
  /** Of the random numbers in the search: the same seed, the same answer. */
  readonly seed: number;
}

/** To the end and in silence: for tests and small cases. */
export const untilProven: SitingControl = {
  seconds: () => 0,
  timeLimit: Infinity,
  gap: 0,
  cancelled: () => false,
  report: () => undefined,
  pause: () => Promise.resolve(),
  seed: 1,
};

export const isOver = (control: SitingControl): boolean =>
  control.cancelled() || control.seconds() >= control.timeLimit;

export const secondsLeft = (control: SitingControl): number =>
  Math.max(0, control.timeLimit - control.seconds());

/** (best - bound) / |best| for a minimum: 0 when closed, Infinity when nothing is known. */
export function relativeGap(best: number, bound: number): number {
  if (bound >= best) return 0;
  return best === 0 ? Infinity : (best - bound) / Math.abs(best);
}
