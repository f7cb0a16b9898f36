// An empty desk: what to put on it, in which form, or the demo district.

import type { ReactElement } from "react";
import { openDemo } from "../../commands/open-demo.ts";
import { useText } from "../../i18n/use-text.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { OpenButton } from "../data/open-button.tsx";

export function EmptyState(): ReactElement {
  const app = useApp();
  const text = useText();
  const unusable = useAppState(({ project }) => project !== null);
  return (
    <div className="empty-state">
      <h2>{text.empty.title}</h2>
      {unusable && <p role="alert">{text.empty.nothingUsed}</p>}
      <p className="quiet">{text.empty.body}</p>
      <ul>
        <li>{text.empty.residences}</li>
        <li>{text.empty.centers}</li>
        <li className="quiet">{text.empty.network}</li>
        <li className="quiet">{text.empty.communities}</li>
      </ul>
      <div className="button-row">
        <OpenButton label={text.data.open} />
        <Button onClick={() => void openDemo(app)}>{text.data.demo}</Button>
      </div>
    </div>
  );
}
