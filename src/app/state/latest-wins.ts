// One request at a time, always for the newest wish: wishes that arrive while one is being answered replace
// each other, so a fast hand never builds a queue.

export interface LatestWins<I> {
  readonly ask: (input: I) => void;
  /** Forgets the wish that waits; the one under way still ends. */
  readonly forget: () => void;
}

/** `answer` must not reject. */
export function createLatestWins<I>(answer: (input: I) => Promise<void>): LatestWins<I> {
  let waiting: { readonly input: I } | null = null;
  let busy = false;
  const work = async (): Promise<void> => {
    busy = true;
    while (waiting !== null) {
      const { input } = waiting;
      waiting = null;
      await answer(input);
    }
    busy = false;
  };
  return {
    ask: (input) => {
      waiting = { input };
      if (!busy) void work();
    },
    forget: () => {
      waiting = null;
    },
  };
}
