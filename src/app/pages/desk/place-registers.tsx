// What the registers say of the selected place, on its card: its own attributes in a form, and how many rows of other
// registers it has.

import type { ReactElement } from "react";
import type { Register } from "../../../core/standards/index.ts";
import { inLanguage } from "../../../messages/findings.ts";
import { changeView } from "../../commands/change-view.ts";
import { emptyRow, putRows, valueIn, withValue } from "../../commands/records/put-row.ts";
import { useDeskText } from "../../i18n/use-desk-text.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { packOf } from "../../state/plan-selectors.ts";
import { placesOf, rowsOf, selectedPlace } from "../../state/record-places.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { formatCount } from "../../ui/format.ts";
import { AttributeField } from "./attribute-field.tsx";
import "./desk.css";

const NONE: readonly Register[] = [];

export function PlaceRegisters(): ReactElement | null {
  const app = useApp();
  const { registers: words } = useDeskText();
  const language = useLanguage();
  const registers = useAppState((state) => packOf(state)?.registers ?? NONE);
  const plan = useAppState(({ history }) => history.plan);
  const selection = useAppState(({ view }) => view.selection);
  const place = selectedPlace(selection, plan);
  if (place === null) return null;
  const own = registers.find(({ id }) => id === place.kind);
  const hung = registers.filter((register) => register.place === place.kind && register !== own);
  if (own === undefined && hung.length === 0) return null;
  const counted = hung
    .map((register) => ({
      register,
      rows: rowsOf(plan, register.id).filter(({ placeId }) => placeId === place.id).length,
    }))
    .filter(({ rows }) => rows > 0);
  return (
    <details className="place-registers">
      <summary>{words.title}</summary>
      {own !== undefined && <OwnAttributes register={own} placeId={place.id} />}
      <ul>
        {counted.map(({ register, rows }) => (
          <li key={register.id}>
            {inLanguage(register.name, language)}
            <span className="quiet">{words.rows(formatCount(rows))}</span>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="button"
        data-kind="plain"
        onClick={() => changeView(app, { desk: "registers" })}
      >
        {words.add}…
      </button>
    </details>
  );
}

interface OwnAttributesProps {
  readonly register: Register;
  readonly placeId: string;
}

function OwnAttributes({ register, placeId }: OwnAttributesProps): ReactElement | null {
  const app = useApp();
  const readOnly = useAppState(isReadOnly);
  const known = useAppState(({ history }) =>
    history.plan.registers.find((row) => row.kind === register.id && row.placeId === placeId),
  );
  const place = useAppState((state) => placesOf(state, register.place).find(({ id }) => id === placeId));
  if (place === undefined) return null;
  const row = known ?? emptyRow(register, place, place.name);
  return (
    <fieldset className="register-fields" disabled={readOnly}>
      {register.attributes.map((attribute) => (
        <AttributeField
          key={attribute.id}
          attribute={attribute}
          value={valueIn(row, attribute.id, attribute.type)}
          onChange={(value) => putRows(app, [withValue(row, attribute.id, attribute.type, value)])}
        />
      ))}
    </fieldset>
  );
}
