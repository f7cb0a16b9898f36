// Small words that every recipe for a lot uses: insets, shares of a side, a residential building.

/** A rectangle [west, north, east, south] made smaller by `metres` on every side. */
export const inset = ([w, n, e, s], metres) => [w + metres, n + metres, e - metres, s - metres];

export const mid = (a, b, share) => a + (b - a) * share;

/** Metres between a lot's edge and the compound's wall, in which the gates are. */
export const WALL_INSET = 3;

/** A residential building: rings in ground metres, its plan point, floors, households. */
export const building = (rings, p, q, floors, households) => ({ rings, p, q, floors, households });
