// A matter (事项): something under way at a place, with the moves it has made. Its kind, states and moves allowed are
// declared by the rule pack.

export interface MatterMove {
  readonly from: string;
  readonly to: string;
  /** ISO date. */
  readonly date: string;
  /** Post or unit that moved it, never a person; "" when nobody signed. */
  readonly by: string;
}

export interface Matter {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** Place it is pinned to; null = the whole district. */
  readonly placeId: string | null;
  /** WGS-84 degrees, of a point that is no place of the plan; absent = where its place is. */
  readonly position?: readonly [lon: number, lat: number];
  readonly state: string;
  /** ISO date it began. */
  readonly opened: string;
  /** ISO date by which it must be done; null = none but the state's own limit. */
  readonly due: string | null;
  readonly texts: Readonly<Record<string, string>>;
  readonly dates: Readonly<Record<string, string>>;
  readonly moves: readonly MatterMove[];
  /** Ids of the matters it answers: a resource its needs, a project its needs and resources; absent = none. */
  readonly answers?: readonly string[];
}
