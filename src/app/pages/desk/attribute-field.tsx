// One value of a register's row: a number, yes or no, a text, a date, one of its options. Empty is unknown.

import type { ReactElement } from "react";
import type { RegisterAttribute } from "../../../core/standards/index.ts";
import { isDate, isPersonalValue } from "../../../core/standards/index.ts";
import { inLanguage } from "../../../messages/findings.ts";
import type { RowValue } from "../../commands/records/put-row.ts";
import { useDeskText } from "../../i18n/use-desk-text.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { EntryField } from "../../ui/entry-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";

interface AttributeFieldProps {
  readonly attribute: RegisterAttribute;
  readonly value: RowValue;
  readonly onChange: (value: RowValue) => void;
}

export function AttributeField({ attribute, value, onChange }: AttributeFieldProps): ReactElement {
  const { registers: words } = useDeskText();
  const language = useLanguage();
  const { name, type, options = [] } = attribute;
  const label = inLanguage(name, language);
  if (type === "yes" || type === "choice" || type === "colour") {
    const choices =
      type === "yes"
        ? [
            { value: "1", label: words.yes },
            { value: "0", label: words.no },
          ]
        : options.map((option) => ({ value: option.id, label: inLanguage(option.name, language) }));
    const colour = options.find(({ id }) => id === value)?.colour;
    return (
      <div className="entry attribute">
        <span className="quiet">{label}</span>
        {colour !== undefined && <i className="attribute-swatch" style={{ background: colour }} />}
        <SelectField
          label={label}
          value={value === null ? "" : String(value)}
          options={[{ value: "", label: words.unknown }, ...choices]}
          onChange={(chosen) => onChange(chosen === "" ? null : type === "yes" ? Number(chosen) : chosen)}
        />
      </div>
    );
  }
  return (
    <EntryField
      label={label}
      inputMode={type === "number" ? "decimal" : "text"}
      value={value === null ? "" : String(value)}
      onEnter={(typed) => {
        if (typed === "") onChange(null);
        else if (type === "number") {
          const number = Number(typed.replaceAll(",", ""));
          if (!Number.isFinite(number)) return words.notANumber;
          onChange(number);
        } else if (type === "date" && !isDate(typed)) return words.badDate;
        else if (isPersonalValue(typed)) return words.personal;
        else onChange(typed);
        return null;
      }}
    />
  );
}
