// Who meets, when, at which level, chaired by whom, and about what.

import type { ReactElement } from "react";
import { isRaised, MEETING_LEVELS, type MeetingPack } from "../../../core/model/index.ts";
import { editPlan } from "../../commands/edit-plan.ts";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import { useText } from "../../i18n/use-text.ts";
import { useApp } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { EntryField } from "../../ui/entry-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { LinesField } from "./lines-field.tsx";

interface MeetingFormProps {
  readonly meeting: MeetingPack;
  readonly onNext: () => void;
}

export function MeetingForm({ meeting, onNext }: MeetingFormProps): ReactElement {
  const change = useChangeMeeting(meeting);
  const { fields, levels, raised, addNext } = useMeetingText();
  const options = MEETING_LEVELS.map((value) => ({ value, label: levels[value] }));
  return (
    <section className="stack">
      <EntryField label={fields.name} value={meeting.name} onEnter={(name) => change({ name })} />
      <EntryField
        label={fields.date}
        value={meeting.date ?? ""}
        onEnter={(date) => change({ date: date || null })}
      />
      <div className="field-row">
        <span className="label">{fields.level}</span>
        <SelectField
          label={fields.level}
          value={meeting.level}
          options={options}
          onChange={(level) => change({ level })}
        />
      </div>
      <EntryField label={fields.chair} value={meeting.chair} onEnter={(chair) => change({ chair })} />
      <div className="field-row">
        <span className="label">{fields.chairLevel}</span>
        <span className="level-choice">
          <SelectField
            label={fields.chairLevel}
            value={meeting.chairLevel}
            options={options}
            onChange={(chairLevel) => change({ chairLevel })}
          />
          {isRaised(meeting) && <em className="raised">{raised}</em>}
        </span>
      </div>
      <LinesField label={fields.members} lines={meeting.members} onEnter={(members) => change({ members })} />
      <LinesField label={fields.agenda} lines={meeting.agenda} onEnter={(agenda) => change({ agenda })} />
      <div className="button-row">
        <Button onClick={onNext}>{addNext}</Button>
      </div>
    </section>
  );
}

/** Changes fields of a meeting; null when made, else why not, in words. */
export function useChangeMeeting({
  id,
}: Pick<MeetingPack, "id">): (change: Partial<Omit<MeetingPack, "id">>) => string | null {
  const app = useApp();
  const { refusals } = useText().inspector;
  return (change) => {
    const refused = editPlan(app, "meeting.change", { id, ...change });
    return refused === null || refused === "nothingChanged" ? null : refusals[refused];
  };
}
