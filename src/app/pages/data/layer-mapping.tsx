// One layer's mapping: what it is, in which encoding and datum, which column feeds which field, with values as the file
// has them. Every change reads the files again.

import { type ReactElement, useMemo, useState } from "react";
import {
  FIELD_NAMES,
  type FieldName,
  type LayerDatum,
  type LayerSpec,
  type TableFacts,
} from "../../../core/formats/index.ts";
import { LAYER_ROLES, type LayerRole } from "../../../core/model/index.ts";
import { changeLayer, leaveLayerOut } from "../../commands/change-layers.ts";
import { useDataText } from "../../i18n/use-data-text.ts";
import { useText } from "../../i18n/use-text.ts";
import { forgetHabit, isHabit } from "../../state/mapping-habits.ts";
import { mappingLock } from "../../state/mapping-lock.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { EntryField } from "../../ui/entry-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { DatumField } from "./datum-field.tsx";
import { FirstRows } from "./first-rows.tsx";
import { PersonalColumns } from "./personal-columns.tsx";

interface LayerMappingProps {
  readonly layer: LayerSpec;
  readonly datum: LayerDatum | null;
  readonly facts: TableFacts | null;
  /** Rows read, used and set aside, in words. */
  readonly rows: string | null;
}

export function LayerMapping({ layer, datum, facts, rows }: LayerMappingProps): ReactElement {
  const app = useApp();
  const text = useText();
  const words = useDataText();
  const lock = useAppState(mappingLock);
  const change = (part: Partial<LayerSpec>): void => void changeLayer(app, layer, part);
  const formats: Readonly<Record<string, string>> = words.readFormats;
  const format = facts === null ? null : (formats[facts.format] ?? facts.format);
  return (
    <fieldset className="mapping" aria-label={text.data.mapping(layer.file)} disabled={lock !== null}>
      {lock !== null && <p className="locked">{words.locked[lock]}</p>}
      <p className="quiet mapping-facts">{[format, rows].filter((part) => part !== null).join(" · ")}</p>
      <div className="field-row">
        <span className="label">{text.data.role}</span>
        <SelectField<LayerRole>
          label={text.data.role}
          value={layer.role}
          options={LAYER_ROLES.map((role) => ({ value: role, label: text.data.roles[role] }))}
          onChange={(role) => change({ role, fields: {} })}
        />
      </div>
      {facts !== null && facts.encoding !== null && <EncodingField layer={layer} read={facts.encoding} />}
      <DatumField layer={layer} datum={datum} />
      <LayerFields layer={layer} facts={facts} onChange={(fields) => change({ fields })} />
      <EntryField
        label={text.data.date}
        value={layer.asOf ?? ""}
        onEnter={(typed) => {
          change({ asOf: typed === "" ? null : typed });
          return null;
        }}
      />
      <PersonalColumns file={layer.file} layer={layer} />
      {facts !== null && <FirstRows facts={facts} />}
      <RememberedMapping layer={layer} />
      <Button kind="plain" onClick={() => void leaveLayerOut(app, layer)}>
        {text.data.leaveOut}
      </Button>
    </fieldset>
  );
}

/** Says that later files of the same columns are mapped alike, and lets that be forgotten. */
function RememberedMapping({ layer }: { readonly layer: LayerSpec }): ReactElement | null {
  const words = useDataText();
  const columns = useAppState(({ project }) => project?.imported.columns[layer.file] ?? NO_COLUMNS);
  const [forgotten, setForgotten] = useState<LayerSpec | null>(null);
  const remembered = useMemo(
    () => forgotten !== layer && isHabit(columns, layer),
    [columns, layer, forgotten],
  );
  if (!remembered) return null;
  const forget = (): void => {
    forgetHabit(columns);
    setForgotten(layer);
  };
  return (
    <p className="quiet remembered">
      {words.remembered}
      <Button kind="plain" onClick={forget}>
        {words.forget}
      </Button>
    </p>
  );
}

const ENCODINGS = ["utf-8", "gb18030", "big5", "utf-16le", "utf-16be"] as const;
const FOUND = "";

function EncodingField({ layer, read }: { readonly layer: LayerSpec; readonly read: string }): ReactElement {
  const app = useApp();
  const words = useDataText();
  return (
    <div className="field-row">
      <span className="label">{words.encoding}</span>
      <SelectField<string>
        label={words.encoding}
        value={layer.encoding ?? FOUND}
        options={[
          { value: FOUND, label: words.encodingRead(read.toUpperCase()) },
          ...ENCODINGS.map((label) => ({ value: label, label: label.toUpperCase() })),
        ]}
        onChange={(encoding) => void changeLayer(app, layer, { encoding })}
      />
    </div>
  );
}

interface LayerFieldsProps {
  readonly layer: LayerSpec;
  readonly facts: TableFacts | null;
  readonly onChange: (fields: LayerSpec["fields"]) => void;
}

const NO_COLUMNS: readonly string[] = [];
const NONE = "";

/** Our fields that matter for the layer's role, each with the file's column that feeds it and values of it. */
function LayerFields({ layer, facts, onChange }: LayerFieldsProps): ReactElement {
  const text = useText();
  const words = useDataText();
  const columns = useAppState(({ project }) => project?.imported.columns[layer.file] ?? NO_COLUMNS);
  const names = FIELD_NAMES.filter((name) => FIELDS_OF[layer.role].includes(name) || name in layer.fields);
  const samplesOf = (column: string | undefined): string => {
    const at = column === undefined ? -1 : columns.indexOf(column);
    const values = facts?.firstRows.map((row) => row[at] ?? "").filter((value) => value !== "") ?? [];
    return at === -1 ? "" : [...new Set(values)].slice(0, 3).join(words.comma);
  };
  return (
    <>
      {names.map((name) => (
        <div key={name} className="field-row mapped">
          <span className="label">{text.data.fields[name]}</span>
          <SelectField<string>
            label={text.data.fields[name]}
            value={layer.fields[name] ?? NONE}
            options={[
              { value: NONE, label: text.data.noField },
              ...columns.map((column) => ({ value: column, label: column })),
            ]}
            onChange={(column) => onChange({ ...layer.fields, [name]: column })}
          />
          {samplesOf(layer.fields[name]) !== "" && (
            <small className="quiet sample">{words.sample(samplesOf(layer.fields[name]))}</small>
          )}
        </div>
      ))}
    </>
  );
}

const FIELDS_OF: Readonly<Record<LayerRole, readonly FieldName[]>> = {
  residences: ["id", "name", "households", "community", "compound", "grid"],
  centers: ["id", "name", "level", "area", "community"],
  network: ["class", "bridge", "tunnel", "layer"],
  barriers: ["class", "layer"],
  gates: ["compound", "open"],
  communities: ["id", "name", "households", "parent"],
  subdistricts: ["id", "name"],
  grids: ["id", "name", "parent", "partyOrgs", "gridWorkers"],
  water: [],
  green: [],
  buildings: [],
  candidates: ["id", "name", "area", "cost", "kind", "floor", "openHours", "community"],
  departments: ["id", "name", "department", "households"],
  transit: ["id", "name", "kind"],
  exercise: ["id", "name", "kind"],
  renewal: ["id", "name", "households"],
};
