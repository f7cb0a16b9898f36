// Which column of a table is which field: by id or by the names of both languages, without regard to case, blanks and a
// unit in brackets. Columns that would hold personal data are refused before anything reads them.

import type { Bilingual } from "./bilingual.ts";
import { isPersonalName } from "./personal-words.ts";

export interface PlainTable {
  readonly columns: readonly string[];
  /** `row` counts data rows of the file from 1. */
  readonly rows: readonly { readonly row: number; readonly cells: Readonly<Record<string, unknown>> }[];
}

export interface NamedField {
  readonly id: string;
  readonly name: Bilingual;
}

/** A place that rows can belong to. */
export interface NamedPlace {
  readonly id: string;
  readonly name: string;
}

/** Words that name a column in files, beside the fields' own names. */
export const COLUMN_WORDS = {
  id: ["id", "编号", "编码", "代码", "code"],
  name: ["name", "名称", "事项", "标题", "title", "matter"],
  place: [
    ...["place", "belongs to", "所属", "地点", "所在", "社区", "街道", "网格", "中心"],
    ...["community", "subdistrict", "grid", "center", "centre"],
  ],
  kind: ["kind", "类别", "类型"],
  state: ["state", "状态"],
  opened: ["opened", "began", "开始", "开始日期", "登记日期"],
  lon: ["lon", "lng", "longitude", "经度"],
  lat: ["lat", "latitude", "纬度"],
  datum: ["datum", "crs", "坐标系", "坐标系统"],
  due: ["due", "期限", "截止", "截止日期"],
} as const;
export type ColumnWord = keyof typeof COLUMN_WORDS;

export interface FoundColumns {
  /** Column of a word or of a field; undefined when there is none. */
  readonly of: (key: string) => string | undefined;
  readonly refused: readonly string[];
  /** Columns that nothing takes. */
  readonly unused: readonly string[];
}

/** Fields go before words: an attribute named "类型" takes the column 类型. */
export function findColumns(
  columns: readonly string[],
  words: readonly ColumnWord[],
  fields: readonly NamedField[],
): FoundColumns {
  const refused = columns.filter(isPersonalName);
  const open = new Map(columns.filter((name) => !refused.includes(name)).map((name) => [plain(name), name]));
  const found = new Map<string, string>();
  const take = (key: string, names: readonly string[]): void => {
    const name = names.map(plain).find((word) => open.has(word));
    if (name === undefined) return;
    found.set(key, open.get(name)!);
    open.delete(name);
  };
  for (const { id, name } of fields) take(id, [name.zh, name.en, id]);
  for (const word of words) take(`:${word}`, COLUMN_WORDS[word]);
  return { of: (key) => found.get(key), refused, unused: [...open.values()] };
}

/** Places by id or by name; "none" and "two" where it is not one. */
export function placeFinder(
  places: readonly NamedPlace[],
): (text: string) => { readonly id: string } | "none" | "two" {
  const ids = new Set(places.map(({ id }) => id));
  const byName = new Map<string, readonly string[]>();
  for (const { id, name } of places) byName.set(name, [...(byName.get(name) ?? []), id]);
  return (text) => {
    if (ids.has(text)) return { id: text };
    const named = byName.get(text) ?? [];
    if (named.length === 1) return { id: named[0]! };
    return named.length === 0 ? "none" : "two";
  };
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[（([].*[）)\]]$/u, "")
    .replace(/\s+/g, "");
