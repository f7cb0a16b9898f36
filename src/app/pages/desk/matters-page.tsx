// Matters under way: a board by state or a table, those overdue marked; one matter opens beside them with the moves its
// workflow allows.

import { Download, Map as MapIcon, Plus, Upload } from "lucide-react";
import { type ReactElement, useState } from "react";
import type { Matter } from "../../../core/model/index.ts";
import { countMatters, type MatterKind } from "../../../core/standards/index.ts";
import { inLanguage } from "../../../messages/findings.ts";
import { changeView } from "../../commands/change-view.ts";
import { exportMatters, importMatters, type Taken } from "../../commands/records/exchange-records.ts";
import { addMatter, usualKind } from "../../commands/records/put-row.ts";
import { useDeskText } from "../../i18n/use-desk-text.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { packOf } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { chooseFile } from "../../ui/choose-file.ts";
import { formatCount } from "../../ui/format.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { MatterBoard } from "./matter-board.tsx";
import { MatterCard } from "./matter-card.tsx";
import { MatterTable } from "./matter-table.tsx";
import { TakenNote } from "./taken-note.tsx";
import { useGivenFiles } from "./use-given-files.ts";

const VIEWS = ["board", "table"] as const;
const NO_KINDS: readonly MatterKind[] = [];

export function MattersPage(): ReactElement {
  const app = useApp();
  const { matters: words } = useDeskText();
  const kinds = useAppState((state) => packOf(state)?.matters ?? NO_KINDS);
  const all = useAppState(({ history }) => history.plan.matters);
  const [only, setOnly] = useState<string | null>(null);
  const [view, setView] = useState<(typeof VIEWS)[number]>("board");
  const open = useAppState(({ view: shown }) => shown.matter);
  const setOpen = (id: string | null): void => changeView(app, { matter: id });
  const [taken, setTaken] = useState<Taken | null>(null);
  const shown = all.filter(({ kind }) => only === null || kind === only);
  const shownKinds = kinds.filter(({ id }) => only === null || id === only);
  const matter = all.find(({ id }) => id === open);
  const { registers } = useDeskText();
  const readOnly = useAppState(isReadOnly);
  const read = (file: File): void => {
    if (!readOnly) void importMatters(app, kinds, file).then(setTaken);
  };
  useGivenFiles(read, registers.pasted);
  if (kinds.length === 0 && all.length === 0) return <p className="quiet">{words.noKinds}</p>;
  return (
    <>
      <MatterTools
        {...{ kinds, only, shown }}
        onOnly={setOnly}
        onOpen={setOpen}
        onRead={read}
        chooser={
          <Segmented
            label={words.view}
            value={view}
            options={VIEWS.map((value) => ({ value, label: words.views[value] }))}
            onChange={setView}
          />
        }
      />
      <TakenNote taken={taken} />
      <div className="matter-columns">
        {shown.length === 0 ? (
          <p className="quiet desk-note">{words.none}</p>
        ) : view === "board" ? (
          <MatterBoard kinds={shownKinds} matters={shown} open={open} onOpen={setOpen} />
        ) : (
          <MatterTable kinds={kinds} matters={shown} open={open} onOpen={setOpen} />
        )}
        {matter !== undefined && (
          <MatterCard key={matter.id} matter={matter} kinds={kinds} onClose={() => setOpen(null)} />
        )}
      </div>
    </>
  );
}

interface MatterToolsProps {
  readonly kinds: readonly MatterKind[];
  readonly only: string | null;
  readonly shown: readonly Matter[];
  readonly onOnly: (kind: string | null) => void;
  readonly onOpen: (matter: string) => void;
  readonly onRead: (file: File) => void;
  readonly chooser: ReactElement;
}

function MatterTools(props: MatterToolsProps): ReactElement {
  const { kinds, only, shown, onOnly, onOpen, onRead, chooser } = props;
  const app = useApp();
  const { matters: words, registers } = useDeskText();
  const language = useLanguage();
  const readOnly = useAppState(isReadOnly);
  const { all, closed, overdue } = countMatters(shown, kinds, app.host.now().slice(0, 10));
  const known = useAppState(({ history }) => history.plan.matters);
  const first = kinds.find(({ id }) => id === only) ?? usualKind(kinds, known);
  return (
    <div className="desk-tools">
      <SelectField
        label={words.kind}
        value={only ?? ""}
        options={[
          { value: "", label: words.allKinds },
          ...kinds.map(({ id, name }) => ({ value: id, label: inLanguage(name, language) })),
        ]}
        onChange={(kind) => onOnly(kind === "" ? null : kind)}
      />
      {chooser}
      <span className="quiet">
        {words.counts(formatCount(all - closed), formatCount(closed))}
        {overdue > 0 && <em className="overdue">{words.overdueCount(formatCount(overdue))}</em>}
      </span>
      <span className="grow" />
      <Button
        disabled={readOnly || first === undefined}
        onClick={() => {
          if (first !== undefined) onOpen(addMatter(app, first, inLanguage(first.name, language)));
        }}
      >
        <Plus size={14} aria-hidden="true" />
        {words.add}
      </Button>
      <Button
        disabled={readOnly}
        title={registers.importHint}
        onClick={() => chooseFile(".csv,.xlsx", onRead)}
      >
        <Upload size={14} aria-hidden="true" />
        {registers.importTable}
      </Button>
      <Button disabled={shown.length === 0} onClick={() => void exportMatters(app, kinds, shown)}>
        <Download size={14} aria-hidden="true" />
        {registers.exportTable}
      </Button>
      <Button
        disabled={shown.length === 0}
        onClick={() => changeView(app, { desk: null, overlay: { kind: "matters" } })}
      >
        <MapIcon size={14} aria-hidden="true" />
        {words.show}
      </Button>
    </div>
  );
}
