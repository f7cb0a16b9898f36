// The layers with their files, rows and dates; each opens into its mapping: role, datum, date, fields. A
// change reads the files again.

import { ChevronRight } from "lucide-react";
import { type ReactElement, useState } from "react";
import { FIELD_NAMES, type FieldName, type LayerSpec } from "../../../core/formats/index.ts";
import { LAYER_ROLES, type LayerRole, type LayerSource } from "../../../core/model/index.ts";
import { changeLayer, leaveLayerOut, takeFileAs } from "../../commands/change-layers.ts";
import { useText } from "../../i18n/use-text.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { EntryField } from "../../ui/entry-field.tsx";
import { formatCount } from "../../ui/format.ts";
import { SelectField } from "../../ui/select-field.tsx";

const NO_SOURCES: readonly LayerSource[] = [];
const NO_LAYERS: readonly LayerSpec[] = [];

export function LayerList(): ReactElement {
  const text = useText();
  const layers = useAppState(({ project }) => project?.imported.layers ?? NO_LAYERS);
  const [open, setOpen] = useState<string | null>(null);
  const inOrder = [...layers].sort((a, b) => LAYER_ROLES.indexOf(a.role) - LAYER_ROLES.indexOf(b.role));
  return (
    <section>
      <h2>{text.data.files}</h2>
      <ul className="layers" aria-label={text.data.files}>
        {inOrder.map((layer) => {
          const key = `${layer.role} ${layer.file}`;
          return (
            <LayerItem
              key={key}
              layer={layer}
              open={open === key}
              onOpen={() => setOpen(open === key ? null : key)}
            />
          );
        })}
      </ul>
      <UnusedFiles />
    </section>
  );
}

interface LayerItemProps {
  readonly layer: LayerSpec;
  readonly open: boolean;
  readonly onOpen: () => void;
}

function LayerItem({ layer, open, onOpen }: LayerItemProps): ReactElement {
  const text = useText();
  const sources = useAppState(({ project }) => project?.imported.baseline?.sources ?? NO_SOURCES);
  const source = sources.find(({ role, file }) => role === layer.role && file === layer.file);
  return (
    <li>
      <button type="button" className="layer-head" aria-expanded={open} onClick={onOpen}>
        <ChevronRight size={14} aria-hidden="true" />
        <span className="layer-role">{text.data.roles[layer.role]}</span>
        <span className="layer-rows">
          {source === undefined ? text.data.notUsed : rowsOf(source, text.data)}
        </span>
        <span className="layer-file quiet">{layer.file}</span>
        <span className="layer-date quiet">{layer.asOf ?? text.data.noDate}</span>
      </button>
      {open && <LayerMapping layer={layer} />}
    </li>
  );
}

const rowsOf = (
  { rowsRead, rowsUsed }: LayerSource,
  words: { rows: (used: string, read: string) => string; allRows: (count: string) => string },
): string =>
  rowsRead === rowsUsed
    ? words.allRows(formatCount(rowsUsed))
    : words.rows(formatCount(rowsUsed), formatCount(rowsRead));

const DATUMS = ["wgs84", "gcj02", "bd09"] as const;

function LayerMapping({ layer }: { readonly layer: LayerSpec }): ReactElement {
  const app = useApp();
  const text = useText();
  const change = (part: Partial<LayerSpec>): void => void changeLayer(app, layer, { ...layer, ...part });
  const datums = DATUMS.some((datum) => datum === layer.datum) ? DATUMS : [...DATUMS, layer.datum];
  return (
    <fieldset className="mapping" aria-label={text.data.mapping(layer.file)}>
      <div className="field-row">
        <span className="label">{text.data.role}</span>
        <SelectField<LayerRole>
          label={text.data.role}
          value={layer.role}
          options={LAYER_ROLES.map((role) => ({ value: role, label: text.data.roles[role] }))}
          onChange={(role) => change({ role })}
        />
      </div>
      <div className="field-row">
        <span className="label">{text.data.datum}</span>
        <SelectField<string>
          label={text.data.datum}
          value={layer.datum}
          options={datums.map((datum) => ({
            value: datum,
            label: datum in text.data.datums ? text.data.datums[datum as (typeof DATUMS)[number]] : datum,
          }))}
          onChange={(datum) => change({ datum })}
        />
      </div>
      <LayerFields layer={layer} onChange={(fields) => change({ fields })} />
      <EntryField
        label={text.data.date}
        value={layer.asOf ?? ""}
        onEnter={(typed) => {
          change({ asOf: typed === "" ? null : typed });
          return null;
        }}
      />
      <Button kind="plain" onClick={() => void leaveLayerOut(app, layer)}>
        {text.data.leaveOut}
      </Button>
    </fieldset>
  );
}

interface LayerFieldsProps {
  readonly layer: LayerSpec;
  readonly onChange: (fields: LayerSpec["fields"]) => void;
}

const NO_COLUMNS: readonly string[] = [];
const NONE = "";

/** Our fields that matter for the layer's role, each with the file's column that feeds it. */
function LayerFields({ layer, onChange }: LayerFieldsProps): ReactElement {
  const text = useText();
  const columns = useAppState(({ project }) => project?.imported.columns[layer.file] ?? NO_COLUMNS);
  const names = FIELD_NAMES.filter((name) => FIELDS_OF[layer.role].includes(name) || name in layer.fields);
  const set = (name: FieldName, column: string): void => {
    const { [name]: _, ...others } = layer.fields;
    onChange(column === NONE ? others : { ...others, [name]: column });
  };
  return (
    <>
      {names.map((name) => (
        <div key={name} className="field-row">
          <span className="label">{text.data.fields[name]}</span>
          <SelectField<string>
            label={text.data.fields[name]}
            value={layer.fields[name] ?? NONE}
            options={[
              { value: NONE, label: text.data.noField },
              ...columns.map((column) => ({ value: column, label: column })),
            ]}
            onChange={(column) => set(name, column)}
          />
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
};

/** Files that no layer uses, to be taken as one. */
function UnusedFiles(): ReactElement | null {
  const app = useApp();
  const text = useText();
  const project = useAppState((state) => state.project);
  if (project === null) return null;
  const used = new Set(project.imported.layers.map(({ file }) => file));
  const unused = Object.keys(project.imported.columns).filter((file) => !used.has(file));
  if (unused.length === 0) return null;
  const take = (file: string, role: LayerRole): void =>
    void takeFileAs(app, { role, file, datum: "wgs84", fields: {}, asOf: null });
  return (
    <div className="stack unused">
      <h3 className="quiet">{text.data.notTaken}</h3>
      {unused.map((file) => (
        <div key={file} className="field-row">
          <span className="label layer-file">{file}</span>
          <SelectField<LayerRole | typeof NONE>
            label={`${text.data.takeAs} ${file}`}
            value={NONE}
            options={[
              { value: NONE, label: text.data.notUsed },
              ...LAYER_ROLES.map((role) => ({ value: role, label: text.data.roles[role] })),
            ]}
            onChange={(role) => {
              if (role !== NONE) take(file, role);
            }}
          />
        </div>
      ))}
    </div>
  );
}
