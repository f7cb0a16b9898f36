// What was read of each file, for the mapping screen: format, encoding, number of rows, the first rows as text.

import type { TableChoice, TableFacts } from "./import-types.ts";
import type { Tables } from "./read-tables.ts";
import { textOf } from "./text-of.ts";

export function describeTables(tables: Tables, choices: readonly TableChoice[]): TableFacts[] {
  return [...tables].flatMap(([file, table]) => {
    if (table === null) return [];
    const { format, encoding, rows, columns } = table;
    const firstRows = rows
      .slice(0, FIRST_ROWS)
      .map(({ properties }) => columns.map((column) => shortened(textOf(properties[column]))));
    const choice = choices.find((each) => each.file === file);
    return [{ ...choice, file, format, encoding, rows: rows.length, firstRows }];
  });
}

const FIRST_ROWS = 4;
const LONGEST = 60;

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
