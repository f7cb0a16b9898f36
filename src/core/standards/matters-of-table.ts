// A table as matters: kinds and states by id or name, places by id or name, dates as people write them. A row of an
// unknown kind or of a state that its workflow does not have is set aside with its row, field and value; so is a row of
// a matter known by its id whose state no move leads to from where it is.

import type { Matter } from "../model/index.ts";
import { cellText, dateOf } from "./cell-values.ts";
import { dueDate } from "./count-matters.ts";
import type { MatterKind } from "./matter.ts";
import { type MatterRefusal, moveMatter } from "./move-matter.ts";
import { isPersonalValue } from "./personal-words.ts";
import { positionOf } from "./rows-of-table.ts";
import {
  findColumns,
  type NamedField,
  type NamedPlace,
  type PlainTable,
  placeFinder,
} from "./table-columns.ts";

export const MATTER_FAULTS = [
  "unknownKind",
  "unknownState",
  "noName",
  "noPlace",
  "twoPlaces",
  "badDate",
  "badPosition",
  "duplicateRow",
  "noSuchMove",
  "fieldMissing",
  "personalData",
] as const;
export type MatterFaultCode = (typeof MATTER_FAULTS)[number];

export interface MatterFault {
  readonly code: MatterFaultCode;
  /** Index of the row among the file's data rows. */
  readonly row: number;
  readonly field: string;
  readonly value: string;
  /** Kind of the matter, where the workflow does not allow the row. */
  readonly kind?: string;
}

export interface ReadMatters {
  readonly matters: readonly Matter[];
  readonly faults: readonly MatterFault[];
  readonly refused: readonly string[];
  readonly unused: readonly string[];
}

/** `today`: the ISO date a matter began on whose row does not say, and on which those already `known` move. */
export function mattersOfTable(
  table: PlainTable,
  kinds: readonly MatterKind[],
  places: readonly NamedPlace[],
  today: string,
  known: readonly Matter[] = [],
): ReadMatters {
  const general = findColumns(table.columns, WORDS, []);
  const byKind = new Map(kinds.map((kind) => [kind.id, findColumns(table.columns, WORDS, kind.fields)]));
  const before = new Map(known.map((matter) => [matter.id, matter]));
  const find = placeFinder(places);
  const seen = new Set<string>();
  const matters: Matter[] = [];
  const faults: MatterFault[] = [];
  for (const { row, cells } of table.rows) {
    const say = (key: string, kind?: MatterKind): string => {
      const column = (byKind.get(kind?.id ?? "") ?? general).of(key);
      return column === undefined ? "" : cellText(cells[column]);
    };
    const read = goOn(readMatter(row, say, { kinds, find, today }), row, { kinds, before, today });
    if ("code" in read) faults.push(read);
    else if (seen.has(read.id)) {
      faults.push({ code: "duplicateRow", row: row - 1, field: "id", value: read.id });
    } else {
      seen.add(read.id);
      matters.push(read);
    }
  }
  const found = [...byKind.values()];
  const unused = general.unused.filter((column) => found.every((own) => own.unused.includes(column)));
  return { matters, faults, refused: general.refused, unused };
}

/** Columns that every kind has; those of its fields are found for each kind by its own names. */
const WORDS = ["id", "kind", "name", "place", "lon", "lat", "datum", "state", "opened", "due"] as const;

/** A matter already known keeps its history, and may only move as its workflow allows. */
function goOn(
  read: Matter | MatterFault,
  row: number,
  { kinds, before, today }: Pick<MatterCase, "kinds" | "today"> & { before: ReadonlyMap<string, Matter> },
): Matter | MatterFault {
  const old = "code" in read ? undefined : before.get(read.id);
  if ("code" in read || old === undefined || old.kind !== read.kind) return read;
  const due = read.due === dueDate(old, kinds) ? old.due : read.due;
  const answers = old.answers === undefined ? {} : { answers: old.answers };
  const stays: Matter = { ...read, ...answers, due, state: old.state, moves: old.moves };
  if (read.state === old.state) return stays;
  const moved = moveMatter(stays, kinds, read.state, today, "");
  if ("matter" in moved) return moved.matter;
  const [code, field, value] = faultOf(moved.refusal, moved.details, `${old.state} → ${read.state}`);
  return { code, row: row - 1, field, value, kind: read.kind };
}

const faultOf = (
  refusal: MatterRefusal,
  { field = "" }: Readonly<Record<string, string>>,
  move: string,
): readonly [MatterFaultCode, field: string, value: string] =>
  refusal === "fieldMissing" ? ["fieldMissing", field, move] : ["noSuchMove", "state", move];

interface MatterCase {
  readonly kinds: readonly MatterKind[];
  readonly find: ReturnType<typeof placeFinder>;
  readonly today: string;
}

function readMatter(
  row: number,
  sayOf: (key: string, kind?: MatterKind) => string,
  { kinds, find, today }: MatterCase,
): Matter | MatterFault {
  const fault: Fault = (code, field, value) => ({ ...{ code, row: row - 1, field, value } });
  const named = sayOf(":kind");
  const kind = named === "" && kinds.length === 1 ? kinds[0] : byName(kinds, named);
  if (kind === undefined) return fault("unknownKind", "kind", named);
  const say = (key: string): string => sayOf(key, kind);
  const name = say(":name");
  if (name === "") return fault("noName", "name", "");
  const stateText = say(":state");
  const state = stateText === "" ? kind.states[0] : byName(kind.states, stateText);
  if (state === undefined) return fault("unknownState", "state", stateText);
  const placeText = say(":place");
  const place = placeText === "" ? null : find(placeText);
  if (place === "none" || place === "two") {
    return fault(place === "none" ? "noPlace" : "twoPlaces", "placeId", placeText);
  }
  const position = positionOf(say(":lon"), say(":lat"), say(":datum"));
  if (typeof position === "string") return fault("badPosition", "lon", position);
  const fields = readFields(kind, say, fault);
  if ("code" in fields) return fields;
  const { opened = today, due = null, ...dates } = fields.dates;
  if ([name, ...Object.values(fields.texts)].some(isPersonalValue)) return fault("personalData", "name", "");
  return {
    id: say(":id") || `${kind.id}/${place?.id ?? "district"}/${name}`,
    ...{ kind: kind.id, name, placeId: place?.id ?? null, state: state.id },
    ...(position === null ? {} : { position }),
    ...{ opened, due, texts: fields.texts, dates, moves: [] },
  };
}

type Fault = (code: MatterFaultCode, field: string, value: string) => MatterFault;

/** Texts and dates of the kind's fields; among the dates when it began and is due, where that is said. */
function readFields({ fields }: MatterKind, say: (key: string) => string, fault: Fault) {
  const texts: Record<string, string> = {};
  const dates: Record<string, string> = {};
  const asked = [
    ["opened", ":opened", "date"] as const,
    ["due", ":due", "date"] as const,
    ...fields.map(({ id, type }) => [id, id, type] as const),
  ];
  for (const [id, key, type] of asked) {
    const text = say(key);
    if (text === "") continue;
    const date = type === "date" ? dateOf(text) : text;
    if (date === null) return fault("badDate", id, text);
    (type === "date" ? dates : texts)[id] = date;
  }
  return { texts, dates };
}

const byName = <Item extends NamedField>(items: readonly Item[], text: string): Item | undefined =>
  items.find(({ id, name }) =>
    [id, name.zh, name.en].some((word) => word.toLowerCase() === text.toLowerCase()),
  );
