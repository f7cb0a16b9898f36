// One row of a register: what a place is said to have, typed in or imported. What the columns mean is declared by the
// rule pack; a row stays when the pack is switched.

export interface RegisterRow {
  readonly id: string;
  /** Register it is a row of. */
  readonly kind: string;
  readonly name: string;
  /** Place it belongs to; null = judged by position. */
  readonly placeId: string | null;
  /** WGS-84 degrees; null = no position of its own. */
  readonly position: readonly [lon: number, lat: number] | null;
  /** Unknown values are absent, never nought. */
  readonly numbers: Readonly<Record<string, number>>;
  /** Texts, and option ids of choices and colours. */
  readonly texts: Readonly<Record<string, string>>;
  /** ISO dates. */
  readonly dates: Readonly<Record<string, string>>;
  /** Says that there is none at the place; without a place, that the rows listed are all there are. */
  readonly none?: true;
}
