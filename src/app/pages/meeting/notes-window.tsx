// The speaker's own window: notes of the step that is shown, what comes next, how long it has taken. It is drawn from
// here into an empty page of the same origin, so nothing is fetched, and it steps by the same keys.

import { type CSSProperties, type ReactElement, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { slidesOf, talkedMeeting } from "../../commands/meeting/slides-of.ts";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import type { Talk } from "../../state/talk.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { talkKey } from "./use-talk-keys.ts";

interface NotesWindowProps {
  readonly target: Window;
  readonly talk: Talk;
  readonly onKey: () => void;
  readonly onClose: () => void;
}

export function NotesWindow({ target, talk, onKey, onClose }: NotesWindowProps): ReactElement {
  const app = useApp();
  const text = useMeetingText();
  const meeting = useAppState(talkedMeeting);
  const state = useAppState((all) => all);
  const slides = slidesOf(state);
  const at = slides.indexOf(talk.slide);
  const next = slides[at + 1];
  const note = meeting?.notes[talk.slide] ?? "";
  const minutes = useMinutes();
  const { talk: words } = text;
  useEffect(() => {
    target.document.title = words.notesTitle;
    Object.assign(target.document.body.style, PAGE);
  }, [target, words.notesTitle]);
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => talkKey(app, event, onKey);
    target.addEventListener("keydown", hear);
    target.addEventListener("pagehide", onClose);
    return () => {
      target.removeEventListener("keydown", hear);
      target.removeEventListener("pagehide", onClose);
    };
  }, [app, target, onKey, onClose]);
  useEffect(() => () => target.close(), [target]);
  return createPortal(
    <main>
      <p style={QUIET}>
        {words.now} {words.page(String(at + 1), String(slides.length))} · {words.elapsed} {minutes}
      </p>
      <h1 style={TITLE}>{text.slides[talk.slide]}</h1>
      <div style={NOTE}>{note === "" ? <span style={QUIET}>{words.noNotes}</span> : note}</div>
      <p style={QUIET}>{next === undefined ? words.last : words.following(text.slides[next])}</p>
    </main>,
    target.document.body,
  );
}

/** "12:05" since the window opened. */
function useMinutes(): string {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const began = performance.now();
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - began) / 1000)), 1000);
    return () => clearInterval(timer);
  }, []);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

const PAGE = {
  margin: "0",
  padding: "32px 40px",
  background: "#1f2328",
  color: "#faf9f6",
  font: '22px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif',
} as const;
const QUIET: CSSProperties = { color: "#b9b5ae", fontVariantNumeric: "tabular-nums" };
const TITLE: CSSProperties = { margin: "0 0 16px", fontSize: 36, lineHeight: 1.3 };
const NOTE: CSSProperties = { minHeight: 240, whiteSpace: "pre-wrap", fontSize: 28 };
