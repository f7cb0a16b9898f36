// What is being computed, how far it is, and a way to stop it: shown once it has taken half a second.

import { type ReactElement, useEffect, useState } from "react";
import { stageLabel } from "../../../messages/failures.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";

const PATIENCE_MS = 500;

export function ProgressCard(): ReactElement | null {
  const text = useText();
  const language = useLanguage();
  const work = useAppState((state) => state.work);
  const cancel = work?.cancel;
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (cancel === undefined) return;
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [cancel]);
  if (work === null || !slow) return null;
  const label = stageLabel(work.stage, language);
  const percent = work.done === null ? null : Math.round(work.done * 100);
  return (
    <div className="card progress" role="status">
      <p>
        {label}
        {percent !== null && <span className="quiet"> {percent}%</span>}
      </p>
      <progress aria-label={label} {...(percent === null ? {} : { value: percent, max: 100 })} />
      <Button onClick={work.cancel}>{text.cancel}</Button>
    </div>
  );
}
