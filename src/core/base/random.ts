// Seeded random numbers: mulberry32 (T. Ettinger, public domain). 32-bit state, full period 2^32;
// good for tests, seeds and tie-breaking, not for cryptography.

export type Random = () => number;

/** A generator of numbers in [0, 1), the same for the same seed. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** An integer in [low, high]. */
export const randomInteger = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));
