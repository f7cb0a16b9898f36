// The keys and the one gesture to know.

import type { ReactElement } from "react";
import { changeView } from "../../commands/change-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Modal } from "../../ui/modal.tsx";

export function HelpCard(): ReactElement | null {
  const app = useApp();
  const text = useText();
  const open = useAppState(({ view }) => view.helpOpen);
  if (!open) return null;
  return (
    <Modal
      title={text.helpCard.title}
      closeLabel={text.close}
      onClose={() => changeView(app, { helpOpen: false })}
    >
      <p>{text.helpCard.body}</p>
      <dl className="keys">
        {text.helpCard.lines.map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
