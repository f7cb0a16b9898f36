// A table as rows of a register: columns by their names, places by id or name, values by the attributes' types. A row
// that fits no place or two, or says what an attribute cannot hold, is set aside with its row, field and value. A
// position must say its datum: guessing wrong would move it by hundreds of metres.

import { toWgs84 } from "../geo/index.ts";
import type { RegisterRow } from "../model/index.ts";
import { cellText, dateOf, datumOf, numberOf, optionOf, yesOf } from "./cell-values.ts";
import type { RowFault, RowFaultCode } from "./check-rows.ts";
import { noneRow, saysNone, saysRest } from "./none-rows.ts";
import { isPersonalValue } from "./personal-words.ts";
import { describesPlaces } from "./place-words.ts";
import type { AttributeType, Register, RegisterAttribute } from "./register.ts";
import {
  type FoundColumns,
  findColumns,
  type NamedPlace,
  type PlainTable,
  placeFinder,
} from "./table-columns.ts";

export interface ReadRows {
  readonly rows: readonly RegisterRow[];
  readonly faults: readonly RowFault[];
  /** Columns with personal data, and columns that the register has no use for. */
  readonly refused: readonly string[];
  readonly unused: readonly string[];
}

/** `places`: those its rows can belong to. */
export function rowsOfTable(table: PlainTable, register: Register, places: readonly NamedPlace[]): ReadRows {
  const columns = findColumns(
    table.columns,
    ["id", "name", "place", "lon", "lat", "datum"],
    register.attributes,
  );
  const find = placeFinder(places);
  const seen = new Set<string>();
  const rows: RegisterRow[] = [];
  const faults: RowFault[] = [];
  for (const { row, cells } of table.rows) {
    const read = readRow({ row, cells, columns, register, find, places });
    if ("code" in read) faults.push(read);
    else if (seen.has(read.id)) {
      faults.push({ code: "duplicateRow", row: row - 1, field: "id", value: read.name });
    } else {
      seen.add(read.id);
      rows.push(read);
    }
  }
  return { rows, faults, refused: columns.refused, unused: columns.unused };
}

interface RowCase {
  readonly row: number;
  readonly cells: Readonly<Record<string, unknown>>;
  readonly columns: FoundColumns;
  readonly register: Register;
  readonly find: ReturnType<typeof placeFinder>;
  readonly places: readonly NamedPlace[];
}

function readRow({ row, cells, columns, register, find, places }: RowCase): RegisterRow | RowFault {
  const say = (key: string): string => {
    const column = columns.of(key);
    return column === undefined ? "" : cellText(cells[column]);
  };
  const fault = (code: RowFaultCode, field: string, value: string): RowFault => ({
    ...{ code, row: row - 1, field, value },
  });
  const own = describesPlaces(register);
  const named = own ? [say(":id"), say(":name"), say(":place")] : [say(":place")];
  const text = named.find((one) => one !== "") ?? "";
  const position = positionOf(say(":lon"), say(":lat"), say(":datum"));
  if (typeof position === "string") return fault("badPosition", "lon", position);
  const none = !own && saysNone(say(":name"));
  const place = none && saysRest(text) ? null : placeOf(register, text, position, find);
  if (typeof place === "string") return fault(place === "none" ? "noPlace" : "twoPlaces", "placeId", text);
  if (none) return noneRow(register, place?.id ?? null);
  const values = readValues(register.attributes, say, fault);
  if ("code" in values) return values;
  const name = own ? nameOf(places, place?.id ?? "", text) : say(":name") || say(":id") || register.name.zh;
  if (isPersonalValue(name)) return fault("personalData", "name", "");
  const at = String(place?.id ?? position ?? "district");
  const id = own ? at : say(":id") || `${at}/${name}`;
  return { ...rowOf(register, id, name), placeId: place?.id ?? null, position, ...values };
}

/** null: the whole district, or where its position says. */
function placeOf(
  register: Register,
  text: string,
  position: RegisterRow["position"],
  find: RowCase["find"],
): ReturnType<RowCase["find"]> | null {
  const loose = text === "" && position !== null && !describesPlaces(register);
  return register.place === "district" || loose ? null : find(text);
}

const rowOf = ({ id: kind, name: { zh } }: Register, id: string, name: string) => ({
  id: `${kind}:${id}`,
  kind,
  name: name === "" ? zh : name,
});

/** WGS-84 degrees; null where nothing is said, the text of what cannot be a position otherwise. */
export function positionOf(
  lon: string,
  lat: string,
  datum: string,
): readonly [number, number] | string | null {
  if (lon === "" && lat === "") return null;
  const [x, y] = [numberOf(lon), numberOf(lat)];
  const convert = toWgs84(datumOf(datum));
  if (x === null || y === null || convert === null) return [lon, lat, datum].join(" ").trim();
  const [east = Number.NaN, north = Number.NaN] = convert(Float64Array.of(x, y));
  return Math.abs(east) <= 180 && Math.abs(north) <= 90 ? [east, north] : [lon, lat, datum].join(" ");
}

type Values = Pick<RegisterRow, "numbers" | "texts" | "dates">;

function readValues(
  attributes: readonly RegisterAttribute[],
  say: (key: string) => string,
  fault: (code: RowFaultCode, field: string, value: string) => RowFault,
): Values | RowFault {
  const values = { numbers: {}, texts: {}, dates: {} } as Record<
    keyof Values,
    Record<string, string | number>
  >;
  for (const attribute of attributes) {
    const text = say(attribute.id);
    if (text === "") continue;
    if (isPersonalValue(text)) return fault("personalData", attribute.id, "");
    const { into, read, wrong } = CELLS[attribute.type];
    const value = read(text, attribute);
    if (value === null) return fault(wrong, attribute.id, text);
    values[into][attribute.id] = value;
  }
  return values as Values;
}

interface CellKind {
  readonly into: keyof Values;
  readonly read: (text: string, attribute: RegisterAttribute) => string | number | null;
  readonly wrong: RowFaultCode;
}

/** Where a value of each type goes, how it is read, and what is wrong when it cannot be. */
const CELLS: Readonly<Record<AttributeType, CellKind>> = {
  number: { into: "numbers", read: numberOf, wrong: "wrongType" },
  yes: { into: "numbers", read: yesOf, wrong: "wrongType" },
  date: { into: "dates", read: dateOf, wrong: "badDate" },
  text: { into: "texts", read: (text) => text, wrong: "wrongType" },
  choice: { into: "texts", read: optionOf, wrong: "unknownOption" },
  colour: { into: "texts", read: optionOf, wrong: "unknownOption" },
};

const nameOf = (places: readonly NamedPlace[], id: string, text: string): string =>
  places.find((place) => place.id === id)?.name ?? text;
