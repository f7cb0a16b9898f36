// Units of measure. Lengths on the walking network are integer decimetres: sums are exact, comparisons at
// the 15-minute bound are exact, and bucket queues can index by them. Everything else is SI in plain numbers.

/** Metres on the ground. */
export type Metres = number;
/** Integer tenths of a metre. */
export type Decimetres = number;
/** Square metres. */
export type SquareMetres = number;
/** Walking minutes. */
export type Minutes = number;
/** Walking speed in metres per second. */
export type MetresPerSecond = number;
/** Geographic degrees, WGS-84 / CGCS2000 unless a name says otherwise. */
export type Degrees = number;

/** Distance of a node or point that no search reached. Larger than every real distance. */
export const UNREACHED: Decimetres = 0xffffffff;

export const toDecimetres = (metres: Metres): Decimetres => Math.round(metres * 10);

/** The longest path, in decimetres, still walked within `minutes`: 15:00 is inside, 15:01 is not. */
export const reachLimit = (minutes: Minutes, speed: MetresPerSecond): Decimetres =>
  Math.floor(minutes * 60 * speed * 10 + 1e-6);

/** Minutes to walk `decimetres`; NaN when unreached, so that a missing path is never read as a short one. */
export const walkMinutes = (decimetres: Decimetres, speed: MetresPerSecond): Minutes =>
  decimetres === UNREACHED ? Number.NaN : decimetres / (600 * speed);

/** Metres for `decimetres`; NaN when unreached. */
export const walkMeters = (decimetres: Decimetres): Metres =>
  decimetres === UNREACHED ? Number.NaN : decimetres / 10;
