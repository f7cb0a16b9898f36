// A long list of equal rows, only those in sight in the page; the chosen row is scrolled into sight. Rows are
// the caller's, placed by the style it is handed.

import { type CSSProperties, type ReactElement, type ReactNode, useEffect, useRef, useState } from "react";

interface VirtualListProps {
  readonly count: number;
  /** CSS pixels. */
  readonly rowHeight: number;
  /** Height of a header that stays at the top, covering rows. */
  readonly headHeight?: number;
  /** -1 = none. */
  readonly chosen: number;
  readonly row: (index: number, style: CSSProperties) => ReactNode;
  /** Wraps the rows in the element that names them: a list, the body of a table. */
  readonly wrap: (rows: ReactNode, style: CSSProperties) => ReactElement;
}

/** Rows kept ready on either side of those in sight. */
const OVERSCAN = 8;

export function VirtualList(props: VirtualListProps): ReactElement {
  const { count, rowHeight, headHeight = 0, chosen, row, wrap } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ top: 0, height: 0 });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = (): void => setSight({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, []);
  useEffect(() => {
    const element = scroller.current;
    if (element === null || chosen < 0 || chosen >= count) return;
    const top = chosen * rowHeight;
    const inSight = element.clientHeight - headHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + inSight) element.scrollTop = top + rowHeight - inSight;
  }, [chosen, count, rowHeight, headHeight]);

  const first = Math.max(0, Math.floor(sight.top / rowHeight) - OVERSCAN);
  const end = Math.min(count, Math.ceil((sight.top + sight.height) / rowHeight) + OVERSCAN);
  const rows = Array.from({ length: Math.max(0, end - first) }, (_, i) =>
    row(first + i, {
      position: "absolute",
      insetInline: 0,
      top: (first + i) * rowHeight,
      height: rowHeight,
    }),
  );
  return (
    <div ref={scroller} className="virtual-list">
      {wrap(rows, { height: count * rowHeight, position: "relative" })}
    </div>
  );
}
