// Keyboard and clicker of a presentation. Clickers send PageUp and PageDown, F5 and a full stop for black. Hears also
// the notes window, so that either of the two may have the focus.

import { useEffect } from "react";
import { backOut, changeTalk, leaveTalk, turn } from "../../commands/meeting/talk.ts";
import type { App } from "../../state/app.ts";

const TURNS: Readonly<Record<string, number>> = {
  PageDown: 1,
  ArrowRight: 1,
  ArrowDown: 1,
  " ": 1,
  PageUp: -1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Backspace: -1,
  Home: -Infinity,
  End: Infinity,
};

export function talkKey(app: App, event: KeyboardEvent, toggleNotes: () => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isHandled(event)) return;
  const by = TURNS[event.key];
  const { talk } = app.store.getState();
  const key = event.key.toLowerCase();
  if (by !== undefined) turn(app, by);
  else if (key === "b" || key === ".") changeTalk(app, { black: talk?.black === false });
  else if (key === "n") toggleNotes();
  else if (key === "escape") backOut(app);
  else if (key !== "f5" && key !== "p") return;
  event.preventDefault();
  event.stopPropagation();
}

/** The divide of the map moves by arrow keys itself. */
const isHandled = ({ target, key }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.role === "slider" && key.startsWith("Arrow");

/** Escape in a full screen is the browser's own: leaving it ends the presentation, unless a window was just opened. */
export function useTalkKeys(app: App, toggleNotes: () => void, isOpening: () => boolean): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => talkKey(app, event, toggleNotes);
    const onScreen = (): void => {
      if (document.fullscreenElement === null && !isOpening()) leaveTalk(app);
    };
    window.addEventListener("keydown", onKey, { capture: true });
    document.addEventListener("fullscreenchange", onScreen);
    return () => {
      window.removeEventListener("keydown", onKey, { capture: true });
      document.removeEventListener("fullscreenchange", onScreen);
    };
  }, [app, toggleNotes, isOpening]);
}
