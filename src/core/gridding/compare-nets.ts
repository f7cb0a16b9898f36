// One net out of several: how far a department's net agrees with the base grids, where it does not, and what the
// department would have to change. Judged unit by unit: each base grid belongs to the department's grid that
// holds most of its households; what lies elsewhere is a conflict. A department may join several base grids in
// one of its own, so agreement asks only that no base grid is cut; `isEqual` asks for the same net.

export interface NetConflict {
  /** Base grid, the department's grid that should hold it whole, and the one that holds this part of it. */
  readonly base: number;
  readonly belongs: number;
  readonly lies: number;
  /** The units in dispute, ascending. */
  readonly units: readonly number[];
  /** Known households; `unknown` units have no figure. */
  readonly households: number;
  readonly unknown: number;
}

export interface NetComparison {
  /** Households whose base grid lies where they do, and all that both nets hold. */
  readonly agreed: number;
  readonly compared: number;
  /** agreed ÷ compared; NaN when nothing can be compared. */
  readonly share: number;
  /** The department's net has the same grids as the base, under whatever names. */
  readonly isEqual: boolean;
  /** The other net's grid that holds most of each base grid. */
  readonly home: ReadonlyMap<number, number>;
  /** Largest first. */
  readonly conflicts: readonly NetConflict[];
  /** Units of the base that the department's net leaves out, and the reverse. */
  readonly missing: readonly number[];
  readonly extra: readonly number[];
  /** The department's net with every conflict settled for the base: grid per unit, -1 = none. */
  readonly merged: Int32Array;
}

/** `base` and `other`: grid per unit, -1 = none; `households` per unit, NaN = unknown. */
export function compareNets(base: Int32Array, other: Int32Array, households: Float64Array): NetComparison {
  if (base.length !== other.length) throw new Error(`nets of ${base.length} and ${other.length} units`);
  const home = homesOf(base, other, households);
  const merged = Int32Array.from(other);
  const missing: number[] = [];
  const extra: number[] = [];
  const conflicts = new Map<string, { base: number; belongs: number; lies: number; units: number[] }>();
  let [agreed, compared] = [0, 0];
  for (let unit = 0; unit < base.length; unit++) {
    const [own, lies] = [base[unit]!, other[unit]!];
    if (own < 0 && lies >= 0) extra.push(unit);
    if (own < 0) continue;
    const belongs = home.get(own) ?? -1;
    merged[unit] = belongs;
    if (lies < 0) {
      missing.push(unit);
      continue;
    }
    compared += households[unit]! || 0;
    if (lies === belongs) {
      agreed += households[unit]! || 0;
      continue;
    }
    const key = `${own}/${lies}`;
    const conflict = conflicts.get(key) ?? { base: own, belongs, lies, units: [] };
    conflict.units.push(unit);
    conflicts.set(key, conflict);
  }
  return {
    agreed,
    compared,
    share: agreed / compared,
    isEqual: isSameNet(base, other),
    home,
    conflicts: [...conflicts.values()].map((conflict) => weigh(conflict, households)).sort(byWeight),
    missing,
    extra,
    merged,
  };
}

/** For each base grid the other net's grid that holds most of its households (then most units, then the lower number). */
function homesOf(base: Int32Array, other: Int32Array, households: Float64Array): Map<number, number> {
  const shares = new Map<number, Map<number, { households: number; units: number }>>();
  for (let unit = 0; unit < base.length; unit++) {
    if (base[unit]! < 0 || other[unit]! < 0) continue;
    const own = shares.get(base[unit]!) ?? new Map<number, { households: number; units: number }>();
    const share = own.get(other[unit]!) ?? { households: 0, units: 0 };
    share.households += households[unit]! || 0;
    share.units++;
    own.set(other[unit]!, share);
    shares.set(base[unit]!, own);
  }
  const homes = new Map<number, number>();
  for (const [grid, own] of shares) {
    const [first] = [...own].sort(
      ([m, a], [n, b]) => b.households - a.households || b.units - a.units || m - n,
    );
    homes.set(grid, first![0]);
  }
  return homes;
}

/** The same sets of units under whatever numbers. */
function isSameNet(base: Int32Array, other: Int32Array): boolean {
  const there = new Map<number, number>([[-1, -1]]);
  const back = new Map<number, number>([[-1, -1]]);
  return base.every((own, unit) => {
    const lies = other[unit]!;
    if (!there.has(own) && !back.has(lies)) {
      there.set(own, lies);
      back.set(lies, own);
    }
    return there.get(own) === lies && back.get(lies) === own;
  });
}

function weigh(
  conflict: { base: number; belongs: number; lies: number; units: number[] },
  households: Float64Array,
): NetConflict {
  const known = conflict.units.filter((unit) => !Number.isNaN(households[unit]!));
  return {
    ...conflict,
    households: known.reduce((sum, unit) => sum + households[unit]!, 0),
    unknown: conflict.units.length - known.length,
  };
}

const byWeight = (a: NetConflict, b: NetConflict): number =>
  b.households - a.households || b.units.length - a.units.length || a.base - b.base || a.lies - b.lies;
