// Named states of the project: take one, go back to one, name it anew, delete it.

import { Trash2 } from "lucide-react";
import { type ReactElement, useEffect, useState } from "react";
import type { SnapshotSummary } from "../../../adapters/stored-project.ts";
import { changeKeeping } from "../../commands/change-keeping.ts";
import {
  listSnapshots,
  removeSnapshot,
  renameSnapshot,
  restoreSnapshot,
  takeSnapshot,
} from "../../commands/snapshots.ts";
import { useProjectText } from "../../i18n/use-project-text.ts";
import { useText } from "../../i18n/use-text.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { EntryField } from "../../ui/entry-field.tsx";
import { formatCount } from "../../ui/format.ts";
import { Modal } from "../../ui/modal.tsx";
import { formatMoment } from "../../ui/moment.ts";
import { ConfirmButton } from "./confirm-button.tsx";

export function SnapshotsDialog(): ReactElement {
  const app = useApp();
  const text = useText();
  const words = useProjectText();
  const readOnly = useAppState(isReadOnly);
  const [snapshots, setSnapshots] = useState<readonly SnapshotSummary[]>([]);
  const list = (): Promise<void> => listSnapshots(app).then(setSnapshots, () => setSnapshots([]));
  const after = (done: Promise<boolean>): void => void done.then(list);
  useEffect(() => {
    void listSnapshots(app).then(setSnapshots, () => setSnapshots([]));
  }, [app]);
  return (
    <Modal
      title={words.snapshots}
      closeLabel={text.close}
      className="project-dialog"
      onClose={() => changeKeeping(app, { dialog: null })}
    >
      {!readOnly && <NewSnapshot onTake={(name) => after(takeSnapshot(app, name))} />}
      {snapshots.length === 0 && <p className="quiet">{words.noSnapshots}</p>}
      <ul className="record-list">
        {snapshots.map(({ key, name, time, edits }) => (
          <li key={key} className="snapshot-row">
            <EntryField
              label={`${formatMoment(time)} · ${words.edits(formatCount(edits))}`}
              value={name}
              onEnter={(typed) => {
                if (typed !== "") after(renameSnapshot(app, key, typed));
                return null;
              }}
            />
            <Button
              disabled={readOnly}
              onClick={() => void restoreSnapshot(app, key, words.beforeRestore(name))}
            >
              {words.restore}
            </Button>
            <ConfirmButton
              label={words.removeNamed(name)}
              sure={words.sure}
              onSure={() => after(removeSnapshot(app, key))}
            >
              <Trash2 size={14} />
            </ConfirmButton>
          </li>
        ))}
      </ul>
      {snapshots.length > 0 && <p className="quiet note">{words.restoreNote}</p>}
    </Modal>
  );
}

function NewSnapshot({ onTake }: { readonly onTake: (name: string) => void }): ReactElement {
  const words = useProjectText();
  const [name, setName] = useState("");
  return (
    <form
      className="take-snapshot"
      onSubmit={(event) => {
        event.preventDefault();
        onTake(name.trim() === "" ? words.snapshots : name.trim());
        setName("");
      }}
    >
      <input
        className="field"
        aria-label={words.snapshotName}
        placeholder={words.snapshotHint}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button kind="primary" type="submit">
        {words.takeSnapshot}
      </Button>
    </form>
  );
}
