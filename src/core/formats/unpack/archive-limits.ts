// How much an archive may unpack to, so that none takes the machine with it.

/** Entries in all. */
export const MOST_ENTRIES = 100_000;
/** Unpacked to packed bytes: lists of equal names deflate to a 500th, a whole data set never … */
export const MOST_RATIO = 200;
/** … and the unpacked size below which nobody asks. */
export const RATIO_FROM = 64 * 2 ** 20;

/** Bytes that `packed` bytes may become. */
export const unpackedBound = (packed: number): number => Math.max(RATIO_FROM, MOST_RATIO * packed);
