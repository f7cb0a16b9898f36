// Several lines of text, one entry a line, taken over when left; blank lines are dropped.

import { type ReactElement, useId, useState } from "react";

interface LinesFieldProps {
  readonly label: string;
  readonly lines: readonly string[];
  readonly rows?: number;
  readonly onEnter: (lines: readonly string[]) => void;
}

export function LinesField({ label, lines, rows, onEnter }: LinesFieldProps): ReactElement {
  const id = useId();
  const value = lines.join("\n");
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  const enter = (): void => {
    const next = text.split("\n").flatMap((line) => line.trim() || []);
    setText(next.join("\n"));
    if (next.join("\n") !== value) onEnter(next);
  };
  return (
    <div className="entry">
      <label htmlFor={id} className="quiet">
        {label}
      </label>
      <textarea
        id={id}
        className="field lines-field"
        rows={rows ?? Math.min(8, Math.max(2, text.split("\n").length))}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={enter}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          setText(value);
        }}
      />
    </div>
  );
}
