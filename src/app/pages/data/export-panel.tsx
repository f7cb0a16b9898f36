// Saves layers and results for other programs: which, in which format, datum and encoding. What a format could not
// hold as it was is said afterwards.

import { Download } from "lucide-react";
import { type ReactElement, useState } from "react";
import type { Issue } from "../../../core/base/index.ts";
import {
  type TableWord,
  TEXT_ENCODINGS,
  type TextEncoding,
  WRITER_IDS,
  type WriterId,
} from "../../../core/formats/index.ts";
import { datumLabel } from "../../../messages/datum-label.ts";
import { exportWords } from "../../../messages/export-words.ts";
import { issueSentence } from "../../../messages/issues.ts";
import { exportData } from "../../commands/export-data.ts";
import { useDataText } from "../../i18n/use-data-text.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { listDatums } from "../../state/list-datums.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/select-field.tsx";

/** What can be written by itself; "" is everything. */
const LAYERS = [
  "",
  "residences",
  "centers",
  "communities",
  "findings",
  "serviceAreas",
  "network",
  "barriers",
  "gates",
  "subdistricts",
  "grids",
] as const satisfies readonly (TableWord | "")[];
type Layer = (typeof LAYERS)[number];

export function ExportPanel(): ReactElement {
  const app = useApp();
  const text = useText();
  const words = useDataText();
  const language = useLanguage();
  const bounds = useAppState(({ scene }) => scene?.bounds ?? null);
  const ready = useAppState(({ analysis, work }) => analysis !== null && work === null);
  const [layer, setLayer] = useState<Layer>("");
  const [format, setFormat] = useState<WriterId>("xlsx");
  const [datum, setDatum] = useState("wgs84");
  const [encoding, setEncoding] = useState<TextEncoding>("utf8");
  const [notes, setNotes] = useState<readonly Issue[]>([]);
  const { names } = exportWords(language);
  const go = async (): Promise<void> => {
    const only = layer === "" ? null : [layer];
    setNotes((await exportData(app, { format, datum, encoding, only })) ?? []);
  };
  return (
    <section className="stack export" aria-label={words.exportTitle}>
      <h2>{words.exportTitle}</h2>
      <Row label={words.exportLayers}>
        <SelectField<Layer>
          label={words.exportLayers}
          value={layer}
          options={LAYERS.map((value) => ({ value, label: value === "" ? words.exportAll : names[value] }))}
          onChange={setLayer}
        />
      </Row>
      <Row label={words.exportFormat}>
        <SelectField<WriterId>
          label={words.exportFormat}
          value={format}
          options={WRITER_IDS.map((value) => ({ value, label: words.formats[value] }))}
          onChange={setFormat}
        />
      </Row>
      {format !== "kml" && (
        <Row label={words.exportDatum}>
          <SelectField<string>
            label={words.exportDatum}
            value={datum}
            options={listDatums([datum, "cgcs2000"], bounds).map((value) => ({
              value,
              label: datumLabel(value, language),
            }))}
            onChange={setDatum}
          />
        </Row>
      )}
      {format === "shapefile" && (
        <Row label={words.exportEncoding}>
          <SelectField<TextEncoding>
            label={words.exportEncoding}
            value={encoding}
            options={TEXT_ENCODINGS.map((value) => ({ value, label: words.encodings[value] }))}
            onChange={setEncoding}
          />
        </Row>
      )}
      <div className="button-row">
        <Button disabled={!ready} onClick={() => void go()}>
          <Download size={14} aria-hidden="true" />
          {words.exportGo}
        </Button>
        {!ready && <span className="quiet">{words.exportWait}</span>}
      </div>
      {notes.length > 0 && (
        <ul className="issues" aria-label={words.exportNotes}>
          {notes.map((note) => (
            <li key={JSON.stringify(note)}>
              <span className="severity" data-severity={note.severity}>
                {text.data.severity[note.severity]}
              </span>
              <p>{issueSentence(note, language, "app")}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const Row = ({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactElement;
}): ReactElement => (
  <div className="field-row">
    <span className="label">{label}</span>
    {children}
  </div>
);
