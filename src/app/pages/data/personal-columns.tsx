// Columns of a file that look like personal information: left out with the reason, or kept because the user insists.

import type { ReactElement } from "react";
import type { Issue } from "../../../core/base/index.ts";
import { type LayerSpec, PERSONAL_KINDS } from "../../../core/formats/index.ts";
import { keepColumn } from "../../commands/change-layers.ts";
import { useDataText } from "../../i18n/use-data-text.ts";
import { keptColumnsOf } from "../../state/known-layers.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { CheckField } from "../../ui/check-field.tsx";

const NONE: readonly Issue[] = [];
const NO_COLUMNS: readonly string[] = [];

interface PersonalColumnsProps {
  readonly file: string;
  /** null for a file that is used for nothing. */
  readonly layer: LayerSpec | null;
}

export function PersonalColumns({ file, layer }: PersonalColumnsProps): ReactElement | null {
  const app = useApp();
  const words = useDataText();
  const issues = useAppState(({ project }) => project?.imported.issues ?? NONE);
  const left = issues.filter((issue) => issue.code === "column.personal" && issue.file === file);
  const kept =
    useAppState(({ project }) => project && keptColumnsOf(project.imported, file, layer)) ?? NO_COLUMNS;
  if (left.length === 0 && kept.length === 0) return null;
  return (
    <section className="personal" aria-label={words.personal}>
      <h3>{words.personal}</h3>
      {left.map(({ field = "", values }) => {
        const kind = PERSONAL_KINDS.find((each) => each === values?.["found"]);
        return (
          <CheckField
            key={field}
            label={words.keep(field)}
            hint={`${kind === undefined ? "" : words.personalWhy[kind]} · ${words.keepWarning}`}
            checked={false}
            onChange={() => void keepColumn(app, file, field, true)}
          />
        );
      })}
      {kept.map((column) => (
        <CheckField
          key={column}
          label={words.keep(column)}
          hint={words.kept}
          checked
          onChange={() => void keepColumn(app, file, column, false)}
        />
      ))}
    </section>
  );
}
