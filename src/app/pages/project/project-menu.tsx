// The project's name in the top bar, with the menu under it and how well the work is kept beside it. What the menu
// holds loads when it is first opened.

import { ChevronDown } from "lucide-react";
import { lazy, type ReactElement, Suspense, useState } from "react";
import { useText } from "../../i18n/use-text.ts";
import { baselineOf } from "../../state/plan-selectors.ts";
import { useAppState } from "../../state/use-app.ts";
import { formatMoment } from "../../ui/moment.ts";
import { Popover } from "../../ui/popover.tsx";

const ProjectCard = lazy(async () => ({ default: (await import("./project-card.tsx")).ProjectCard }));

export function ProjectMenu(): ReactElement {
  const text = useText();
  const [open, setOpen] = useState(false);
  const name = useAppState((state) => state.keeping.identity?.name ?? baselineOf(state)?.name ?? "");
  return (
    <Popover
      label={text.keeping.menu}
      onToggle={setOpen}
      trigger={
        <>
          <span className="visually-hidden">{text.keeping.menu}</span>
          <span className="project-name" title={name}>
            {name === "" ? text.keeping.menu : name}
          </span>
          <ChevronDown size={14} aria-hidden="true" />
        </>
      }
    >
      <Suspense>{open && <ProjectCard />}</Suspense>
    </Popover>
  );
}

export function SavedMark(): ReactElement | null {
  const { keeping: words } = useText();
  const { state, savedAt, role } = useAppState(({ keeping }) => keeping);
  if (role === "reader") {
    return (
      <span className="saved-mark" data-state="reading">
        {words.readOnly}
      </span>
    );
  }
  if (state === "unsaved") {
    return (
      <span className="saved-mark" data-state="unsaved" role="status">
        {words.unsaved}
      </span>
    );
  }
  if (savedAt === null) return null;
  return (
    <span className="saved-mark" data-state={state}>
      {words.saved(formatMoment(savedAt))}
    </span>
  );
}
