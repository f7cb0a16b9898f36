// Files dropped anywhere on the window are imported; while they hover, the window says so.

import { useEffect, useState } from "react";
import { openFiles } from "../../commands/open-files.ts";
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
      if (!isFiles(event)) return;
      event.preventDefault();
      setHovering(false);
      void openFiles(app, [...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [app]);
  return hovering;
}
