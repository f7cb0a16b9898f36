// The dialogs about the project as a whole, one at a time.

import type { ComponentType, ReactElement } from "react";
import type { ProjectDialog } from "../../state/keeping.ts";
import { useAppState } from "../../state/use-app.ts";
import { MergeDialog } from "./merge-dialog.tsx";
import { RecordDialog } from "./record-dialog.tsx";
import { SnapshotsDialog } from "./snapshots-dialog.tsx";
import "./project.css";

const DIALOGS: Readonly<Record<ProjectDialog, ComponentType>> = {
  snapshots: SnapshotsDialog,
  record: RecordDialog,
  merge: MergeDialog,
};

export function ProjectDialogs(): ReactElement | null {
  const dialog = useAppState(({ keeping }) => keeping.dialog);
  if (dialog === null) return null;
  const Dialog = DIALOGS[dialog];
  return <Dialog />;
}
