// Columns of a file that look like personal information: left out with the reason, or kept because the user insists.

import type { ReactElement } from "react";
import type { Issue } from "../../../core/base/index.ts";
import { type LayerSpec, PERSONAL_KINDS } from "../../../core/formats/index.ts";
import { keepColumn } from "../../commands/change-layers.ts";
import { useDataText } from "../../i18n/use-data-text.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { CheckField } from "../../ui/check-field.tsx";

const NONE: readonly Issue[] = [];

export function PersonalColumns({ layer }: { readonly layer: LayerSpec }): ReactElement | null {
  const app = useApp();
  const words = useDataText();
  const issues = useAppState(({ project }) => project?.imported.issues ?? NONE);
  const left = issues.filter(({ code, file }) => code === "column.personal" && file === layer.file);
  const kept = layer.keepColumns ?? [];
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
            onChange={() => void keepColumn(app, layer, field, true)}
          />
        );
      })}
      {kept.map((column) => (
        <CheckField
          key={column}
          label={words.keep(column)}
          hint={words.kept}
          checked
          onChange={() => void keepColumn(app, layer, column, false)}
        />
      ))}
    </section>
  );
}
