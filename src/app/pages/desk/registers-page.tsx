// The registers that the pack declares: how many rows each has, and the rows of one, edited in place, imported from
// tables, exported, shown on the map.

import { Download, Map as MapIcon, Plus, Trash2, Upload, X } from "lucide-react";
import { type ReactElement, useMemo, useState } from "react";
import type { RegisterRow } from "../../../core/model/index.ts";
import { describesPlaces, type NamedPlace, type Register } from "../../../core/standards/index.ts";
import { inLanguage } from "../../../messages/findings.ts";
import { changeView } from "../../commands/change-view.ts";
import { exportRegister, importRegister, type Taken } from "../../commands/records/exchange-records.ts";
import { emptyRow, putRows, removeRow, sayNone, valueIn, withValue } from "../../commands/records/put-row.ts";
import { useDeskText } from "../../i18n/use-desk-text.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { packOf } from "../../state/plan-selectors.ts";
import { listingOf, nonesOf, placesOf, rowsOf } from "../../state/record-places.ts";
import { isMapped, themesOf } from "../../state/register-scene.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { CheckField } from "../../ui/check-field.tsx";
import { chooseFile } from "../../ui/choose-file.ts";
import { formatCount } from "../../ui/format.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { AttributeField } from "./attribute-field.tsx";
import { PackSelect } from "./pack-select.tsx";
import { TakenNote } from "./taken-note.tsx";
import { useGivenFiles } from "./use-given-files.ts";

const NONE: readonly Register[] = [];

export function RegistersPage(): ReactElement | null {
  const { registers: words } = useDeskText();
  const language = useLanguage();
  const pack = useAppState(packOf);
  const plan = useAppState(({ history }) => history.plan);
  const [chosen, setChosen] = useState<string | null>(null);
  const registers = pack?.registers ?? NONE;
  const shown = registers.find(({ id }) => id === chosen) ?? registers[0];
  return (
    <>
      <header className="desk-head">
        {pack !== null && <PackSelect value={pack.id} />}
        <p className="quiet">{words.personal}</p>
      </header>
      {shown === undefined ? (
        <p className="quiet">{words.none}</p>
      ) : (
        <div className="register-columns">
          <ul className="register-list" aria-label={words.title}>
            {registers.map((register) => (
              <li key={register.id}>
                <button
                  type="button"
                  className="pack-row"
                  aria-current={register === shown || undefined}
                  onClick={() => setChosen(register.id)}
                >
                  <span>{inLanguage(register.name, language)}</span>
                  <small className="quiet">
                    {[
                      placeName(register.place, registers, words.places, language),
                      words.rows(formatCount(rowsOf(plan, register.id).length)),
                      ...(describesPlaces(register) ? [] : [words.listing[listingOf(plan, register.id)]]),
                    ].join(" · ")}
                  </small>
                </button>
              </li>
            ))}
          </ul>
          <RegisterTable key={shown.id} register={shown} />
        </div>
      )}
    </>
  );
}

function RegisterTable({ register }: { readonly register: Register }): ReactElement {
  const app = useApp();
  const { registers: words } = useDeskText();
  const language = useLanguage();
  const plan = useAppState(({ history }) => history.plan);
  const readOnly = useAppState(isReadOnly);
  const [taken, setTaken] = useState<Taken | null>(null);
  const project = useAppState((state) => state.project);
  const history = useAppState((state) => state.history);
  const read = (file: File): void => {
    if (!readOnly) void importRegister(app, register, file).then(setTaken);
  };
  useGivenFiles(read, words.pasted);
  const rows = useMemo(() => rowsOf(plan, register.id), [plan, register.id]);
  const nones = useMemo(() => nonesOf(plan, register.id), [plan, register.id]);
  const places = useMemo(
    () => placesOf({ project, history }, register.place),
    [project, history, register.place],
  );
  const names = useMemo(() => new Map(places.map(({ id, name }) => [id, name])), [places]);
  return (
    <section className="register-table" aria-label={inLanguage(register.name, language)}>
      <div className="desk-tools">
        <RowAdder register={register} rows={rows} places={places} />
        <Button disabled={readOnly} title={words.importHint} onClick={() => chooseFile(".csv,.xlsx", read)}>
          <Upload size={14} aria-hidden="true" />
          {words.importTable}
        </Button>
        <Button
          disabled={rows.length + nones.length === 0}
          onClick={() => void exportRegister(app, register, [...rows, ...nones])}
        >
          <Download size={14} aria-hidden="true" />
          {words.exportTable}
        </Button>
        <ThemeChooser register={register} />
      </div>
      <TakenNote taken={taken} />
      {!describesPlaces(register) && <Listing {...{ register, rows, nones, places, names }} />}
      {rows.length === 0 ? (
        <p className="quiet desk-note">{`${words.noRows} ${words.importHint}`}</p>
      ) : (
        <ul className="register-rows">
          {rows.map((row) => (
            <RegisterRowForm
              key={row.id}
              row={row}
              register={register}
              place={row.placeId === null ? undefined : names.get(row.placeId)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface ListingProps {
  readonly register: Register;
  readonly rows: readonly RegisterRow[];
  readonly nones: readonly RegisterRow[];
  readonly places: readonly NamedPlace[];
  readonly names: ReadonlyMap<string, string>;
}

/** What the list says of places that are not in it: all there are, none at some, or nothing yet. */
function Listing({ register, rows, nones, places, names }: ListingProps): ReactElement {
  const app = useApp();
  const { registers: words } = useDeskText();
  const readOnly = useAppState(isReadOnly);
  const whole = nones.some(({ placeId }) => placeId === null);
  const without = nones.flatMap(({ placeId }) => placeId ?? []);
  const said = new Set([...rows, ...nones].map(({ placeId }) => placeId));
  const open = places.filter(({ id }) => !said.has(id));
  return (
    <fieldset className="register-listing" disabled={readOnly}>
      <CheckField
        label={words.whole}
        hint={words.wholeHint}
        checked={whole}
        onChange={(checked) => sayNone(app, register, null, checked)}
      />
      {register.place !== "district" && !whole && open.length > 0 && (
        <SelectField
          label={words.sayNone}
          value=""
          options={[
            { value: "", label: words.sayNone },
            ...open.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(id) => {
            if (id !== "") sayNone(app, register, id, true);
          }}
        />
      )}
      {without.length > 0 && (
        <p className="register-without">
          {words.saidNone}
          {without.map((id) => (
            <button
              key={id}
              type="button"
              className="chip"
              title={words.takeBack}
              onClick={() => sayNone(app, register, id, false)}
            >
              {names.get(id) ?? id}
              <X size={12} aria-hidden="true" />
            </button>
          ))}
        </p>
      )}
    </fieldset>
  );
}

interface RowAdderProps {
  readonly register: Register;
  readonly rows: readonly RegisterRow[];
  readonly places: readonly NamedPlace[];
}

/** A row is added by choosing its place; one about the whole district by the button alone. */
function RowAdder({ register, rows, places }: RowAdderProps): ReactElement | null {
  const app = useApp();
  const { registers: words } = useDeskText();
  const language = useLanguage();
  const readOnly = useAppState(isReadOnly);
  const own = describesPlaces(register);
  const taken = new Set(rows.map(({ placeId }) => placeId));
  const open = own ? places.filter(({ id }) => !taken.has(id)) : places;
  const name = inLanguage(register.name, language);
  if (register.place === "district") {
    return (
      <Button disabled={readOnly} onClick={() => putRows(app, [emptyRow(register, null, name)])}>
        <Plus size={14} aria-hidden="true" />
        {words.add}
      </Button>
    );
  }
  if (open.length === 0) return null;
  return (
    <SelectField
      label={words.add}
      value=""
      options={[
        { value: "", label: words.add },
        ...open.map((place) => ({ value: place.id, label: place.name })),
      ]}
      onChange={(id) => {
        const place = places.find((one) => one.id === id);
        if (place !== undefined) putRows(app, [emptyRow(register, place, own ? place.name : name)]);
      }}
    />
  );
}

/** The value of the chooser that stands for the number of rows. */
const COUNT = "#";

/** Attributes that colours can show, and for lists the number of rows. */
function ThemeChooser({ register }: { readonly register: Register }): ReactElement | null {
  const app = useApp();
  const { registers: words } = useDeskText();
  const language = useLanguage();
  const themes = [
    ...(describesPlaces(register) ? [] : [{ value: COUNT, label: words.count }]),
    ...themesOf(register).map(({ id, name }) => ({ value: id, label: inLanguage(name, language) })),
  ];
  if (!isMapped(register) || themes.length === 0) return null;
  return (
    <span className="theme-chooser">
      <MapIcon size={14} aria-hidden="true" />
      <SelectField
        label={words.show}
        value=""
        options={[{ value: "", label: words.show }, ...themes]}
        onChange={(chosen) => {
          if (chosen === "") return;
          const attribute = chosen === COUNT ? null : chosen;
          changeView(app, { desk: null, overlay: { kind: "register", register: register.id, attribute } });
        }}
      />
    </span>
  );
}

interface RegisterRowFormProps {
  readonly row: RegisterRow;
  readonly register: Register;
  /** Name of the place it belongs to; undefined for none. */
  readonly place: string | undefined;
}

function RegisterRowForm({ row, register, place }: RegisterRowFormProps): ReactElement {
  const app = useApp();
  const { registers: words } = useDeskText();
  const readOnly = useAppState(isReadOnly);
  return (
    <li className="register-row">
      <fieldset disabled={readOnly}>
        <h3>
          {place ?? row.name}
          <IconButton label={words.remove} onClick={() => removeRow(app, row.id)}>
            <Trash2 size={14} />
          </IconButton>
        </h3>
        <div className="register-fields">
          {!describesPlaces(register) && (
            <AttributeField
              attribute={{ id: "name", name: { zh: words.name, en: words.name }, type: "text" }}
              value={row.name}
              onChange={(name) => putRows(app, [{ ...row, name: String(name ?? "") }])}
            />
          )}
          {register.attributes.map((attribute) => (
            <AttributeField
              key={attribute.id}
              attribute={attribute}
              value={valueIn(row, attribute.id, attribute.type)}
              onChange={(value) => putRows(app, [withValue(row, attribute.id, attribute.type, value)])}
            />
          ))}
        </div>
      </fieldset>
    </li>
  );
}

function placeName(
  place: string,
  registers: readonly Register[],
  words: Readonly<Record<string, string>>,
  language: "zh-CN" | "en",
): string {
  const register = registers.find(({ id }) => id === place);
  return words[place] ?? (register === undefined ? place : inLanguage(register.name, language));
}
