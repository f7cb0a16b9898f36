// Shares a number of grids out over communities in proportion to their households (divisor method of Webster:
// each next grid goes where households per half-step are most), at least one and at most one a unit for each
// community that holds units.

export interface PartShare {
  readonly units: number;
  readonly households: number;
}

/** Grids per community; they add up to `parts` where that lies between the communities and the units. */
export function shareParts(parts: number, areas: readonly PartShare[]): number[] {
  const shares = areas.map(({ units }) => (units > 0 ? 1 : 0));
  let left = parts - shares.reduce<number>((sum, share) => sum + share, 0);
  for (; left > 0; left--) {
    let [best, most] = [-1, -1];
    areas.forEach(({ units, households }, area) => {
      const claim = households / (2 * shares[area]! + 1);
      if (shares[area]! < units && claim > most) [best, most] = [area, claim];
    });
    if (best < 0) break;
    shares[best]!++;
  }
  return shares;
}
