// Makers of columns in the reader's words, one for each kind of value.

import { type ReportWord, type ReportWords, say } from "../report-words.ts";
import type { ColumnKind, Measured, ReportValue } from "./report-table.ts";

type Find<T> = (record: T, row: number) => ReportValue | undefined;
type Make<T> = (word: ReportWord, value: Find<T>) => Measured<T>;

export interface ColumnMakers<T> {
  readonly text: Make<T>;
  /** A bare number. */
  readonly number: Make<T>;
  readonly households: Make<T>;
  readonly area: Make<T>;
  readonly minutes: Make<T>;
  readonly share: Make<T>;
  /** A number whose unit stands in a column of its own. */
  readonly figure: Make<T>;
}

/** `minutes`: those of the analysis, for words that name them. */
export function columnMakers<T>(words: ReportWords, minutes: number): ColumnMakers<T> {
  const maker =
    (kind: ColumnKind, unit: ReportWord | null): Make<T> =>
    (word, value) => ({
      column: { label: say(words, word, { minutes }), unit: unit === null ? "" : say(words, unit), kind },
      value,
    });
  return {
    text: maker("text", null),
    number: maker("count", null),
    households: maker("count", "column.households"),
    area: maker("area", "column.area"),
    minutes: maker("minutes", "column.minutes"),
    share: maker("share", null),
    figure: maker("figure", null),
  };
}
