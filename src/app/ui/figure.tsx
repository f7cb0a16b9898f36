// A number with its unit in lighter weight; a missing number is said to be missing.

import type { ReactElement } from "react";
import { useText } from "../i18n/use-text.ts";

interface FigureProps {
  /** Already formatted; null = unknown. */
  readonly value: string | null;
  readonly unit?: string;
}

export function Figure({ value, unit }: FigureProps): ReactElement {
  const text = useText();
  if (value === null) return <span className="quiet">{text.unknown}</span>;
  return (
    <span className="figure">
      {value}
      {unit !== undefined && <span className="unit">{unit}</span>}
    </span>
  );
}
