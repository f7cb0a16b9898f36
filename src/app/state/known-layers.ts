// What stays of an import when its files are read again: layers that somebody decided, by file name and columns, and what
// was decided of files beside.

import type { ImportResult, KnownLayer, LayerSpec, TableChoice } from "../../core/formats/index.ts";
import type { Project } from "./app-state.ts";
import { undecided } from "./undecided.ts";

/** The layers that somebody decided, to be found again among more files. */
export const knownLayers = (project: Project): KnownLayer[] =>
  project.imported.layers.flatMap((layer) => {
    const columns = project.imported.columns[layer.file] ?? [];
    return layer.byHand === true ? [{ ...undecided(project, layer), columns }] : [];
  });

export const choicesOf = ({ tables = [] }: ImportResult): TableChoice[] =>
  tables.flatMap(({ file, unused = false, keepColumns = [] }) =>
    unused || keepColumns.length > 0 ? [{ file, unused, keepColumns }] : [],
  );

/** The choices with one more, in the place of that of the same file. */
export const withChoice = (choices: readonly TableChoice[], choice: TableChoice): TableChoice[] => [
  ...choices.filter(({ file }) => file !== choice.file),
  choice,
];

/** Columns of a file that are read although they look like personal information. */
export const keptColumnsOf = (
  imported: ImportResult,
  file: string,
  layer: LayerSpec | null,
): readonly string[] =>
  layer === null
    ? (imported.tables?.find((table) => table.file === file)?.keepColumns ?? NONE)
    : (layer.keepColumns ?? NONE);

const NONE: readonly string[] = [];
