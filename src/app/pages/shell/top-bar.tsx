// What is being looked at, by which rules and at which pace; undo, search, language, help.

import { CircleHelp, Redo2, Undo2 } from "lucide-react";
import type { ReactElement } from "react";
import { changeSettings } from "../../commands/change-settings.ts";
import { changeView } from "../../commands/change-view.ts";
import { stepHistory } from "../../commands/step-history.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { canRedo, canUndo } from "../../state/pack-steps.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { ProjectMenu, SavedMark } from "../project/project-menu.tsx";
import { OptionBar } from "./option-bar.tsx";
import { PackChooser } from "./pack-chooser.tsx";
import { SearchBox } from "./search-box.tsx";
import { WalkChooser } from "./walk-chooser.tsx";

export function TopBar(): ReactElement {
  const app = useApp();
  const text = useText();
  const edits = useAppState(({ history }) => history.past.length);
  const undoable = useAppState(canUndo);
  const redoable = useAppState(canRedo);
  const readOnly = useAppState(isReadOnly);
  const loaded = useAppState(({ analysis }) => analysis !== null);
  const language = useLanguage();
  return (
    <header className="top-bar">
      <h1 className="brand">
        <svg viewBox="0 0 32 32" width="20" height="20" aria-hidden="true">
          <circle cx="16" cy="16" r="12" fill="none" stroke="currentColor" strokeWidth="3" />
          <circle cx="16" cy="16" r="4.5" fill="currentColor" />
        </svg>
        {text.product}
      </h1>
      <ProjectMenu />
      <OptionBar />
      <span className="option-name">
        {edits > 0 && <em>{text.changes(edits)}</em>}
        <SavedMark />
      </span>
      <PackChooser />
      <WalkChooser />
      <span className="grow" />
      <IconButton label={text.undo} disabled={!undoable || readOnly} onClick={() => stepHistory(app, "undo")}>
        <Undo2 size={16} />
      </IconButton>
      <IconButton label={text.redo} disabled={!redoable || readOnly} onClick={() => stepHistory(app, "redo")}>
        <Redo2 size={16} />
      </IconButton>
      <SearchBox />
      <Button
        kind="plain"
        aria-keyshortcuts="P F5"
        disabled={!loaded}
        onClick={() => void import("../../commands/meeting/talk.ts").then(({ startTalk }) => startTalk(app))}
      >
        {text.talk}
      </Button>
      <Button
        kind="plain"
        aria-label={text.languageLabel}
        onClick={() => changeSettings(app, { language: language === "en" ? "zh-CN" : "en" })}
      >
        {text.language}
      </Button>
      <IconButton label={text.help} onClick={() => changeView(app, { helpOpen: true })}>
        <CircleHelp size={16} />
      </IconButton>
    </header>
  );
}
