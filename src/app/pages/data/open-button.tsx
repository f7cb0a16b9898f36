// A button over the browser's own file chooser; several files at once.

import { FolderOpen, Plus } from "lucide-react";
import { type ReactElement, useRef } from "react";
import { openFiles } from "../../commands/open-files.ts";
import { useText } from "../../i18n/use-text.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";

export function OpenButton({ label }: { readonly label: string }): ReactElement {
  const app = useApp();
  const text = useText();
  const input = useRef<HTMLInputElement>(null);
  const adds = useAppState(({ project }) => project?.origin === "files");
  const locked = useAppState(isReadOnly) && adds;
  const Icon = adds ? Plus : FolderOpen;
  return (
    <>
      <Button
        kind="primary"
        disabled={locked}
        title={locked ? text.inspector.refusals.readOnly : undefined}
        onClick={() => input.current?.click()}
      >
        <Icon size={14} aria-hidden="true" />
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        onChange={(event) => {
          void openFiles(app, [...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </>
  );
}
