// Files and folders dropped anywhere on the window are imported, and tables pasted; while files hover, the window says so.

import { useEffect, useState } from "react";
import { openFiles } from "../../commands/open-files.ts";
import { pasteTable } from "../../commands/paste-table.ts";
import type { App } from "../../state/app.ts";

/** True while files hover over the window. */
export function useDrop(app: App): boolean {
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    const isFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
    const over = (event: DragEvent): void => {
      if (!isFiles(event)) return;
      event.preventDefault();
      setHovering(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setHovering(false);
    };
    const drop = (event: DragEvent): void => {
      if (!isFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      setHovering(false);
      void takeDropped(app, event.dataTransfer);
    };
    const paste = (event: ClipboardEvent): void => {
      if (isTyping(event.target) || event.clipboardData === null) return;
      const files = [...event.clipboardData.files];
      if (files.length > 0) void openFiles(app, files);
      else if (!pasteTable(app, event.clipboardData.getData("text/plain"))) return;
      event.preventDefault();
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    window.addEventListener("paste", paste);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
      window.removeEventListener("paste", paste);
    };
  }, [app]);
  return hovering;
}

/** What was dropped must be taken at once; the browser empties it when the event is over. */
async function takeDropped(app: App, { files, items }: DataTransfer): Promise<void> {
  const plain = [...files];
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (!entries.some(({ isDirectory }) => isDirectory)) return openFiles(app, plain);
  const { readFolders } = await import("../../commands/read-folders.ts");
  await openFiles(app, await readFolders(entries));
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, [contenteditable]") !== null;
