// Registers by place: each row counts at the place it names (or lies in) and at all places above it, so that "exercise
// points of the subdistrict" is one look-up. A register is filed when first asked for: O(its rows × levels).

import { interiorPoint, locate, type PolygonColumns } from "../geo/index.ts";
import type { Areas, ServiceCenter } from "../model/index.ts";
import { type Bilingual, PLACE_WORDS, type Register, type RegisterRow } from "../standards/index.ts";
import type { GroundInput } from "./assess-input.ts";
import { NO_RECORDS, type Records } from "./records.ts";
import { atLeast, NO_DATA, type Span } from "./span.ts";
import { termLabels } from "./term-labels.ts";

/** A place of the plan or a row of a register, as rules on registers see it. */
export interface Unit {
  /** Place word, or register of the row. */
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly numbers: Readonly<Record<string, number>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly dates: Readonly<Record<string, string>>;
  /** Index into its layer or register; -1 for the whole district. */
  readonly index: number;
  /** Place a row names. */
  readonly placeId?: string | null;
}

export interface RecordIndex {
  readonly records: Records;
  /** Units of a kind; empty when there are none. */
  readonly units: (kind: string) => readonly Unit[];
  /** Rows of a register at a unit, directly or through places below it; null = register not given. */
  readonly rowsAt: (register: string, unit: Unit) => readonly RegisterRow[] | null;
  /** How many rows of a register are at a unit: at least so many where it is listed in part. */
  readonly countAt: (register: string, unit: Unit) => Span;
  /** Parts of one kind inside a unit. */
  readonly partsOf: (unit: Unit, part: string) => readonly Unit[];
  /** Id of the subdistrict of a community; undefined when it lies in none. */
  readonly subdistrictOf: (community: string) => string | undefined;
  readonly isGiven: (register: string) => boolean;
  readonly fileOf: (register: string) => string | undefined;
  readonly labelOf: (term: string, kind: string) => Bilingual;
}

const NONE: Readonly<Record<string, never>> = {};
const NOTHING: readonly never[] = [];
const DISTRICT = "district";

export function indexRecords(input: GroundInput, gridCommunity: Int32Array): RecordIndex {
  const records = input.records ?? NO_RECORDS;
  const rows = groupBy(records.rows, ({ kind }) => kind);
  const units = keep((kind) => unitsOf(input, kind, rows));
  const levels = levelsOf(input, gridCommunity, rows);
  const filed = keep((register) => fileUnder(rows.get(register) ?? NOTHING, levels.aboveRows(register)));
  const parts = keep((kind) => {
    const all = units(kind);
    return fileUnder(all, levels.above(kind, all));
  });
  const rowsAt: RecordIndex["rowsAt"] = (register, unit) => {
    if (!(register in records.registers)) return null;
    if (unit.kind === DISTRICT) return rows.get(register) ?? NOTHING;
    return filed(register).get(keyOf(unit.kind, unit.id)) ?? NOTHING;
  };
  const partsOf: RecordIndex["partsOf"] = (unit, part) =>
    unit.kind === DISTRICT ? units(part) : (parts(part).get(keyOf(unit.kind, unit.id)) ?? NOTHING);
  const isWhole = wholeness(input.pack.registers ?? NOTHING, records.partial ?? {}, rows, partsOf);
  return {
    records,
    units,
    rowsAt,
    countAt: (register, unit) => {
      const found = rowsAt(register, unit);
      const whole = isWhole(register, unit);
      if (found === null || (found.length === 0 && !whole)) return NO_DATA;
      return atLeast(found.length, whole ? 0 : 1);
    },
    partsOf,
    subdistrictOf: (community) => levels.subdistrict.get(community),
    isGiven: (register) => register in records.registers,
    fileOf: (register) => records.registers[register] ?? undefined,
    labelOf: termLabels(input.pack),
  };
}

/** Centres as units; their attributes are rows of the register "center". */
export function centerUnits(centers: readonly ServiceCenter[], { rows }: Records): readonly Unit[] {
  const attributes = attributesOf(rows.filter(({ kind }) => kind === "center"));
  return centers.map(({ id, name }, index) => unitOf("center", id, name, NONE, attributes.get(id), index));
}

/**
 * Whether the rows of a register at a unit are all there are: the list is whole, or the unit, or all its parts that can
 * have rows, have one or are known to have none.
 */
function wholeness(
  registers: readonly Register[],
  partial: NonNullable<Records["partial"]>,
  rows: Rows,
  partsOf: RecordIndex["partsOf"],
): (register: string, unit: Unit) => boolean {
  const said = keep((register) => {
    const own = (rows.get(register) ?? NOTHING).map(({ placeId }) => placeId ?? DISTRICT);
    return new Set([...own, ...(partial[register] ?? NOTHING)]);
  });
  return (register, unit) => {
    if (partial[register] === undefined) return true;
    const place = registers.find(({ id }) => id === register)?.place ?? DISTRICT;
    if (unit.kind === place || place === DISTRICT) return said(register).has(unit.id);
    const parts = partsOf(unit, place);
    return parts.length > 0 && parts.every(({ id }) => said(register).has(id));
  };
}

type Rows = ReadonlyMap<string, readonly RegisterRow[]>;

const keyOf = (kind: string, id: string): string => `${kind}:${id}`;

function unitsOf(input: GroundInput, kind: string, rows: Rows): readonly Unit[] {
  const own = rows.get(kind) ?? NOTHING;
  if (kind === DISTRICT) return [unitOf(DISTRICT, DISTRICT, input.pack.place.zh, NONE, own[0], -1)];
  const layer = layerOf(input, kind);
  if (layer === null) {
    if (PLACE_WORDS.some((word) => word === kind)) return NOTHING;
    const shaped = input.records?.areas[kind];
    const units = own.map((row, index): Unit => ({ ...row, index }));
    return shaped === undefined ? units : joinRows(units, shaped, kind);
  }
  const attributes = attributesOf(own);
  return layer.records.map(({ id, name, numbers }, index) =>
    unitOf(kind, id, name, numbers, attributes.get(id), index),
  );
}

/** Rows about an area that another row has brought, known by its id or its name, say more about that one. */
function joinRows(units: readonly Unit[], { records }: Areas, kind: string): Unit[] {
  const named = new Map(
    records.flatMap(({ id, name }) => [name, `${kind}:${id}`, id].map((key) => [key, id])),
  );
  const joined = new Map<string, Unit>();
  for (const unit of units) {
    const id = named.get(unit.id) ?? named.get(unit.name) ?? unit.id;
    const before = joined.get(id);
    joined.set(id, before === undefined ? { ...unit, id } : { ...before, ...gathered(before, unit) });
  }
  return [...joined.values()];
}

const gathered = (a: Unit, b: Unit): Partial<Unit> => ({
  numbers: { ...a.numbers, ...b.numbers },
  texts: { ...a.texts, ...b.texts },
  dates: { ...a.dates, ...b.dates },
});

function layerOf({ subdistricts, communities, grids }: GroundInput, kind: string) {
  if (kind === "subdistrict") return subdistricts;
  if (kind === "community") return communities;
  return kind === "grid" ? grids : null;
}

const attributesOf = (rows: readonly RegisterRow[]): Map<string, RegisterRow> =>
  new Map(rows.map((row) => [row.placeId ?? row.id, row]));

const unitOf = (
  kind: string,
  id: string,
  name: string,
  numbers: Readonly<Record<string, number>>,
  row: RegisterRow | undefined,
  index: number,
): Unit => ({
  kind,
  id,
  name,
  numbers: row === undefined ? numbers : { ...numbers, ...row.numbers },
  texts: row?.texts ?? NONE,
  dates: row?.dates ?? NONE,
  index,
});

/** What lies above what: keys of the places above a row or a unit, nearest first. */
function levelsOf(input: GroundInput, gridCommunity: Int32Array, rows: Rows) {
  const { communities, grids, pack } = input;
  const subdistrict = subdistrictsOf(input);
  const communityOf = new Map(
    grids.records.map(({ id }, grid) => [id, communities.records[gridCommunity[grid]!]?.id]),
  );
  const placeOf = new Map((pack.registers ?? []).map(({ id, place }) => [id, place]));
  const rowOf = keep((kind) => new Map((rows.get(kind) ?? NOTHING).map((row) => [row.id, row])));

  /** The key of a place and of all above it. A ring of registers ends where it began. */
  const chain = keep((key: string): readonly string[] => {
    const keys: string[] = [];
    for (
      let next: string | undefined = key;
      next !== undefined && !keys.includes(next);
      next = parent(next)
    ) {
      keys.push(next);
    }
    return keys;
  });
  const parent = (key: string): string | undefined => {
    const cut = key.indexOf(":");
    const [kind, id] = [key.slice(0, cut), key.slice(cut + 1)];
    if (kind === "grid") return optionalKey("community", communityOf.get(id));
    if (kind === "community") return optionalKey("subdistrict", subdistrict.get(id));
    const row = rowOf(kind).get(id);
    return row === undefined ? undefined : optionalKey(placeOf.get(kind) ?? "", row.placeId);
  };
  const aboveRows = (kind: string): ((index: number) => readonly string[]) => {
    const all = rows.get(kind) ?? NOTHING;
    const place = placeOf.get(kind) ?? "";
    const found = locateLoose(input, all);
    return (index) => {
      const placeId = all[index]!.placeId ?? null;
      if (placeId !== null) return chain(keyOf(place, placeId));
      const community = communities.records[found[index] ?? -1]?.id;
      return community === undefined ? NOTHING : chain(keyOf("community", community));
    };
  };
  const above = (kind: string, units: readonly Unit[]): ((index: number) => readonly string[]) => {
    if (layerOf(input, kind) !== null) return (index) => chain(keyOf(kind, units[index]!.id)).slice(1);
    const aboveRow = aboveRows(kind);
    return (index) => aboveRow(units[index]!.index);
  };
  return { subdistrict, above, aboveRows };
}

const optionalKey = (kind: string, id: string | null | undefined): string | undefined =>
  id === undefined || id === null ? undefined : keyOf(kind, id);

/** The subdistrict a community names, else the one it lies in. */
function subdistrictsOf({ communities, subdistricts }: GroundInput): Map<string, string> {
  const byPosition = locateAreas(communities, subdistricts.polygons);
  const known = new Set(subdistricts.records.map(({ id }) => id));
  return new Map(
    communities.records.flatMap(({ id, parentId }, index) => {
      const named = parentId !== null && known.has(parentId) ? parentId : undefined;
      const found = named ?? subdistricts.records[byPosition[index]!]?.id;
      return found === undefined ? [] : [[id, found] as const];
    }),
  );
}

function fileUnder<Item>(
  items: readonly Item[],
  above: (index: number) => readonly string[],
): ReadonlyMap<string, readonly Item[]> {
  const filed = new Map<string, Item[]>();
  items.forEach((item, index) => {
    for (const key of above(index)) {
      const list = filed.get(key);
      if (list === undefined) filed.set(key, [item]);
      else list.push(item);
    }
  });
  return filed;
}

/** Community of each row that names no place, by its position; -1 for none. */
function locateLoose({ communities }: GroundInput, rows: readonly RegisterRow[]): Int32Array {
  const found = new Int32Array(rows.length).fill(-1);
  const loose = rows.flatMap(({ placeId, position }, index) =>
    placeId === null && position !== null ? [index] : [],
  );
  if (loose.length === 0) return found;
  const points = Float64Array.from(loose.flatMap((index) => [...rows[index]!.position!]));
  locate(communities.polygons, points).forEach((community, i) => {
    found[loose[i]!] = community;
  });
  return found;
}

/** Area of another layer that each area lies in by a point inside it, -1 for none. */
function locateAreas({ polygons, records }: GroundInput["communities"], into: PolygonColumns): Int32Array {
  if (polygons.count === 0 || into.count === 0) return new Int32Array(records.length).fill(-1);
  const points = new Float64Array(2 * polygons.count);
  for (let feature = 0; feature < polygons.count; feature++) {
    points.set(interiorPoint(polygons, feature), 2 * feature);
  }
  return locate(into, points);
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** Makes a value for a name once, when first asked for. */
function keep<Value>(make: (name: string) => Value): (name: string) => Value {
  const kept = new Map<string, Value>();
  return (name) => {
    const had = kept.get(name);
    if (had !== undefined) return had;
    const value = make(name);
    kept.set(name, value);
    return value;
  };
}
