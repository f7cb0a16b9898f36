// A chooser of one value out of a list, each with an optional second line.

import { Select } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import type { ReactElement } from "react";

export interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
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
  return (
    <Select.Root
      value={value}
      items={[...options]}
      onValueChange={(chosen: T | null) => {
        if (chosen !== null) onChange(chosen);
      }}
    >
      <Select.Trigger className="select" aria-label={label} data-quiet={quiet || undefined}>
        <Select.Value />
        <Select.Icon>
          <ChevronDown size={14} />
        </Select.Icon>
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner className="popup-positioner" sideOffset={4} alignItemWithTrigger={false}>
          <Select.Popup className="popup">
            <Select.List className="options">
              {options.map((option) => (
                <Select.Item key={option.value} value={option.value} className="option">
                  <Select.ItemIndicator className="option-mark">
                    <Check size={14} />
                  </Select.ItemIndicator>
                  <Select.ItemText className="option-text">
                    {option.label}
                    {option.hint !== undefined && <small>{option.hint}</small>}
                  </Select.ItemText>
                </Select.Item>
              ))}
            </Select.List>
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  );
}
