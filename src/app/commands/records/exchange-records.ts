// Registers and matters from tables and into tables. What was not taken from a file is handed back as sentences, so
// that each row can be mended in the file.

import type { ExportColumn, ExportTable } from "../../../core/formats/index.ts";
import type { Matter, RegisterRow } from "../../../core/model/index.ts";
import {
  daysOverdue,
  dueDate,
  type MatterKind,
  type NamedPlace,
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
  return {
    file: file.name,
    rows: read.rows.length,
    said: [
      ...read.issues.map((issue) => issueSentence(issue, language)),
      ...refusedSentences(read.refused, language),
      ...read.faults.map((fault) => rowFaultSentence(fault, file.name, language)),
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
  const read = await runWork(app, { stage: "read" }, async (options) =>
    app.engine.run("records.matters", { file: await inputOf(file), kinds, places, today }, options),
  );
  if (read === null) return null;
  if (read.matters.length > 0) editPlan(app, "matter.add", { matters: read.matters });
  return {
    file: file.name,
    rows: read.matters.length,
    said: [
      ...read.issues.map((issue) => issueSentence(issue, language)),
      ...refusedSentences(read.refused, language),
      ...read.faults.map((fault) => matterFaultSentence(fault, file.name, language)),
    ],
  };
}

export function exportRegister(app: App, register: Register, rows: readonly RegisterRow[]): Promise<boolean> {
  const { language } = app.store.getState().settings;
  const words = DESK_DICTIONARIES[language].registers;
  const nameOf = namesOf(placesOf(app.store.getState(), register.place));
  const columns: ExportColumn[] = [
    { name: words.name, type: "string" },
    { name: words.place, type: "string" },
    ...register.attributes.map((attribute) => columnOf(attribute, language)),
  ];
  const table: ExportTable = {
    name: inLanguage(register.name, language),
    columns,
    rows: rows.map((row) => [
      row.name,
      nameOf(row.placeId),
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
  const fields = new Map(kinds.flatMap((kind) => kind.fields.map((field) => [field.id, field] as const)));
  const named = [...fields.values()];
  const kindOf = (matter: Matter): MatterKind | undefined => kinds.find(({ id }) => id === matter.kind);
  const table: ExportTable = {
    name: title,
    columns: [
      ...(["id", "kind", "name", "place", "state"] as const).map((key) => text(words[key])),
      { name: words.opened, type: "date" },
      { name: words.due, type: "date" },
      { name: words.overdue, type: "integer" },
      ...named.map(({ name, type }) => ({
        name: inLanguage(name, language),
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
        matter.opened,
        dueDate(matter, kinds),
        daysOverdue(matter, kinds, today),
        ...named.map(({ id }) => matter.texts[id] ?? matter.dates[id] ?? null),
      ];
    }),
    geometry: null,
  };
  return saveTables(app, [table], "xlsx", title);
}

const inputOf = async (file: File) => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

function refusedSentences(columns: readonly string[], language: Language): string[] {
  if (columns.length === 0) return [];
  const names = columns.join(language === "en" ? ", " : "、");
  const { personal } = DESK_DICTIONARIES[language].registers;
  return [language === "en" ? `${names}: ${personal}` : `${names}：${personal}`];
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
