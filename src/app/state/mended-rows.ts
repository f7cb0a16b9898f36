// Rows that could not be used come back mended: a table of them names file, row and reason before its own columns, and
// is read as the layer its rows were taken from. A row that came back is not listed as set aside any more.

import type { ImportResult, InputFile, LayerSpec, SetAsideRow } from "../../core/formats/index.ts";
import type { Project } from "./app-state.ts";
import { undecided } from "./undecided.ts";

/** The first columns of a table of rows set aside; spreadsheets keep them in any encoding. */
export const ASIDE_COLUMNS = ["file", "row", "reason"] as const;

/**
 * The project's layers with one more for each of `files` that brings back rows of one of them, mapped as that one is;
 * null when none does.
 */
export function layersWithMended(project: Project, files: readonly InputFile[]): readonly LayerSpec[] | null {
  const { layers } = project.imported;
  const mended = files.flatMap(({ name, bytes }): LayerSpec[] => {
    const source = readMended(bytes)[0]?.file;
    const layer = layers.find(({ file }) => file === source);
    return layer === undefined ? [] : [{ ...layer, file: name }];
  });
  if (mended.length === 0) return null;
  const back = new Set(mended.map(({ file }) => file));
  const others = layers.filter(({ file }) => !back.has(file));
  return [...others.map((layer) => undecided(project, layer)), ...mended];
}

/** What is still set aside, and the issues of rows that did not come back. */
export function withoutMended({ files, imported }: Project): Pick<ImportResult, "issues" | "setAside"> {
  const { issues, setAside, layers } = imported;
  if (setAside.length === 0) return { issues, setAside };
  const used = new Set(layers.map(({ file }) => file));
  const rows = files.filter(({ name }) => used.has(name)).flatMap(({ bytes }) => readMended(bytes));
  const mended = new Set(rows.map(keyOf));
  const gone = new Set(setAside.map(keyOf).filter((key) => mended.has(key)));
  return {
    issues: issues.filter(({ file = "", row = 0 }) => !gone.has(keyOf({ file, row }))),
    setAside: setAside.filter((row) => !gone.has(keyOf(row))),
  };
}

type RowName = Pick<SetAsideRow, "file" | "row">;

const keyOf = ({ file, row }: RowName): string => `${row} ${file}`;

const HEAD = new RegExp(`^\\W{0,3}${ASIDE_COLUMNS.join("[,;\\t]")}[,;\\t]`);
const ROW = /^(?:"((?:[^"]|"")+)"|([^",;\t\r\n]+))[,;\t](\d+)[,;\t]/gm;

/** Empty when it is no such table. */
function readMended(bytes: Uint8Array): RowName[] {
  if (!HEAD.test(new TextDecoder().decode(bytes.subarray(0, 24)))) return [];
  return [...decode(bytes).matchAll(ROW)].map(([, quoted, plain, row]) => ({
    file: quoted?.replaceAll('""', '"') ?? plain ?? "",
    row: Number(row),
  }));
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
