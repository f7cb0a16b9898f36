// The keyboard: steps, search, history, stepping back, and a hand on the selected centre. Keys typed into a
// field stay there.

import { useEffect } from "react";
import { changeView } from "../../commands/change-view.ts";
import { nudgeCenter } from "../../commands/nudge-center.ts";
import { removeCenter } from "../../commands/remove-center.ts";
import { stepBack } from "../../commands/step-back.ts";
import { stepHistory } from "../../commands/step-history.ts";
import type { App } from "../../state/app.ts";
import { STEPS } from "../../state/app-state.ts";
import { SEARCH_ID } from "./search-box.tsx";

/** Metres. */
const NUDGE = 10;
const NUDGE_FAR = 50;

const DIRECTIONS: Readonly<Record<string, readonly [east: number, north: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export function useKeyboard(app: App): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (app.store.getState().talk !== null) return;
      const typing = isField(event.target);
      const done = typing ? false : historyKey(app, event) || centerKey(app, event) || viewKey(app, event);
      if (!done) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [app]);
}

function historyKey(app: App, event: KeyboardEvent): boolean {
  if (!(event.ctrlKey || event.metaKey)) return false;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return false;
  stepHistory(app, key === "y" || event.shiftKey ? "redo" : "undo");
  return true;
}

/** Arrow keys and Delete on the selected centre. */
function centerKey(app: App, event: KeyboardEvent): boolean {
  const { selection } = app.store.getState().view;
  if (selection?.kind !== "center" || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (isSeparator(event.target) || isOverlay(event.target)) return false;
  const direction = DIRECTIONS[event.key];
  if (direction !== undefined) {
    const metres = event.shiftKey ? NUDGE_FAR : NUDGE;
    nudgeCenter(app, selection.id, direction[0] * metres, direction[1] * metres);
    return true;
  }
  if (event.key === "Delete") {
    removeCenter(app, selection.id);
    return true;
  }
  return false;
}

function viewKey(app: App, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const step = STEPS[Number(event.key) - 1];
  if (step !== undefined) {
    changeView(app, { step });
    return true;
  }
  if (event.key === "F5" || (event.key === "p" && app.store.getState().view.step !== "siting")) {
    void import("../../commands/meeting/talk.ts").then(({ startTalk }) => startTalk(app));
    return true;
  }
  if (event.key === "/") {
    document.getElementById(SEARCH_ID)?.focus();
    return true;
  }
  if (event.key === "?") {
    changeView(app, { helpOpen: true });
    return true;
  }
  if (event.key === "Escape" && !isOverlay(event.target) && !hasCard()) {
    stepBack(app);
    return !app.store.getState().drag?.held;
  }
  return false;
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input, select, textarea, [contenteditable]");

const isSeparator = (target: EventTarget | null): boolean => target instanceof HTMLHRElement;

/** A card over the page, or under a button, closes on Escape by itself, wherever the focus has gone. */
const hasCard = (): boolean => document.querySelector("dialog:modal, :popover-open") !== null;

/** Inside something that hears Escape itself. */
const isOverlay = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest("dialog, .popup, [aria-expanded=true][aria-haspopup]") !== null;
