// Why the mapping of the open files cannot be changed here: another tab edits the project, or it came as a project
// file, without the files it was made from.

import type { AppState } from "./app-state.ts";
import { isReadOnly } from "./keeping.ts";

export type MappingLock = "readOnly" | "noFiles";

/** null = it can be changed. */
export function mappingLock({ project, keeping }: Pick<AppState, "project" | "keeping">): MappingLock | null {
  if (isReadOnly({ keeping })) return "readOnly";
  return project !== null && project.files.length === 0 ? "noFiles" : null;
}
