// Files dropped and tables pasted while a page of the desk is open are given to that page, not opened as data beneath it.

import { useEffect, useRef } from "react";
import { isTable } from "../../commands/paste-table.ts";

/** `name` is what a pasted table is called, without its ending. */
export function useGivenFiles(take: (file: File) => void, name: string): void {
  const latest = useRef({ take, name });
  latest.current = { take, name };
  useEffect(() => {
    const off = new AbortController();
    const listen = <K extends "dragover" | "drop" | "paste">(
      type: K,
      handle: (event: WindowEventMap[K]) => boolean,
    ): void =>
      window.addEventListener(
        type,
        (event) => {
          if (!handle(event)) return;
          event.preventDefault();
          event.stopImmediatePropagation();
        },
        { capture: true, signal: off.signal },
      );
    const give = (file: File | undefined): boolean => {
      if (file !== undefined) latest.current.take(file);
      return file !== undefined;
    };
    listen("dragover", ({ dataTransfer }) => dataTransfer?.types.includes("Files") ?? false);
    listen("drop", ({ dataTransfer }) => give(dataTransfer?.files[0]));
    listen("paste", ({ target, clipboardData }) => {
      const typing = target instanceof HTMLElement && target.closest("input, textarea") !== null;
      const text = clipboardData?.getData("text/plain") ?? "";
      if (typing && !isTable(text)) return false;
      const file = isTable(text) ? new File([text], `${latest.current.name}.csv`) : undefined;
      return give(clipboardData?.files[0] ?? file);
    });
    return () => off.abort();
  }, []);
}
