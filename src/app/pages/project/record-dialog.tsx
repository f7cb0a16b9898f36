// The change record: who did what, when and why, newest first; a way back to every state in it.

import { type ReactElement, useMemo } from "react";
import type { ChangeEntry } from "../../../core/model/index.ts";
import { changeKeeping } from "../../commands/change-keeping.ts";
import { annotateEdit, goBackTo } from "../../commands/change-record.ts";
import { changeSettings } from "../../commands/change-settings.ts";
import { useProjectText } from "../../i18n/use-project-text.ts";
import { useText } from "../../i18n/use-text.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { EntryField } from "../../ui/entry-field.tsx";
import { Modal } from "../../ui/modal.tsx";
import { formatMoment } from "../../ui/moment.ts";
import { describeEdit, gridNamesOf } from "./describe-edit.ts";

export function RecordDialog(): ReactElement {
  const app = useApp();
  const text = useText();
  const words = useProjectText();
  const { past, future } = useAppState(({ history }) => history);
  const author = useAppState(({ settings }) => settings.author);
  const readOnly = useAppState(isReadOnly);
  return (
    <Modal
      title={words.record}
      closeLabel={text.close}
      className="project-dialog"
      onClose={() => changeKeeping(app, { dialog: null })}
    >
      <div className="record-author">
        <EntryField
          label={words.who}
          value={author}
          onEnter={(typed) => {
            changeSettings(app, { author: typed });
            return null;
          }}
        />
        <p className="quiet note">{words.whoHint}</p>
      </div>
      {past.length + future.length === 0 ? (
        <p className="quiet">{words.noRecord}</p>
      ) : (
        <ol className="record-list">
          {future.map(({ entry, revision }) => (
            <li key={revision} className="record-row" data-undone>
              <EditHead entry={entry} />
              <span className="quiet note">{words.undone}</span>
            </li>
          ))}
          {past
            .map(({ entry, revision }, index) => (
              <li key={revision} className="record-row">
                <EditHead entry={entry} />
                {index === past.length - 1 ? (
                  <span className="quiet note">{words.now}</span>
                ) : (
                  <Button kind="plain" disabled={readOnly} onClick={() => goBackTo(app, index + 1)}>
                    {words.goBack}
                  </Button>
                )}
                <NoteField entry={entry} at={index} />
              </li>
            ))
            .reverse()}
          <li className="record-row">
            <p className="quiet">{words.start}</p>
            {past.length > 0 && (
              <Button kind="plain" disabled={readOnly} onClick={() => goBackTo(app, 0)}>
                {words.goBack}
              </Button>
            )}
          </li>
        </ol>
      )}
    </Modal>
  );
}

function EditHead({ entry }: { readonly entry: ChangeEntry }): ReactElement {
  const text = useText();
  const { past, future } = useAppState(({ history }) => history);
  const names = useMemo(
    () => gridNamesOf([...past, ...future.toReversed()].map((step) => step.entry)),
    [past, future],
  );
  const words = useProjectText();
  return (
    <p>
      {describeEdit(entry, words, text.unknown, names)}
      <small className="quiet">
        {formatMoment(entry.time)} · {entry.by ?? words.nobody}
      </small>
    </p>
  );
}

function NoteField({ entry, at }: { readonly entry: ChangeEntry; readonly at: number }): ReactElement {
  const app = useApp();
  const words = useProjectText();
  return (
    <input
      key={entry.note}
      className="field note-field"
      aria-label={words.note}
      placeholder={words.noteHint}
      defaultValue={entry.note}
      onBlur={({ target }) => annotateEdit(app, at, target.value.trim())}
      onKeyDown={({ key, currentTarget }) => {
        if (key === "Enter") currentTarget.blur();
      }}
    />
  );
}
