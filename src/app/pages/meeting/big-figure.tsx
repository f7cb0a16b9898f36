// A figure to be read across a room, and what it counts.

import type { ReactElement, ReactNode } from "react";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";

interface BigFigureProps {
  readonly value: string | null;
  readonly unit?: string;
  readonly children: ReactNode;
}

export function BigFigure({ value, unit, children }: BigFigureProps): ReactElement {
  const { talk: words } = useMeetingText();
  return (
    <div>
      <dd className="talk-figure" data-unknown={value === null || undefined}>
        {value ?? words.unknown}
        {unit !== undefined && value !== null && <span className="unit">{unit}</span>}
      </dd>
      <dt>{children}</dt>
    </div>
  );
}
