// A button over the browser's own file chooser; several files at once.

import { FolderOpen, Plus } from "lucide-react";
import { type ReactElement, useRef } from "react";
import { openFiles } from "../../commands/open-files.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";

export function OpenButton({ label }: { readonly label: string }): ReactElement {
  const app = useApp();
  const input = useRef<HTMLInputElement>(null);
  const adds = useAppState(({ project }) => project?.origin === "files");
  const Icon = adds ? Plus : FolderOpen;
  return (
    <>
      <Button kind="primary" onClick={() => input.current?.click()}>
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
