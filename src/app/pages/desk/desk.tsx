// The desk over the map: rules, their comparison, registers, matters and how each rule is carried, one page at a time.

import { Redo2, Undo2 } from "lucide-react";
import { type ComponentType, lazy, type ReactElement, Suspense } from "react";
import { changeView } from "../../commands/change-view.ts";
import { stepHistory } from "../../commands/step-history.ts";
import { useDeskText } from "../../i18n/use-desk-text.ts";
import { useText } from "../../i18n/use-text.ts";
import { DESK_PAGES, type DeskPage } from "../../state/app-state.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { canRedo, canUndo } from "../../state/pack-steps.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { IconButton } from "../../ui/button.tsx";
import { Modal } from "../../ui/modal.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { RulesPage } from "./rules-page.tsx";
import { useGivenFiles } from "./use-given-files.ts";
import "./desk.css";

const PAGES: Readonly<Record<DeskPage, ComponentType>> = {
  rules: RulesPage,
  compare: lazy(async () => ({ default: (await import("./compare-page.tsx")).ComparePacks })),
  registers: lazy(async () => ({ default: (await import("./registers-page.tsx")).RegistersPage })),
  matters: lazy(async () => ({ default: (await import("./matters-page.tsx")).MattersPage })),
  coverage: lazy(async () => ({ default: (await import("./coverage-page.tsx")).CoveragePage })),
};

export function Desk(): ReactElement | null {
  const page = useAppState(({ view }) => view.desk);
  return page === null ? null : <DeskOf page={page} />;
}

function DeskOf({ page }: { readonly page: DeskPage }): ReactElement {
  const app = useApp();
  const text = useText();
  const words = useDeskText();
  const undoable = useAppState(canUndo);
  const redoable = useAppState(canRedo);
  const readOnly = useAppState(isReadOnly);
  const Page = PAGES[page];
  return (
    <Modal
      title={words.title}
      closeLabel={text.close}
      className="desk"
      onClose={() => changeView(app, { desk: null })}
    >
      <nav className="desk-pages">
        <Segmented
          label={words.title}
          value={page}
          options={DESK_PAGES.map((value) => ({ value, label: words.pages[value] }))}
          onChange={(desk) => changeView(app, { desk })}
        />
        <span className="grow" />
        <IconButton
          label={text.undo}
          disabled={!undoable || readOnly}
          onClick={() => stepHistory(app, "undo")}
        >
          <Undo2 size={16} />
        </IconButton>
        <IconButton
          label={text.redo}
          disabled={!redoable || readOnly}
          onClick={() => stepHistory(app, "redo")}
        >
          <Redo2 size={16} />
        </IconButton>
      </nav>
      <div className="desk-page">
        {(page === "compare" || page === "coverage") && <TakesNothing />}
        <Suspense>
          <Page />
        </Suspense>
      </div>
    </Modal>
  );
}

/** Where a page takes no files, they open nothing beneath it either. */
function TakesNothing(): null {
  useGivenFiles(() => undefined, "");
  return null;
}
