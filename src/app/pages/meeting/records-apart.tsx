// Says where another plan option has other meetings, matters or registers than the one shown, and brings them here.

import { type ReactElement, useMemo } from "react";
import { bringRecords } from "../../commands/records/bring-records.ts";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import { useText } from "../../i18n/use-text.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { nameOf } from "../../state/plan-options.ts";
import { recordsApart } from "../../state/records-apart.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";

export function RecordsApart(): ReactElement | null {
  const app = useApp();
  const { present } = useText();
  const { apart: words } = useMeetingText();
  const readOnly = useAppState(isReadOnly);
  const history = useAppState((state) => state.history);
  const options = useAppState((state) => state.options);
  const currentOption = useAppState((state) => state.currentOption);
  const apart = useMemo(
    () => recordsApart({ history, options, currentOption }),
    [history, options, currentOption],
  );
  if (apart.length === 0) return null;
  const names = apart.map((id) => nameOf({ options }, id, present));
  return (
    <section className="stack">
      <p className="note quiet">{words.differ(names)}</p>
      <div className="button-row">
        {apart.map((id, i) => (
          <Button key={id} disabled={readOnly} onClick={() => void bringRecords(app, id)}>
            {words.bring(names[i]!)}
          </Button>
        ))}
      </div>
    </section>
  );
}
