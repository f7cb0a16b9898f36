// What the user has to know about how the work is kept, above the map: another tab edits, something could not be
// stored, a file was refused, what was recovered. One strip each, with what can be done about it.

import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { failureSentence } from "../../../messages/failures.ts";
import { issueSentence } from "../../../messages/issues.ts";
import { changeKeeping } from "../../commands/change-keeping.ts";
import { loadKeeper } from "../../commands/load-keeper.ts";
import { saveProject } from "../../commands/save-project.ts";
import { takeOverTab } from "../../commands/take-over-tab.ts";
import type { ProjectWords } from "../../i18n/project-words.ts";
import { useProjectText } from "../../i18n/use-project-text.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import type { KeepingNews } from "../../state/keeping.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { formatCount } from "../../ui/format.ts";
import { formatMoment } from "../../ui/moment.ts";
import { describeEdit } from "./describe-edit.ts";
import "./project.css";

export function KeepingStrip(): ReactElement {
  const app = useApp();
  const text = useText();
  const words = useProjectText();
  const language = useLanguage();
  const { role, takenOver, failure, refused, news } = useAppState(({ keeping }) => keeping);
  return (
    <>
      {role === "reader" && failure === null && (
        <Strip
          tone="calm"
          actions={
            <Button kind="primary" onClick={() => void takeOverTab(app)}>
              {words.takeOver}
            </Button>
          }
        >
          {takenOver ? words.takenOver : words.elsewhere}
        </Strip>
      )}
      {failure !== null && (
        <Strip
          tone="alarm"
          actions={
            <>
              <Button onClick={() => void loadKeeper(app).then((keeper) => keeper.retry())}>
                {words.retry}
              </Button>
              <Button kind="primary" onClick={() => void saveProject(app)}>
                {words.save}
              </Button>
            </>
          }
        >
          {failureSentence(failure.code, failure.details, language)}
        </Strip>
      )}
      {refused !== null && (
        <Strip tone="alarm" onClose={() => changeKeeping(app, { refused: null })}>
          {issueSentence(refused, language)}
        </Strip>
      )}
      {news !== null && (
        <Strip
          tone={news.kind === "recovered" ? "calm" : "alarm"}
          onClose={() => changeKeeping(app, { news: null })}
        >
          {newsSentence(news, words, text.unknown)}
        </Strip>
      )}
    </>
  );
}

interface StripProps {
  readonly tone: "calm" | "alarm";
  readonly actions?: ReactNode;
  readonly onClose?: () => void;
  readonly children: string;
}

function Strip({ tone, actions, onClose, children }: StripProps): ReactElement {
  const text = useText();
  return (
    <div className="strip" data-tone={tone} role={tone === "alarm" ? "alert" : "status"}>
      <p>{children}</p>
      {actions}
      {onClose !== undefined && (
        <IconButton label={text.close} onClick={onClose}>
          <X size={16} />
        </IconButton>
      )}
    </div>
  );
}

/** Edits named of those that were left; the record in the snapshot names all. */
const NAMED = 3;

function newsSentence(news: KeepingNews, words: ProjectWords, unknown: string): string {
  if (news.kind === "recovered") {
    return words.recovered(formatCount(news.edits), formatMoment(news.changedAt));
  }
  if (news.kind === "lost") return words.lost(formatCount(news.missing + news.unfit.length));
  const named = news.entries.slice(0, NAMED).map((entry) => describeEdit(entry, words, unknown));
  return words.left(formatCount(news.entries.length), named.join(" · "));
}
