// A colleague's edits beside one's own: those that apply, each with a tick; what both decided differently, side by
// side. What is taken comes in as one act.

import { type ReactElement, useMemo, useState } from "react";
import type { SavedProject } from "../../../core/formats/index.ts";
import {
  COLLECTION_NAMES,
  changedId,
  changesOf,
  type MergeConflict,
  type MergeItem,
  type MergeSide,
} from "../../../core/model/index.ts";
import { conflictSentence } from "../../../messages/merge.ts";
import { changeKeeping } from "../../commands/change-keeping.ts";
import { mergeEdits, offerMerge } from "../../commands/merge-edits.ts";
import { adoptProject } from "../../commands/open-project-file.ts";
import { useProjectText } from "../../i18n/use-project-text.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { CheckField } from "../../ui/check-field.tsx";
import { formatCount } from "../../ui/format.ts";
import { Modal } from "../../ui/modal.tsx";
import { formatMoment } from "../../ui/moment.ts";
import { describeEdit } from "./describe-edit.ts";

export function MergeDialog(): ReactElement | null {
  const offered = useAppState(({ keeping }) => keeping.offered);
  return offered === null ? null : <MergeOffered theirs={offered} />;
}

function MergeOffered({ theirs }: { readonly theirs: SavedProject }): ReactElement {
  const app = useApp();
  const text = useText();
  const words = useProjectText();
  const readOnly = useAppState(isReadOnly);
  const history = useAppState((state) => state.history);
  const [choices, setChoices] = useState<readonly MergeSide[]>([]);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { items, conflicts, common } = useMemo(
    () => offerMerge(history, theirs, choices),
    [history, theirs, choices],
  );
  const taken = items.filter((item) => !left.has(keyOf(item)));
  const leave = (): void => changeKeeping(app, { dialog: null, offered: null });
  const toggle = (item: MergeItem, take: boolean): void => {
    const next = new Set(left);
    if (take) next.delete(keyOf(item));
    else next.add(keyOf(item));
    setLeft(next);
  };
  return (
    <Modal title={words.mergeTitle} closeLabel={text.close} className="project-dialog" onClose={leave}>
      <p className="quiet">
        {words.mergeIntro(theirs.name)} {common > 0 && words.sameGround(formatCount(common))}
      </p>
      <h3>{words.mergeItems}</h3>
      {items.length === 0 && <p className="quiet">{words.mergeNone}</p>}
      <ul className="record-list">
        {items.map((item) => (
          <li key={keyOf(item)}>
            <CheckField
              label={describeEdit({ patch: item.patch, figures: {} }, words, text.unknown)}
              hint={[formatMoment(item.source.time), item.source.by ?? words.nobody, item.source.note]
                .filter((part) => part !== "")
                .join(" · ")}
              checked={!left.has(keyOf(item))}
              onChange={(take) => toggle(item, take)}
            />
          </li>
        ))}
      </ul>
      {conflicts.length > 0 && (
        <>
          <h3>{words.mergeConflicts}</h3>
          <p className="quiet note">{words.mergeConflictsNote}</p>
          {conflicts.map((conflict, index) => (
            <ConflictChoice
              key={conflictKey(conflict)}
              conflict={conflict}
              choice={choices[index] ?? "mine"}
              onChoose={(side) =>
                setChoices(conflicts.map((_, i) => (i === index ? side : (choices[i] ?? "mine"))))
              }
            />
          ))}
        </>
      )}
      <div className="button-row dialog-foot">
        <Button
          kind="primary"
          disabled={readOnly || taken.length === 0}
          onClick={() => {
            mergeEdits(app, taken);
            leave();
          }}
        >
          {words.merge(formatCount(taken.length))}
        </Button>
        <Button
          onClick={() => {
            leave();
            void adoptProject(app, theirs);
          }}
        >
          {words.openInstead}
        </Button>
        <Button kind="plain" onClick={leave}>
          {text.cancel}
        </Button>
      </div>
    </Modal>
  );
}

const keyOf = ({ patch, label, source }: MergeItem): string =>
  [...COLLECTION_NAMES.flatMap((name) => changesOf(patch, name).map(changedId)), label, source.time].join(
    " ",
  );

const conflictKey = (conflict: MergeConflict): string =>
  conflict.kind === "assigned"
    ? `${conflict.level} ${conflict.rows[0]} assigned`
    : `${conflict.collection} ${conflict.id} ${conflict.kind}`;

interface ConflictChoiceProps {
  readonly conflict: MergeConflict;
  readonly choice: MergeSide;
  readonly onChoose: (side: MergeSide) => void;
}

function ConflictChoice({ conflict, choice, onChoose }: ConflictChoiceProps): ReactElement {
  const text = useText();
  const words = useProjectText();
  const language = useLanguage();
  const sides = [
    { side: "mine", entries: conflict.mineEntries },
    { side: "theirs", entries: conflict.theirsEntries },
  ] as const;
  return (
    <fieldset className="conflict">
      <legend>{conflictSentence(conflict, language)}</legend>
      {sides.map(({ side, entries }) => {
        const last = entries.at(-1);
        return (
          <label key={side} data-chosen={side === choice || undefined}>
            <input
              type="radio"
              name={conflictKey(conflict)}
              checked={side === choice}
              onChange={() => onChoose(side)}
            />
            <strong>{words[side]}</strong>
            {entries.map((entry) => (
              <span key={entry.time}>{describeEdit(entry, words, text.unknown)}</span>
            ))}
            {last !== undefined && (
              <small className="quiet">
                {formatMoment(last.time)} · {last.by ?? words.nobody}
                {last.note === "" ? "" : ` · ${last.note}`}
              </small>
            )}
          </label>
        );
      })}
    </fieldset>
  );
}
