// The layers with their files, rows and dates, those whose datum should be confirmed marked; each opens into its mapping.
// Below, the files that no layer uses.

import { ChevronRight, CircleAlert } from "lucide-react";
import { Fragment, type ReactElement, useState } from "react";
import type { LayerDatum, LayerSpec, SetAsideRow, TableFacts } from "../../../core/formats/index.ts";
import { LAYER_ROLES, type LayerRole, type LayerSource } from "../../../core/model/index.ts";
import { takeFileAs } from "../../commands/change-layers.ts";
import { useDataText } from "../../i18n/use-data-text.ts";
import { useText } from "../../i18n/use-text.ts";
import { mappingLock } from "../../state/mapping-lock.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { formatCount } from "../../ui/format.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { LayerMapping } from "./layer-mapping.tsx";
import { PersonalColumns } from "./personal-columns.tsx";

const NO_SOURCES: readonly LayerSource[] = [];
const NO_LAYERS: readonly LayerSpec[] = [];
const NO_DATUMS: readonly LayerDatum[] = [];
const NO_TABLES: readonly TableFacts[] = [];
const NO_ROWS: readonly SetAsideRow[] = [];

export function LayerList(): ReactElement {
  const text = useText();
  const words = useDataText();
  const layers = useAppState(({ project }) => project?.imported.layers ?? NO_LAYERS);
  const datums = useAppState(({ project }) => project?.imported.datums ?? NO_DATUMS);
  const [open, setOpen] = useState<string | null>(null);
  const inOrder = [...layers].sort((a, b) => LAYER_ROLES.indexOf(a.role) - LAYER_ROLES.indexOf(b.role));
  const asking = datums.filter(({ needsAsking }) => needsAsking).length;
  return (
    <section>
      <h2>{text.data.files}</h2>
      <ReadNow />
      {asking > 0 && (
        <p className="ask" role="status">
          <CircleAlert size={14} aria-hidden="true" />
          {words.askCount(formatCount(asking))}
        </p>
      )}
      <ul className="layers" aria-label={text.data.files}>
        {inOrder.map((layer) => {
          const key = `${layer.role} ${layer.file}`;
          return (
            <LayerItem
              key={key}
              layer={layer}
              datum={datums.find(({ file, role }) => file === layer.file && role === layer.role) ?? null}
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

const NO_FILES: readonly string[] = [];

/** What the last files became. */
function ReadNow(): ReactElement | null {
  const text = useText();
  const words = useDataText();
  const read = useAppState(({ project }) => project?.read ?? NO_FILES);
  const layers = useAppState(({ project }) => project?.imported.layers ?? NO_LAYERS);
  if (read.length === 0 || read.length > MOST_READ) return null;
  const roleOf = (name: string): string =>
    [
      ...new Set(layers.filter(({ file }) => file.startsWith(name)).map(({ role }) => text.data.roles[role])),
    ].join(words.comma);
  const named = read.map((name) => words.readAs(name, roleOf(name) || words.readUnused));
  return (
    <p className="read-now" role="status">
      {words.readNow(named.join(words.comma))}
    </p>
  );
}

/** Files named; of more, the list itself says enough. */
const MOST_READ = 4;

interface LayerItemProps {
  readonly layer: LayerSpec;
  /** null in projects saved before datums were found. */
  readonly datum: LayerDatum | null;
  readonly open: boolean;
  readonly onOpen: () => void;
}

function LayerItem({ layer, datum, open, onOpen }: LayerItemProps): ReactElement {
  const text = useText();
  const words = useDataText();
  const sources = useAppState(({ project }) => project?.imported.baseline?.sources ?? NO_SOURCES);
  const tables = useAppState(({ project }) => project?.imported.tables ?? NO_TABLES);
  const setAside = useAppState(({ project }) => project?.imported.setAside ?? NO_ROWS);
  const source = sources.find(({ role, file }) => role === layer.role && file === layer.file);
  const aside = setAside.filter(({ file }) => file === layer.file).length;
  return (
    <li>
      <button type="button" className="layer-head" aria-expanded={open} onClick={onOpen}>
        <ChevronRight size={14} aria-hidden="true" />
        <span className="layer-role">
          {text.data.roles[layer.role]}
          {datum?.needsAsking === true && <em className="ask-mark">{words.asking}</em>}
        </span>
        <span className="layer-rows">
          {source === undefined ? text.data.notUsed : rowsOf(source, text.data)}
        </span>
        <span className="layer-file quiet">{layer.file}</span>
        <span className="layer-date quiet">{layer.asOf ?? text.data.noDate}</span>
      </button>
      {open && (
        <LayerMapping
          layer={layer}
          datum={datum}
          facts={tables.find(({ file }) => file === layer.file) ?? null}
          rows={
            source === undefined || source.rowsRead === source.rowsUsed
              ? null
              : words.rows(formatCount(source.rowsRead), formatCount(source.rowsUsed), formatCount(aside))
          }
        />
      )}
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

const NONE = "";

/** Files that no layer uses, to be taken as one. */
function UnusedFiles(): ReactElement | null {
  const app = useApp();
  const text = useText();
  const words = useDataText();
  const project = useAppState((state) => state.project);
  const lock = useAppState(mappingLock);
  if (project === null) return null;
  const used = new Set(project.imported.layers.map(({ file }) => file));
  const unused = Object.keys(project.imported.columns).filter((file) => !used.has(file));
  if (unused.length === 0) return null;
  return (
    <fieldset className="stack unused" disabled={lock !== null}>
      <h3 className="quiet">{text.data.notTaken}</h3>
      {lock !== null && <p className="locked">{words.locked[lock]}</p>}
      {unused.map((file) => (
        <Fragment key={file}>
          <div className="field-row">
            <span className="label unused-file" title={file}>
              {file}
            </span>
            <SelectField<LayerRole | typeof NONE>
              label={`${text.data.takeAs} ${file}`}
              value={NONE}
              options={[
                { value: NONE, label: text.data.notUsed },
                ...LAYER_ROLES.map((role) => ({ value: role, label: text.data.roles[role] })),
              ]}
              onChange={(role) => {
                if (role !== NONE) void takeFileAs(app, role, file);
              }}
            />
          </div>
          <PersonalColumns file={file} layer={null} />
        </Fragment>
      ))}
    </fieldset>
  );
}
