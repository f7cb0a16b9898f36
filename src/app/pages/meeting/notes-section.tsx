// What the speaker has before him at each step of the presentation.

import type { ReactElement } from "react";
import type { MeetingPack } from "../../../core/model/index.ts";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import { SLIDES } from "../../state/talk.ts";
import { LinesField } from "./lines-field.tsx";
import { useChangeMeeting } from "./meeting-form.tsx";

export function NotesSection({ meeting }: { readonly meeting: MeetingPack }): ReactElement {
  const change = useChangeMeeting(meeting);
  const { sections, slides, notesHint } = useMeetingText();
  return (
    <section aria-label={sections.notes}>
      <details>
        <summary>{sections.notes}</summary>
        <div className="stack notes-fields">
          <p className="quiet note">{notesHint}</p>
          {SLIDES.map((slide) => (
            <LinesField
              key={slide}
              label={slides[slide]}
              lines={meeting.notes[slide]?.split("\n") ?? []}
              onEnter={(lines) => change({ notes: { ...meeting.notes, [slide]: lines.join("\n") } })}
            />
          ))}
        </div>
      </details>
    </section>
  );
}
