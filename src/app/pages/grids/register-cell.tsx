// A cell of the register that is typed in: taken over on Enter or when left, Escape brings the old value back. A value
// that is refused stays, marked, with the reason on it.

import { type ReactElement, useState } from "react";

interface RegisterCellProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly isNumber?: boolean;
  /** null when taken, else the reason it was not. */
  readonly onEnter: (text: string) => string | null;
}

export function RegisterCell(props: RegisterCellProps): ReactElement {
  const { label, value, placeholder, isNumber = false, onEnter } = props;
  const [text, setText] = useState(value);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [known, setKnown] = useState(value);
  const show = (next: string): void => {
    setText(next);
    setRefusal(null);
  };
  if (known !== value) {
    setKnown(value);
    show(value);
  }
  const enter = (): void => setRefusal(text.trim() === value ? null : onEnter(text.trim()));
  return (
    <td className={isNumber ? "number" : undefined}>
      <input
        className="cell"
        aria-label={label}
        inputMode={isNumber ? "numeric" : "text"}
        placeholder={placeholder}
        value={text}
        title={refusal ?? undefined}
        aria-invalid={refusal !== null}
        onChange={(event) => setText(event.target.value)}
        onBlur={enter}
        onKeyDown={(event) => {
          if (event.key === "Enter") enter();
          if (event.key !== "Escape") return;
          event.stopPropagation();
          show(value);
        }}
      />
    </td>
  );
}
