// What subdistricts say, what is decided, and what became of the last decisions.

import { Plus, X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { DECISION_STATES, type MeetingDecision, type MeetingPack } from "../../../core/model/index.ts";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { EntryField } from "../../ui/entry-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { useChangeMeeting } from "./meeting-form.tsx";

export function OpinionSection({ meeting }: { readonly meeting: MeetingPack }): ReactElement {
  const change = useChangeMeeting(meeting);
  const { sections, opinion: words, remove } = useMeetingText();
  const { opinions } = meeting;
  return (
    <Entries
      title={sections.opinions}
      add={words.add}
      none={words.none}
      count={opinions.length}
      onAdd={() => change({ opinions: [...opinions, { from: "", text: "" }] })}
    >
      {opinions.map((opinion, at) => (
        <Entry
          key={keyOf(at)}
          removeLabel={`${remove} ${opinion.from}`}
          onRemove={() => change({ opinions: opinions.toSpliced(at, 1) })}
        >
          <EntryField
            label={words.from}
            value={opinion.from}
            onEnter={(from) => change({ opinions: opinions.with(at, { ...opinion, from }) })}
          />
          <EntryField
            label={words.text}
            value={opinion.text}
            onEnter={(text) => change({ opinions: opinions.with(at, { ...opinion, text }) })}
          />
        </Entry>
      ))}
    </Entries>
  );
}

interface DecisionSectionProps {
  readonly meeting: MeetingPack;
  readonly field: "decisions" | "followUp";
}

export function DecisionSection({ meeting, field }: DecisionSectionProps): ReactElement {
  const change = useChangeMeeting(meeting);
  const { sections, decision: words, decisionStates, remove } = useMeetingText();
  const decisions = meeting[field];
  const put = (at: number, decision: MeetingDecision): string | null =>
    change({ [field]: decisions.with(at, decision) });
  const empty: MeetingDecision = { text: "", owner: "", due: null, state: "decided" };
  return (
    <Entries
      title={sections[field]}
      add={words.add}
      none={field === "followUp" ? words.noFollowUp : words.none}
      count={decisions.length}
      onAdd={() => change({ [field]: [...decisions, empty] })}
    >
      {decisions.map((decision, at) => (
        <Entry
          key={keyOf(at)}
          removeLabel={`${remove} ${decision.text}`}
          onRemove={() => change({ [field]: decisions.toSpliced(at, 1) })}
        >
          <EntryField
            label={words.text}
            value={decision.text}
            onEnter={(text) => put(at, { ...decision, text })}
          />
          <EntryField
            label={words.owner}
            value={decision.owner}
            onEnter={(owner) => put(at, { ...decision, owner })}
          />
          <div className="pair">
            <EntryField
              label={words.due}
              value={decision.due ?? ""}
              onEnter={(due) => put(at, { ...decision, due: due || null })}
            />
            <div className="entry">
              <span className="quiet">{words.state}</span>
              <SelectField
                label={words.state}
                value={decision.state}
                options={DECISION_STATES.map((value) => ({ value, label: decisionStates[value] }))}
                onChange={(state) => put(at, { ...decision, state })}
              />
            </div>
          </div>
        </Entry>
      ))}
    </Entries>
  );
}

interface EntriesProps {
  readonly title: string;
  readonly add: string;
  readonly none: string;
  readonly count: number;
  readonly onAdd: () => void;
  readonly children: ReactNode;
}

const Entries = ({ title, add, none, count, onAdd, children }: EntriesProps): ReactElement => (
  <section className="stack" aria-label={title}>
    <h2>
      {title}
      <span className="quiet">{count > 0 && count}</span>
      <span className="grow" />
      <IconButton label={add} onClick={onAdd}>
        <Plus size={14} />
      </IconButton>
    </h2>
    {count === 0 ? <p className="quiet note">{none}</p> : <ol className="entries">{children}</ol>}
    {count === 0 && (
      <div className="button-row">
        <Button onClick={onAdd}>{add}</Button>
      </div>
    )}
  </section>
);

interface EntryProps {
  readonly removeLabel: string;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

const Entry = ({ removeLabel, onRemove, children }: EntryProps): ReactElement => (
  <li className="stack meeting-entry">
    {children}
    <IconButton label={removeLabel} onClick={onRemove}>
      <X size={14} />
    </IconButton>
  </li>
);

/** Entries have no identity but their place. */
const keyOf = (at: number): string => `entry-${at}`;
