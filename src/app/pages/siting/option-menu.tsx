// What can be done with the plan option that is shown: rename, copy, delete with a way back, compare with the others.

import { type ReactElement, useState } from "react";
import { addOption } from "../../commands/add-option.ts";
import { changeView } from "../../commands/change-view.ts";
import { type RemovedOption, removeOption, restoreOption } from "../../commands/remove-option.ts";
import { renameOption } from "../../commands/rename-option.ts";
import { useSitingText } from "../../i18n/use-siting-text.ts";
import { useText } from "../../i18n/use-text.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { isPresent } from "../../state/plan-options.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { EntryField } from "../../ui/entry-field.tsx";
import "./options.css";

export function OptionMenu(): ReactElement {
  const app = useApp();
  const text = useSitingText().options;
  const { present: presentName } = useText();
  const current = useAppState((state) => state.options.find(({ id }) => id === state.currentOption));
  const present = useAppState((state) => isPresent(state, state.currentOption));
  const readOnly = useAppState(isReadOnly);
  const [removed, setRemoved] = useState<RemovedOption | null>(null);
  if (current === undefined) return <p />;
  const { id, name } = current;
  return (
    <div className="option-menu stack">
      {present ? (
        <p className="quiet note">{text.present}</p>
      ) : (
        <EntryField
          label={text.name}
          value={name}
          onEnter={(typed) => (renameOption(app, id, typed) ? null : text.badName)}
        />
      )}
      <div className="button-row">
        <Button
          disabled={readOnly}
          onClick={() =>
            addOption(app, { name: text.copyName(present ? presentName : name), from: "current" })
          }
        >
          {text.copy}
        </Button>
        {!present && (
          <Button disabled={readOnly} onClick={() => setRemoved(removeOption(app, id))}>
            {text.remove}
          </Button>
        )}
        <Button onClick={() => changeView(app, { comparing: true })}>{text.compare}</Button>
      </div>
      {removed !== null && (
        <p className="note option-removed" role="status">
          {text.removed(removed.option.name)}
          <Button
            kind="plain"
            onClick={() => {
              if (restoreOption(app, removed)) setRemoved(null);
            }}
          >
            {text.restore}
          </Button>
        </p>
      )}
    </div>
  );
}
