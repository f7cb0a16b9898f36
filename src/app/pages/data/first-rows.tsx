// The first rows of a file as text: enough to see whether the encoding and the columns are right.

import type { ReactElement } from "react";
import type { TableFacts } from "../../../core/formats/index.ts";
import { useDataText } from "../../i18n/use-data-text.ts";
import { useAppState } from "../../state/use-app.ts";

const NO_COLUMNS: readonly string[] = [];

export function FirstRows({ facts }: { readonly facts: TableFacts }): ReactElement | null {
  const words = useDataText();
  const columns = useAppState(({ project }) => project?.imported.columns[facts.file] ?? NO_COLUMNS);
  if (columns.length === 0 || facts.firstRows.length === 0) return null;
  return (
    <details className="first-rows">
      <summary>{words.firstRows}</summary>
      <section className="first-rows-scroll" aria-label={words.firstRows}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {facts.firstRows.map((row) => (
              <tr key={row.join("\n")}>
                {columns.map((column, i) => (
                  <td key={column}>{row[i]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
