// A layer's datum: which, who says so, how sure and why; the runner-up to compare with on the map or to take instead.

import { ArrowLeftRight, MapPinned } from "lucide-react";
import type { ReactElement } from "react";
import type { LayerDatum, LayerSpec } from "../../../core/formats/index.ts";
import { datumLabel } from "../../../messages/datum-label.ts";
import { reasonClause } from "../../../messages/datum-reasons.ts";
import { changeLayer } from "../../commands/change-layers.ts";
import { flipDatum, stopWeighing, weighDatum } from "../../commands/weigh-datum.ts";
import { useDataText } from "../../i18n/use-data-text.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { listDatums } from "../../state/list-datums.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { formatCount } from "../../ui/format.ts";
import { SelectField } from "../../ui/select-field.tsx";

interface DatumFieldProps {
  readonly layer: LayerSpec;
  readonly datum: LayerDatum | null;
}

export function DatumField({ layer, datum }: DatumFieldProps): ReactElement {
  const app = useApp();
  const text = useText();
  const language = useLanguage();
  const bounds = useAppState(({ scene }) => scene?.bounds ?? null);
  const choose = (chosen: string): void => void changeLayer(app, layer, { datum: chosen });
  const likely = datum?.hypotheses.slice(0, 3).map((each) => each.datum) ?? [];
  return (
    <>
      <div className="field-row">
        <span className="label">{text.data.datum}</span>
        <SelectField<string>
          label={text.data.datum}
          value={layer.datum}
          options={listDatums([layer.datum, ...likely], bounds).map((value) => ({
            value,
            label: datumLabel(value, language),
          }))}
          onChange={choose}
        />
      </div>
      {datum !== null && <DatumReasons datum={datum} onChoose={choose} />}
    </>
  );
}

interface DatumReasonsProps {
  readonly datum: LayerDatum;
  readonly onChoose: (datum: string) => void;
}

function DatumReasons({ datum, onChoose }: DatumReasonsProps): ReactElement {
  const app = useApp();
  const words = useDataText();
  const language = useLanguage();
  const { origin, chosen, confidence, hypotheses, needsAsking, file } = datum;
  const comparing = useAppState(({ view }) => (view.preview?.file === file ? view.preview : null));
  const [best, second] = hypotheses;
  const reasons = best?.reasons ?? [];
  const isHeldAgainst = reasons.some(({ code }) => code === "insideReference" || code === "nearReference");
  const clauses = reasons
    .filter(({ code }) => code !== "offsetPossible" || !isHeldAgainst)
    .map((reason) => reasonClause(reason, language));
  const other = second?.datum ?? (chosen === "wgs84" ? "gcj02" : "wgs84");
  const sure = words.confidence(String(Math.round(100 * confidence)));
  return (
    <div className="datum" data-asking={needsAsking || undefined}>
      <p>
        {words.stated[origin]}
        {origin === "found" && <b>{sure}</b>}
      </p>
      {clauses.length > 0 && (
        <ul className="quiet">
          {clauses.map((clause) => (
            <li key={clause}>{clause}</li>
          ))}
        </ul>
      )}
      {second?.medianShift != null && (
        <p className="quiet">
          {words.runnerUp(datumLabel(second.datum, language), formatCount(second.medianShift))}
        </p>
      )}
      <div className="button-row">
        {needsAsking && (
          <Button kind="primary" onClick={() => onChoose(chosen)}>
            {words.agree}
          </Button>
        )}
        <Button
          aria-pressed={comparing !== null}
          onClick={() => (comparing === null ? void weighDatum(app, datum, other) : stopWeighing(app))}
        >
          <MapPinned size={14} aria-hidden="true" />
          {comparing === null ? words.compare : words.stopCompare}
        </Button>
        {comparing !== null && (
          <Button onClick={() => flipDatum(app)}>
            <ArrowLeftRight size={14} aria-hidden="true" />
            {words.swap}
          </Button>
        )}
      </div>
      {comparing !== null && (
        <div className="datum-legend">
          <p>
            <i data-at="here" /> {words.here} {datumLabel(chosen, language)}
          </p>
          <p>
            <i data-at="there" /> {words.there} {datumLabel(other, language)}
          </p>
          <Button onClick={() => onChoose(other)}>{words.use(datumLabel(other, language))}</Button>
        </div>
      )}
    </div>
  );
}
