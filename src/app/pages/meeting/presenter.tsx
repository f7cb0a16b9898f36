// The presentation: the map large at the left, one thing said at the right in type that is read across a room; black,
// notes and leaving at hand. Only sums and communities are shown, never a single household's home.

import { ChevronLeft, ChevronRight, MonitorOff, NotebookText, X } from "lucide-react";
import { type ReactElement, useCallback, useRef, useState } from "react";
import { slideAfter, slidesOf } from "../../commands/meeting/slides-of.ts";
import { changeTalk, leaveTalk, turn } from "../../commands/meeting/talk.ts";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import { isStale } from "../../state/result-keys.ts";
import type { Talk } from "../../state/talk.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { CommunityPage } from "./community-page.tsx";
import { NotesWindow } from "./notes-window.tsx";
import "./presenter.css";
import { SlideBody } from "./slide-body.tsx";
import { SwipeMap } from "./swipe-map.tsx";
import { useTalkKeys } from "./use-talk-keys.ts";

/** Milliseconds within which a window that opens may end the full screen. */
const OPENING = 1500;

export function Presenter(): ReactElement | null {
  const app = useApp();
  const text = useMeetingText();
  const talk = useAppState((state) => state.talk);
  const stale = useAppState(isStale);
  const place = useAppState(({ view }) => (view.selection?.kind === "community" ? view.selection.id : null));
  const [notes, setNotes] = useState<Window | null>(null);
  const [blocked, setBlocked] = useState(false);
  const opened = useRef(Number.NEGATIVE_INFINITY);
  const toggleNotes = useCallback(() => {
    if (notes !== null) return setNotes(null);
    opened.current = performance.now();
    const made = window.open("", "quandian-notes", "popup,width=960,height=640");
    setBlocked(made === null);
    setNotes(made);
  }, [notes]);
  const isOpening = useCallback(() => performance.now() - opened.current < OPENING, []);
  useTalkKeys(app, toggleNotes, isOpening);
  if (talk === null) return null;
  return (
    <>
      <aside className="talk" aria-label={text.talk.label} data-slide={talk.slide}>
        {stale && (
          <p className="talk-mark" role="status">
            {text.talk.stale}
          </p>
        )}
        {blocked && (
          <p className="talk-mark" role="alert">
            {text.talk.notesBlocked}
          </p>
        )}
        <div className="talk-body" data-stale={stale || undefined}>
          {place === null ? <SlideBody talk={talk} /> : <CommunityPage id={place} />}
        </div>
        <TalkBar talk={talk} onNotes={toggleNotes} />
      </aside>
      {talk.slide === "options" && place === null && <SwipeMap talk={talk} />}
      {talk.black && <div className="talk-black" onPointerDown={() => changeTalk(app, { black: false })} />}
      {notes !== null && (
        <NotesWindow target={notes} talk={talk} onKey={toggleNotes} onClose={() => setNotes(null)} />
      )}
    </>
  );
}

function TalkBar({ talk, onNotes }: { readonly talk: Talk; readonly onNotes: () => void }): ReactElement {
  const app = useApp();
  const { talk: words } = useMeetingText();
  const state = useAppState((all) => all);
  const slides = slidesOf(state);
  const at = slides.indexOf(talk.slide);
  const isEnd = (by: number): boolean => slideAfter(app, talk.slide, by) === talk.slide;
  return (
    <footer className="talk-bar">
      <TalkButton label={words.previous} disabled={isEnd(-1)} onClick={() => turn(app, -1)}>
        <ChevronLeft />
      </TalkButton>
      <span className="talk-count">{words.page(at < 0 ? "–" : String(at + 1), String(slides.length))}</span>
      <TalkButton label={words.next} disabled={isEnd(1)} onClick={() => turn(app, 1)}>
        <ChevronRight />
      </TalkButton>
      <span className="grow" />
      <TalkButton label={words.notes} onClick={onNotes}>
        <NotebookText />
      </TalkButton>
      <TalkButton label={words.black} onClick={() => changeTalk(app, { black: true })}>
        <MonitorOff />
      </TalkButton>
      <TalkButton label={words.leave} onClick={() => leaveTalk(app)}>
        <X />
      </TalkButton>
    </footer>
  );
}

interface TalkButtonProps {
  readonly label: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactElement;
}

const TalkButton = ({ label, disabled = false, onClick, children }: TalkButtonProps): ReactElement => (
  <button
    type="button"
    className="talk-button"
    aria-label={label}
    title={label}
    disabled={disabled}
    onClick={onClick}
  >
    {children}
  </button>
);
