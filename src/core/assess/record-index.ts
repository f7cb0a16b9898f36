// Registers by place: each row is filed under the place it names (or lies in) and under all places above it, so that
// "exercise points of the subdistrict" is one look-up. Built once per assessment: O(rows).

import { interiorPoint, locate, type PolygonColumns } from "../geo/index.ts";
import type { ServiceCenter } from "../model/index.ts";
import { type Bilingual, PLACE_WORDS, type RegisterRow } from "../standards/index.ts";
import type { GroundInput } from "./assess-input.ts";
import { NO_RECORDS, type Records } from "./records.ts";
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
  /** Parts of one kind inside a unit. */
  readonly partsOf: (unit: Unit, part: string) => readonly Unit[];
  readonly isGiven: (register: string) => boolean;
  readonly fileOf: (register: string) => string | undefined;
  readonly labelOf: (term: string, kind: string) => Bilingual;
}

const NONE: Readonly<Record<string, never>> = {};
const DISTRICT = "district";

export function indexRecords(input: GroundInput, gridCommunity: Int32Array): RecordIndex {
  const records = input.records ?? NO_RECORDS;
  const places = placeUnits(input, records);
  const above = parentsOf(input, places, gridCommunity);
  const filed = fileRows(records, above);
  const parts = new Map<string, Unit[]>();
  for (const kind of ["community", "grid", ...Object.keys(records.registers)]) {
    for (const unit of places.get(kind) ?? []) {
      for (const key of ancestry(unit, above)) push(parts, `${kind} ${key}`, unit);
    }
  }
  return {
    records,
    units: (kind) => places.get(kind) ?? [],
    rowsAt: (register, unit) =>
      register in records.registers ? (filed.get(`${register} ${keyOf(unit)}`) ?? []) : null,
    partsOf: (unit, part) =>
      unit.kind === DISTRICT ? (places.get(part) ?? []) : (parts.get(`${part} ${keyOf(unit)}`) ?? []),
    isGiven: (register) => register in records.registers,
    fileOf: (register) => records.registers[register] ?? undefined,
    labelOf: termLabels(input.pack),
  };
}

/** Centres as units; their attributes are rows of the register "center". */
export function centerUnits(centers: readonly ServiceCenter[], { rows }: Records): readonly Unit[] {
  const attributes = attributeRows(rows, "center");
  return centers.map(({ id, name }, index) => unitOf("center", id, name, {}, attributes.get(id), index));
}

export const keyOf = ({ kind, id }: Pick<Unit, "kind" | "id">): string => `${kind}:${id}`;

function placeUnits(input: GroundInput, { rows, registers }: Records): Map<string, Unit[]> {
  const layers = { subdistrict: input.subdistricts, community: input.communities, grid: input.grids };
  const places = new Map<string, Unit[]>();
  const whole = attributeRows(rows, DISTRICT).values().next().value;
  places.set(DISTRICT, [unitOf(DISTRICT, DISTRICT, input.pack.place.zh, {}, whole, -1)]);
  for (const [kind, { records }] of Object.entries(layers)) {
    const attributes = attributeRows(rows, kind);
    places.set(
      kind,
      records.map(({ id, name, numbers }, index) =>
        unitOf(kind, id, name, numbers, attributes.get(id), index),
      ),
    );
  }
  for (const register of Object.keys(registers)) {
    if (PLACE_WORDS.some((word) => word === register)) continue;
    places.set(
      register,
      rows.filter(({ kind }) => kind === register).map((row, index) => ({ ...row, index })),
    );
  }
  return places;
}

const attributeRows = (rows: readonly RegisterRow[], kind: string): Map<string, RegisterRow> =>
  new Map(rows.flatMap((row) => (row.kind === kind ? [[row.placeId ?? row.id, row] as const] : [])));

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

/** Key of the place right above each place, by its own key. */
function parentsOf(
  input: GroundInput,
  places: ReadonlyMap<string, readonly Unit[]>,
  gridCommunity: Int32Array,
): Map<string, string> {
  const { communities, subdistricts, records = NO_RECORDS } = input;
  const above = new Map<string, string>();
  const byPosition = locateAreas(communities, subdistricts.polygons);
  const known = new Set(subdistricts.records.map(({ id }) => id));
  communities.records.forEach(({ id, parentId }, index) => {
    const parent =
      parentId !== null && known.has(parentId) ? parentId : subdistricts.records[byPosition[index]!]?.id;
    if (parent !== undefined) above.set(`community:${id}`, `subdistrict:${parent}`);
  });
  input.grids.records.forEach(({ id }, grid) => {
    const community = communities.records[gridCommunity[grid]!]?.id;
    if (community !== undefined) above.set(`grid:${id}`, `community:${community}`);
  });
  const registers = new Map((input.pack.registers ?? []).map(({ id, place }) => [id, place]));
  for (const kind of Object.keys(records.registers)) {
    const place = registers.get(kind);
    if (place === undefined || place === kind) continue;
    const units = places.get(kind) ?? [];
    const inCommunity = locateRows(input, records.rows, kind);
    units.forEach((unit, index) => {
      const community = communities.records[inCommunity[index] ?? -1]?.id;
      if (typeof unit.placeId === "string") above.set(keyOf(unit), `${place}:${unit.placeId}`);
      else if (community !== undefined) above.set(keyOf(unit), `community:${community}`);
    });
  }
  return above;
}

function fileRows({ rows }: Records, above: ReadonlyMap<string, string>): Map<string, RegisterRow[]> {
  const filed = new Map<string, RegisterRow[]>();
  for (const row of rows) {
    for (const key of ancestry(row, above)) push(filed, `${row.kind} ${key}`, row);
    push(filed, `${row.kind} ${DISTRICT}:${DISTRICT}`, row);
  }
  return filed;
}

/** Keys of the places above a unit, nearest first; a ring of registers ends where it began. */
function ancestry(unit: Pick<Unit, "kind" | "id">, above: ReadonlyMap<string, string>): string[] {
  const keys: string[] = [];
  for (let key = above.get(keyOf(unit)); key !== undefined && !keys.includes(key); key = above.get(key)) {
    keys.push(key);
  }
  return keys;
}

/** Community of each row of a register by its position, -1 for none. */
function locateRows({ communities }: GroundInput, rows: readonly RegisterRow[], kind: string): Int32Array {
  const at = rows.flatMap((row) => (row.kind === kind ? (row.position ?? [Number.NaN, Number.NaN]) : []));
  return locate(communities.polygons, Float64Array.from(at));
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

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
