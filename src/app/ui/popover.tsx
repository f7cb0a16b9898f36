// A card under a button: the browser's own popover, which closes on Escape and on a click elsewhere, placed
// under the button's left edge when it opens.

import { type ReactElement, type ReactNode, useId, useRef } from "react";

interface PopoverProps {
  readonly label: string;
  /** Inside the button. */
  readonly trigger: ReactNode;
  readonly children: ReactNode;
  readonly onToggle?: (open: boolean) => void;
}

const GAP = 4;

export function Popover({ label, trigger, children, onToggle }: PopoverProps): ReactElement {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const place = (): void => {
    const box = button.current?.getBoundingClientRect();
    if (box === undefined || card.current === null) return;
    card.current.style.left = `${box.left}px`;
    card.current.style.top = `${box.bottom + GAP}px`;
  };
  return (
    <>
      <button ref={button} type="button" className="select" data-quiet popoverTarget={id} onClick={place}>
        {trigger}
      </button>
      <div
        ref={card}
        id={id}
        popover="auto"
        className="popup"
        role="dialog"
        aria-label={label}
        onToggle={({ newState }) => onToggle?.(newState === "open")}
      >
        {children}
      </div>
    </>
  );
}
