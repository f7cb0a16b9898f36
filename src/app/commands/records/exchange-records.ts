// Registers and matters from tables and into tables. What was not taken from a file is handed back as sentences, so
// that each row can be mended in the file.

import type { Issue } from "../../../core/base/index.ts";
import type { ExportColumn, ExportTable } from "../../../core/formats/index.ts";
import type { Matter, RegisterRow } from "../../../core/model/index.ts";
import {
  daysOverdue,
  describesPlaces,
  dueDate,
  type MatterFault,
  type MatterKind,
  type NamedPlace,
  NONE_WORDS,
  type Register,
  type RegisterAttribute,
} from "../../../core/standards/index.ts";
import { inLanguage } from "../../../messages/findings.ts";
import { issueSentence } from "../../../messages/issues.ts";
import type { Language } from "../../../messages/language.ts";
import { matterFaultSentence, rowFaultSentence } from "../../../messages/pack-problems.ts";
import { DESK_DICTIONARIES } from "../../i18n/use-desk-text.ts";
import type { App } from "../../state/app.ts";
import { matterPlaces, placesOf } from "../../state/record-places.ts";
import { editPlan } from "../edit-plan.ts";
import { runWork } from "../run-work.ts";
import { saveTables } from "../save-tables.ts";
import { putRows, valueIn } from "./put-row.ts";

export interface Taken {
  readonly file: string;
  readonly rows: number;
  /** What was set aside, refused or left, as sentences. */
  readonly said: readonly string[];
}

/** null when the file could not be read at all and why was said. */
export async function importRegister(app: App, register: Register, file: File): Promise<Taken | null> {
  const { language } = app.store.getState().settings;
  const read = await runWork(app, { stage: "read" }, async (options) =>
    app.engine.run(
      "records.register",
      { file: await inputOf(file), register, places: placesOf(app.store.getState(), register.place) },
      options,
    ),
  );
  if (read === null) return null;
  if (read.rows.length > 0) putRows(app, read.rows);
  const { headersOnly } = DESK_DICTIONARIES[language].registers;
  const issues = read.issues.filter(({ code }) => code !== "file.noFeatures" || describesPlaces(register));
  return {
    file: file.name,
    rows: read.rows.length,
    said: [
      ...(issues.length < read.issues.length ? [headersOnly(file.name)] : []),
      ...saidOf({ ...read, issues }, file.name, language),
      ...read.faults.map((fault) =>
        rowFaultSentence(
          { ...fault, field: fieldName(fault.field, register.attributes, language) },
          file.name,
          language,
        ),
      ),
    ],
  };
}

export async function importMatters(
  app: App,
  kinds: readonly MatterKind[],
  file: File,
): Promise<Taken | null> {
  const { language } = app.store.getState().settings;
  const today = app.host.now().slice(0, 10);
  const places = matterPlaces(app.store.getState());
  const known = app.store.getState().history.plan.matters;
  const read = await runWork(app, { stage: "read" }, async (options) =>
    app.engine.run("records.matters", { file: await inputOf(file), kinds, places, today, known }, options),
  );
  if (read === null) return null;
  const ids = new Set(known.map(({ id }) => id));
  const label = read.matters.every(({ id }) => ids.has(id)) ? "matter.change" : "matter.add";
  if (read.matters.length > 0) editPlan(app, label, { matters: read.matters });
  return {
    file: file.name,
    rows: read.matters.length,
    said: [
      ...saidOf(read, file.name, language),
      ...read.faults.map((fault) => matterFaultSentence(named(fault, kinds, language), file.name, language)),
    ],
  };
}

export function exportRegister(app: App, register: Register, rows: readonly RegisterRow[]): Promise<boolean> {
  const { language } = app.store.getState().settings;
  const words = DESK_DICTIONARIES[language].registers;
  const nameOf = namesOf(placesOf(app.store.getState(), register.place));
  const pinned = rows.some(isPinned);
  const columns: ExportColumn[] = [
    text(words.name),
    text(words.place),
    ...(pinned ? positionColumns(language) : []),
    ...register.attributes.map((attribute) => columnOf(attribute, language)),
  ];
  const table: ExportTable = {
    name: inLanguage(register.name, language),
    columns,
    rows: rows.map((row) => [
      row.none === true ? NONE_WORDS.none[half(language)] : row.name,
      row.none === true && row.placeId === null ? NONE_WORDS.rest[half(language)] : nameOf(row.placeId),
      ...(pinned ? positionCells(row) : []),
      ...register.attributes.map((attribute) => cellOf(row, attribute, language)),
    ]),
    geometry: null,
  };
  return saveTables(app, [table], "xlsx", table.name);
}

export function exportMatters(
  app: App,
  kinds: readonly MatterKind[],
  matters: readonly Matter[],
): Promise<boolean> {
  const { language } = app.store.getState().settings;
  const { columns: words, title } = DESK_DICTIONARIES[language].matters;
  const today = app.host.now().slice(0, 10);
  const nameOf = namesOf(matterPlaces(app.store.getState()));
  const named = kinds.flatMap(({ fields }) =>
    fields.map((field) => [inLanguage(field.name, language), field] as const),
  );
  const filled = [...new Map(named)];
  const pinned = matters.some(isPinned);
  const kindOf = (matter: Matter): MatterKind | undefined => kinds.find(({ id }) => id === matter.kind);
  const table: ExportTable = {
    name: title,
    columns: [
      ...(["id", "kind", "name", "place", "state"] as const).map((key) => text(words[key])),
      ...(pinned ? positionColumns(language) : []),
      { name: words.opened, type: "date" },
      { name: words.due, type: "date" },
      { name: words.overdue, type: "integer" },
      ...filled.map(([name, { type }]) => ({
        name,
        type: type === "date" ? ("date" as const) : ("string" as const),
      })),
    ],
    rows: matters.map((matter) => {
      const kind = kindOf(matter);
      const state = kind?.states.find(({ id }) => id === matter.state);
      return [
        matter.id,
        kind === undefined ? matter.kind : inLanguage(kind.name, language),
        matter.name,
        nameOf(matter.placeId),
        state === undefined ? matter.state : inLanguage(state.name, language),
        ...(pinned ? positionCells(matter) : []),
        matter.opened,
        dueDate(matter, kinds),
        daysOverdue(matter, kinds, today),
        ...filled.map(([name]) => {
          const id = kind?.fields.find((field) => inLanguage(field.name, language) === name)?.id ?? "";
          return matter.texts[id] ?? matter.dates[id] ?? null;
        }),
      ];
    }),
    geometry: null,
  };
  return saveTables(app, [table], "xlsx", title);
}

const half = (language: Language): "zh" | "en" => (language === "en" ? "en" : "zh");

const inputOf = async (file: File) => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

interface ReadFile {
  readonly issues: readonly Issue[];
  readonly refused: readonly string[];
  readonly unused: readonly string[];
}

/** What is wrong with a file as such; columns of persons, and those of no use, with the remedy that this screen has. */
function saidOf({ issues, refused, unused }: ReadFile, file: string, language: Language): string[] {
  const { refusedColumn, unusedColumn } = DESK_DICTIONARIES[language].registers;
  const isPersonal = ({ code }: Issue): boolean => code === "column.personal";
  const columns = new Set([...issues.filter(isPersonal).map(({ field }) => field ?? ""), ...refused]);
  return [
    ...issues.filter((issue) => !isPersonal(issue)).map((issue) => issueSentence(issue, language, "app")),
    ...[...columns].map((column) => refusedColumn(file, column)),
    ...unused.filter((column) => !isWritten(column)).map((column) => unusedColumn(file, column)),
  ];
}

/** Days overdue are written for the reader and never read back. */
const isWritten = (column: string): boolean =>
  Object.values(DESK_DICTIONARIES).some(({ matters }) => matters.columns.overdue === column);

const fieldName = (
  id: string | null,
  fields: readonly Pick<RegisterAttribute, "id" | "name">[],
  language: Language,
): string | null => {
  const field = fields.find((one) => one.id === id);
  return field === undefined ? id : inLanguage(field.name, language);
};

/** Fields and the states of a move that is not allowed, by their names. */
function named(fault: MatterFault, kinds: readonly MatterKind[], language: Language): MatterFault {
  const kind = kinds.find(({ id }) => id === fault.kind);
  if (kind === undefined) return fault;
  const state = (id: string): string => fieldName(id, kind.states, language) ?? id;
  const field =
    fault.field === "state"
      ? DESK_DICTIONARIES[language].matters.state
      : (fieldName(fault.field, kind.fields, language) ?? fault.field);
  return { ...fault, field, value: fault.value.split(" → ").map(state).join(" → ") };
}

type Placed = { readonly position?: readonly [number, number] | null };
const isPinned = ({ position }: Placed): boolean => position != null;
const positionCells = ({ position }: Placed): readonly (number | string | null)[] =>
  position == null ? [null, null, null] : [...position, "WGS-84"];

function positionColumns(language: Language): readonly ExportColumn[] {
  const { lon, lat, datum } = DESK_DICTIONARIES[language].matters.columns;
  return [{ name: lon, type: "number" }, { name: lat, type: "number" }, text(datum)];
}
const text = (name: string): ExportColumn => ({ name, type: "string" });

function namesOf(places: readonly NamedPlace[]): (id: string | null) => string | null {
  const names = new Map(places.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? null : (names.get(id) ?? id));
}

const columnOf = ({ name, type }: RegisterAttribute, language: Language): ExportColumn => ({
  name: inLanguage(name, language),
  type: type === "number" || type === "date" ? type : "string",
});

/** Options and yes by their words, as an import reads them. */
function cellOf(row: RegisterRow, { id, type, options = [] }: RegisterAttribute, language: Language) {
  const value = valueIn(row, id, type);
  if (value === null || type === "number" || type === "date" || type === "text") return value;
  const { yes, no } = DESK_DICTIONARIES[language].registers;
  if (type === "yes") return value === 1 ? yes : no;
  const option = options.find((one) => one.id === value);
  return option === undefined ? value : inLanguage(option.name, language);
}
