// A long list of equal rows, only those in sight in the page; the chosen row is scrolled into sight. Rows are
// the caller's, placed by the style it is handed.

import { useVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type ReactElement, type ReactNode, useEffect, useRef } from "react";

interface VirtualListProps {
  readonly count: number;
  readonly rowHeight: number;
  /** -1 = none. */
  readonly chosen: number;
  readonly row: (index: number, style: CSSProperties) => ReactNode;
  /** Wraps the rows in the element that names them: a list, the body of a table. */
  readonly wrap: (rows: ReactNode, style: CSSProperties) => ReactElement;
}

export function VirtualList({ count, rowHeight, chosen, row, wrap }: VirtualListProps): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  useEffect(() => {
    if (chosen >= 0 && chosen < count) virtualizer.scrollToIndex(chosen, { align: "auto" });
  }, [chosen, count, virtualizer]);
  const rows = virtualizer
    .getVirtualItems()
    .map(({ index, start }) =>
      row(index, { position: "absolute", insetInline: 0, top: start, height: rowHeight }),
    );
  return (
    <div ref={scroller} className="virtual-list">
      {wrap(rows, { height: virtualizer.getTotalSize(), position: "relative" })}
    </div>
  );
}
