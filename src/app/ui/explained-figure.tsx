// A figure that explains itself: pressed, it opens a card under it, kept inside the window. What the card says is the
// caller's, and loads when it is first opened.

import { type ReactElement, type ReactNode, Suspense, useId, useRef, useState } from "react";
import { useText } from "../i18n/use-text.ts";

interface ExplainedFigureProps {
  /** What the figure is, for those who hear the page. */
  readonly label: string;
  readonly children: ReactNode;
  readonly card: ReactNode;
}

const GAP = 4;
/** Width of the card and its distance from the window's edge, CSS pixels. */
const WIDTH = 340;
const EDGE = 8;

export function ExplainedFigure({ label, children, card }: ExplainedFigureProps): ReactElement {
  const id = useId();
  const text = useText();
  const button = useRef<HTMLButtonElement>(null);
  const popup = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const place = (): void => {
    const box = button.current?.getBoundingClientRect();
    if (box === undefined || popup.current === null) return;
    const { style } = popup.current;
    style.left = `${Math.max(EDGE, Math.min(box.left, innerWidth - WIDTH - EDGE))}px`;
    const above = box.bottom > innerHeight * 0.6;
    style.top = above ? "auto" : `${box.bottom + GAP}px`;
    style.bottom = above ? `${innerHeight - box.top + GAP}px` : "auto";
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className="explained"
        aria-label={`${label}: ${text.explain}`}
        popoverTarget={id}
        onClick={place}
      >
        {children}
      </button>
      <div
        ref={popup}
        id={id}
        popover="auto"
        className="popup explanation"
        role="dialog"
        aria-label={label}
        style={{ width: WIDTH }}
        onToggle={({ newState }) => setOpen(newState === "open")}
      >
        <Suspense>{open && card}</Suspense>
      </div>
    </>
  );
}
