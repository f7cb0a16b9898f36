// Step 会议: the pack of the meeting in its order, edited where it stands; from here it is presented and printed.

import { FileDown, Presentation } from "lucide-react";
import { lazy, type ReactElement, Suspense, useEffect, useState } from "react";
import { editPlan } from "../../commands/edit-plan.ts";
import { randomId } from "../../commands/fresh-identity.ts";
import { followMeeting } from "../../commands/meeting/follow-meeting.ts";
import { startTalk } from "../../commands/meeting/talk.ts";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { meetingOf } from "../../state/meeting-of.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { DecisionSection, OpinionSection } from "./decision-section.tsx";
import { ListSection } from "./list-section.tsx";
import { MeetingForm } from "./meeting-form.tsx";
import { NotesSection } from "./notes-section.tsx";
import { RecordsApart } from "./records-apart.tsx";
import "./meeting.css";

const PrintDialog = lazy(async () => ({ default: (await import("./print-dialog.tsx")).PrintDialog }));

export function MeetingPanel(): ReactElement {
  const app = useApp();
  const text = useMeetingText();
  const meeting = useAppState(meetingOf);
  const readOnly = useAppState(isReadOnly);
  const loaded = useAppState(({ analysis }) => analysis !== null);
  const [printing, setPrinting] = useState(false);
  useEffect(() => followMeeting(app), [app]);
  const add = (): void => {
    editPlan(app, "meeting.add", { id: `meeting-${randomId()}`, name: text.newName });
  };
  return (
    <>
      <section className="stack">
        <div className="button-row">
          <Button kind="primary" disabled={!loaded} onClick={() => void startTalk(app)}>
            <Presentation size={14} aria-hidden="true" />
            {text.present}
          </Button>
          <Button disabled={!loaded} onClick={() => setPrinting(true)}>
            <FileDown size={14} aria-hidden="true" />
            {text.print}
          </Button>
        </div>
      </section>
      <RecordsApart />
      <fieldset className="meeting-pack" disabled={readOnly}>
        {meeting === null ? (
          <section className="stack">
            <h2>{text.none}</h2>
            <p className="quiet note">{text.noneHint}</p>
            <Button onClick={add}>{text.add}</Button>
          </section>
        ) : (
          <MeetingForm key={meeting.id} meeting={meeting} onNext={add} />
        )}
        <ListSection />
        {meeting !== null && (
          <>
            <OpinionSection meeting={meeting} />
            <DecisionSection meeting={meeting} field="decisions" />
            <DecisionSection meeting={meeting} field="followUp" />
            <NotesSection meeting={meeting} />
          </>
        )}
      </fieldset>
      <Suspense>{printing && <PrintDialog onClose={() => setPrinting(false)} />}</Suspense>
    </>
  );
}
