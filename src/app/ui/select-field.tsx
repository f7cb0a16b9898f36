// A chooser of one value out of a list: the browser's own select, which every keyboard, screen reader and
// projector knows, in our clothes where the browser lets us dress the list too.

import { ChevronDown } from "lucide-react";
import type { ReactElement } from "react";

export interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
}

interface SelectFieldProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly SelectOption<T>[];
  readonly onChange: (value: T) => void;
  /** Without a border, for the top bar. */
  readonly quiet?: boolean;
}

export function SelectField<T extends string>(props: SelectFieldProps<T>): ReactElement {
  const { label, value, options, onChange, quiet } = props;
  const choose = (typed: string): void => {
    const option = options.find((one) => one.value === typed);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <span className="select" data-quiet={quiet || undefined}>
      <select aria-label={label} value={value} onChange={(event) => choose(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={14} aria-hidden="true" />
    </span>
  );
}
