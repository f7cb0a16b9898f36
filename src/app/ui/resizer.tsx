// The edge of a panel: dragged by hand or moved by arrow keys; a double click gives the size back to the window.

import { type KeyboardEvent, type PointerEvent, type ReactElement, useRef } from "react";

interface ResizerProps {
  readonly label: string;
  /** Which edge of the panel this is. */
  readonly edge: "left" | "right" | "top";
  readonly limits: readonly [number, number];
  readonly onResize: (pixels: number | null) => void;
}

const KEY_STEP = 16;

export function Resizer({ label, edge, limits, onResize }: ResizerProps): ReactElement {
  const start = useRef<{ at: number; size: number } | null>(null);
  const flat = edge === "top";
  const sign = edge === "right" ? 1 : -1;
  const sizeOf = (element: Element): number => {
    const box = element.parentElement?.getBoundingClientRect();
    return (flat ? box?.height : box?.width) ?? 0;
  };
  const resize = (size: number): void => onResize(Math.min(limits[1], Math.max(limits[0], Math.round(size))));
  const position = (event: PointerEvent): number => (flat ? event.clientY : event.clientX);

  const onKeyDown = (event: KeyboardEvent): void => {
    const forward = flat ? "ArrowUp" : edge === "right" ? "ArrowRight" : "ArrowLeft";
    const backward = flat ? "ArrowDown" : edge === "right" ? "ArrowLeft" : "ArrowRight";
    if (event.key !== forward && event.key !== backward) return;
    event.preventDefault();
    event.stopPropagation();
    resize(sizeOf(event.currentTarget) + (event.key === forward ? KEY_STEP : -KEY_STEP));
  };
  return (
    <hr
      className="resizer"
      aria-label={label}
      aria-orientation={flat ? "horizontal" : "vertical"}
      aria-valuemin={limits[0]}
      aria-valuemax={limits[1]}
      aria-valuenow={limits[0]}
      tabIndex={0}
      style={flat ? undefined : { [edge]: -4 }}
      onKeyDown={onKeyDown}
      onDoubleClick={() => onResize(null)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: position(event), size: sizeOf(event.currentTarget) };
      }}
      onPointerMove={(event) => {
        if (start.current === null) return;
        resize(start.current.size + sign * (position(event) - start.current.at));
      }}
      onPointerUp={() => {
        start.current = null;
      }}
    />
  );
}
