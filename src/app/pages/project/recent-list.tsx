// Projects stored in this browser, last worked on first: opened by a click, deleted by two.

import { Trash2 } from "lucide-react";
import { type MouseEvent, type ReactElement, useEffect, useState } from "react";
import {
  listProjects,
  openRecent,
  type RecentProject,
  removeProject,
} from "../../commands/recent-projects.ts";
import type { ProjectWords } from "../../i18n/project-words.ts";
import { useProjectText } from "../../i18n/use-project-text.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { formatCount, formatPlain } from "../../ui/format.ts";
import { formatMoment } from "../../ui/moment.ts";
import { ConfirmButton } from "./confirm-button.tsx";

const BYTES_PER_MEGABYTE = 2 ** 20;

export function RecentList(): ReactElement {
  const app = useApp();
  const words = useProjectText();
  const here = useAppState(({ keeping }) => keeping.identity?.id ?? null);
  const [projects, setProjects] = useState<readonly RecentProject[] | null>(null);
  useEffect(() => {
    let wanted = true;
    listProjects(app).then(
      (list) => wanted && setProjects(list),
      () => wanted && setProjects([]),
    );
    return () => {
      wanted = false;
    };
  }, [app]);
  const remove = async (id: string): Promise<void> => {
    await removeProject(app, id);
    setProjects(await listProjects(app));
  };
  const open = (event: MouseEvent<HTMLElement>, id: string): void => {
    event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
    if (id !== here) void openRecent(app, id);
  };
  return (
    <section className="recent" aria-label={words.recent}>
      <h2>{words.recent}</h2>
      {projects?.length === 0 && <p className="quiet note">{words.noRecent}</p>}
      <ul>
        {projects?.map((project) => (
          <li key={project.id} className="recent-row">
            <button type="button" className="menu-item" onClick={(event) => open(event, project.id)}>
              <span>
                {project.name}
                <small>
                  {project.id === here ? words.here : formatMoment(project.changedAt)}
                  {sizeWords(project, words)}
                </small>
              </span>
            </button>
            <ConfirmButton
              label={words.removeNamed(project.name)}
              sure={words.sure}
              onSure={() => void remove(project.id)}
            >
              <Trash2 size={14} />
            </ConfirmButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

const sizeWords = ({ residences, bytes }: RecentProject, words: ProjectWords): string =>
  [
    residences === null ? null : words.residences(formatCount(residences)),
    bytes === null ? null : words.megabytes(formatPlain(Math.max(0.1, bytes / BYTES_PER_MEGABYTE))),
  ]
    .filter((part) => part !== null)
    .map((part) => ` · ${part}`)
    .join("");
