// A table of a report as values, not as text on a page: what a workbook holds and charts are drawn from. Numbers are
// the analysis's own, unrounded; what is unknown is null.

export const COLUMN_KINDS = ["text", "count", "area", "share", "minutes", "figure"] as const;
/** text; counts and households; square metres; a share of 0..1; minutes; a number whose unit another column says. */
export type ColumnKind = (typeof COLUMN_KINDS)[number];

export interface ReportColumn {
  readonly label: string;
  /** As a head shows it in brackets: "户", "㎡"; "" for none. */
  readonly unit: string;
  readonly kind: ColumnKind;
}

/** null: unknown; "": does not apply. */
export type ReportValue = string | number | null;

export const REPORT_TABLES = [
  "communities",
  "centers",
  "findings",
  "grids",
  "options",
  "lists",
  "decisions",
  "sources",
] as const;
export type ReportTableKey = (typeof REPORT_TABLES)[number];

export interface ReportTable {
  readonly key: ReportTableKey;
  readonly title: string;
  /** How an unknown number is written. */
  readonly unknown: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly (readonly ReportValue[])[];
}

/** A column with how its value is found in a record; undefined where it does not apply. */
export interface Measured<T> {
  readonly column: ReportColumn;
  readonly value: (record: T, row: number) => ReportValue | undefined;
}

export const tableOf = <T>(
  key: ReportTableKey,
  [title, unknown]: readonly [title: string, unknown: string],
  measures: readonly Measured<T>[],
  records: readonly T[],
): ReportTable => ({
  ...{ key, title, unknown },
  columns: measures.map(({ column }) => column),
  rows: records.map((record, row) => measures.map(({ column, value }) => cellOf(column, value(record, row)))),
});

const cellOf = ({ kind }: ReportColumn, value: ReportValue | undefined): ReportValue => {
  if (value === undefined || (value === null && kind === "text")) return "";
  return typeof value === "number" && Number.isNaN(value) ? null : value;
};
