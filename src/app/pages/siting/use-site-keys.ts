// Keys of the siting step: a letter for each tool; Enter ends a way under the hand, Backspace takes a place of it back.

import { useEffect } from "react";
import { changeSiting } from "../../commands/siting/change-siting.ts";
import { finishLink, shortenLink } from "../../commands/siting/draw-link.ts";
import { SITE_TOOL_KEYS, SITE_TOOLS } from "../../map/siting/site-scene.ts";
import type { App } from "../../state/app.ts";
import { isReadOnly } from "../../state/keeping.ts";

export function useSiteKeys(app: App): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
      if (press(app, event.key.toLowerCase(), event.target)) event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [app]);
}

/** False when the key means nothing here. */
function press(app: App, key: string, target: EventTarget | null): boolean {
  const { sites } = app.store.getState();
  if (sites === null) return false;
  const tool = SITE_TOOLS.find((own) => SITE_TOOL_KEYS[own] === key);
  if (tool !== undefined) {
    if (tool === "select" || !isReadOnly(app.store.getState()))
      changeSiting(app, { tool, drawing: null, pin: null });
    return true;
  }
  if (sites.drawing === null || target instanceof HTMLButtonElement) return false;
  if (key === "enter") void finishLink(app);
  else if (key === "backspace") shortenLink(app);
  else return false;
  return true;
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input, select, textarea, [contenteditable]");
