// What could not be done and what to do about it; stays until it is read.

import { X } from "lucide-react";
import type { ReactElement } from "react";
import { failureSentence } from "../../../messages/failures.ts";
import { openDemo } from "../../commands/open-demo.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button, IconButton } from "../../ui/button.tsx";

export function TroubleCard(): ReactElement | null {
  const app = useApp();
  const text = useText();
  const language = useLanguage();
  const trouble = useAppState((state) => state.trouble);
  const empty = useAppState(({ project }) => project === null);
  if (trouble === null) return null;
  const { file, reason } = trouble.details;
  return (
    <div className="card trouble" role="alert">
      <h2>
        {text.trouble.title}
        <span className="grow" />
        <IconButton label={text.close} onClick={() => app.store.setState({ trouble: null })}>
          <X size={16} />
        </IconButton>
      </h2>
      <p>{failureSentence(trouble.code, trouble.details, language)}</p>
      {(file !== undefined || reason !== undefined) && (
        <p className="quiet note">{[file, reason].filter((part) => part !== undefined).join(" · ")}</p>
      )}
      {empty && <Button onClick={() => void openDemo(app)}>{text.data.demo}</Button>}
    </div>
  );
}
