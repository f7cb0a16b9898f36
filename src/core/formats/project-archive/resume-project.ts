// From a decoded project of any known version, out of a file or a database, to a sound one of the present.

import { checkProject, type ProjectFault } from "./check-project.ts";
import { migrateProject } from "./migrations/migrate-project.ts";
import type { ProjectTree } from "./migrations/project-tree.ts";
import type { SavedProject } from "./saved-project.ts";

export type { ProjectFault };

/** `version` is between 1 and PROJECT_VERSION. */
export const resumeProject = (tree: ProjectTree, version: number): SavedProject | ProjectFault =>
  checkProject(migrateProject(tree, version));
