// Columns that hold residents' personal information: identity numbers (GB 11643-1999: 18 characters with an ISO 7064
// MOD 11-2 check character, or 15 digits of the first generation), telephone numbers, names of residents. Told by values,
// or by header words that the values do not belie. Fifteen digits alone tell nothing: grid codes have as many.

import type { FeatureTable } from "./feature-table.ts";
import { normalHeader } from "./field-words.ts";
import type { PersonalKind } from "./import-types.ts";
import { cellOf, overlayRow } from "./row-access.ts";
import { textOf } from "./text-of.ts";

export interface PersonalColumn {
  readonly column: string;
  readonly kind: PersonalKind;
}

export function detectPersonal({ columns, rows }: Pick<FeatureTable, "columns" | "rows">): PersonalColumn[] {
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  const sample = rows.filter((_, i) => i % step === 0);
  return columns.flatMap((column) => {
    const values = sample.map((row) => textOf(cellOf(row, column))).filter((text) => text !== "");
    const kind = kindOf(normalHeader(column), values);
    return kind === null ? [] : [{ column, kind }];
  });
}

/** The table without these columns. */
export function withoutColumns(table: FeatureTable, left: readonly string[]): FeatureTable {
  if (left.length === 0) return table;
  const without = new Set(left);
  const rows = table.rows.map((row) => overlayRow(row, { without }));
  return { ...table, rows, columns: table.columns.filter((column) => !without.has(column)) };
}

/** Is this a second-generation identity number with its right check character? */
export function isIdentityNumber(text: string): boolean {
  if (!/^[1-8]\d{16}[\dXx]$/.test(text) || !isBirthDate(text.slice(6, 14))) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += Number(text[i]) * WEIGHTS[i]!;
  return "10X98765432"[sum % 11] === text[17]!.toUpperCase();
}

/** Rows looked at. */
const SAMPLE = 1000;
/** 2^(17 − i) mod 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;

const HEADERS: readonly (readonly [PersonalKind, RegExp])[] = [
  ["identity", /身份证|证件号|公民身份|idcard|identity(?:no|number|card)|^sfzh?m?$/],
  ["phone", /手机|电话|联系方式|mobile|phone|^tel|lxdh|^sjhm?$/],
  ["resident", /姓名|户主(?!数)|联系人|业主(?!数)|householder|residentname|contact(?:name|person)/],
];

/** Codes may have as many digits as telephones. */
const CODE = /编码|编号|代码|code|id$/;

function kindOf(header: string, values: readonly string[]): PersonalKind | null {
  const share = (fits: (text: string) => boolean): number => values.filter(fits).length / values.length;
  if (values.length === 0) return null;
  const word = HEADERS.find(([, pattern]) => pattern.test(header))?.[0] ?? null;
  if (word === "identity" && share((text) => /\d{6}/.test(text)) > 0.3) return "identity";
  if (word === "phone" && share((text) => /\d{5}/.test(text.replace(/[\s-]/g, ""))) > 0.3) return "phone";
  if (word === "resident" && share((text) => !/\d/.test(text)) > 0.5) return "resident";
  if (values.length < 2) return null;
  if (share((text) => isIdentityNumber(text) || isRoundedIdentity(text)) > 0.5) return "identity";
  return !CODE.test(header) && share(isPhone) > 0.5 ? "phone" : null;
}

/** Spreadsheets keep 18 digits as a number of which the last few are lost. */
const isRoundedIdentity = (text: string): boolean =>
  /^[1-8]\d{15,16}0{1,2}$/.test(text) && text.length === 18 && isBirthDate(text.slice(6, 14));

const isPhone = (text: string): boolean =>
  /^(?:\+?86)?1[3-9]\d{9}$/.test(text.replace(/[\s-]/g, "")) || /^\(?0\d{2,3}[-)\s]\d{7,8}$/.test(text);

function isBirthDate(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  return year! >= 1900 && year! <= 2100 && month! >= 1 && month! <= 12 && day! >= 1 && day! <= 31;
}
