// What can be done with the project as a whole, and the projects worked on before.

import { Camera, FilePlus2, FolderOpen, History, Save } from "lucide-react";
import type { MouseEvent, ReactElement, ReactNode } from "react";
import { PROJECT_EXTENSION } from "../../../core/formats/index.ts";
import { changeKeeping } from "../../commands/change-keeping.ts";
import { loadKeeper } from "../../commands/load-keeper.ts";
import { openProjectFile } from "../../commands/open-project-file.ts";
import { saveProject } from "../../commands/save-project.ts";
import { startAnew } from "../../commands/start-anew.ts";
import { useProjectText } from "../../i18n/use-project-text.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { chooseFile } from "../../ui/choose-file.ts";
import { EntryField } from "../../ui/entry-field.tsx";
import { formatCount } from "../../ui/format.ts";
import { formatMoment } from "../../ui/moment.ts";
import { RecentList } from "./recent-list.tsx";
import "./project.css";

export function ProjectCard(): ReactElement {
  const app = useApp();
  const words = useProjectText();
  const { identity, role } = useAppState(({ keeping }) => keeping);
  const open = useAppState(({ project }) => project !== null);
  const edits = useAppState(({ history }) => history.past.length);
  return (
    <div className="project-card">
      {identity !== null && role === "writer" && (
        <EntryField
          label={words.name}
          value={identity.name}
          onEnter={(name) => {
            if (name !== "") void loadKeeper(app).then((keeper) => keeper.rename(name));
            return null;
          }}
        />
      )}
      <KeptLine />
      <ul className="menu-list">
        <MenuItem icon={<FilePlus2 size={15} />} onChoose={() => void startAnew(app)}>
          {words.fresh}
        </MenuItem>
        <MenuItem
          icon={<FolderOpen size={15} />}
          onChoose={() => chooseFile(PROJECT_EXTENSION, (file) => void openProjectFile(app, file))}
        >
          {words.open}
        </MenuItem>
        {open && (
          <MenuItem icon={<Save size={15} />} onChoose={() => void saveProject(app)}>
            {words.save}
          </MenuItem>
        )}
        {open && (
          <MenuItem
            icon={<History size={15} />}
            onChoose={() => changeKeeping(app, { dialog: "record" })}
            aside={edits === 0 ? null : formatCount(edits)}
          >
            {words.record}
          </MenuItem>
        )}
        {identity !== null && (
          <MenuItem icon={<Camera size={15} />} onChoose={() => changeKeeping(app, { dialog: "snapshots" })}>
            {words.snapshots}
          </MenuItem>
        )}
      </ul>
      <RecentList />
    </div>
  );
}

/** How well the work is kept, in one line. */
function KeptLine(): ReactElement {
  const words = useProjectText();
  const { state, savedAt, role } = useAppState(({ keeping }) => keeping);
  if (role === "reader") return <p className="quiet note">{words.reading}</p>;
  if (state === "unsaved") return <p className="refusal">{words.unsaved}</p>;
  return <p className="quiet note">{savedAt === null ? words.notKept : words.kept(formatMoment(savedAt))}</p>;
}

interface MenuItemProps {
  readonly icon: ReactNode;
  readonly onChoose: () => void;
  readonly aside?: string | null;
  readonly children: string;
}

function MenuItem({ icon, onChoose, aside = null, children }: MenuItemProps): ReactElement {
  const choose = (event: MouseEvent<HTMLElement>): void => {
    event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
    onChoose();
  };
  return (
    <li>
      <button type="button" className="menu-item" onClick={choose}>
        {icon}
        <span>{children}</span>
        {aside !== null && <span className="quiet">{aside}</span>}
      </button>
    </li>
  );
}
