// A line of text or a number, taken over on Enter or when left; Escape brings the old value back. A value
// that is refused stays in the field with the reason under it.

import { type ReactElement, useId, useState } from "react";

interface EntryFieldProps {
  readonly label: string;
  readonly value: string;
  readonly inputMode?: "text" | "decimal";
  readonly placeholder?: string;
  /** Id of a datalist of suggestions. */
  readonly list?: string;
  /** null when taken, else the reason it was not. */
  readonly onEnter: (text: string) => string | null;
}

export function EntryField({
  label,
  value,
  inputMode = "text",
  placeholder,
  list,
  onEnter,
}: EntryFieldProps): ReactElement {
  const id = useId();
  const [text, setText] = useState(value);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [known, setKnown] = useState({ value, label });
  if (known.value !== value || known.label !== label) {
    setKnown({ value, label });
    setText(value);
    setRefusal(null);
  }
  const enter = (): void => setRefusal(text.trim() === value ? null : onEnter(text.trim()));
  return (
    <div className="entry">
      <label htmlFor={id} className="quiet">
        {label}
      </label>
      <input
        id={id}
        className="field"
        inputMode={inputMode}
        placeholder={placeholder}
        list={list}
        value={text}
        aria-invalid={refusal !== null}
        aria-describedby={refusal === null ? undefined : `${id}-refusal`}
        onChange={(event) => setText(event.target.value)}
        onBlur={enter}
        onKeyDown={(event) => {
          if (event.key === "Enter") enter();
          if (event.key === "Escape") {
            event.stopPropagation();
            setText(value);
            setRefusal(null);
          }
        }}
      />
      {refusal !== null && (
        <p id={`${id}-refusal`} className="refusal" role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}
