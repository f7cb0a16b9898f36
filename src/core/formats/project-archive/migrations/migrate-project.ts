// Brings a project of an older version to the present one, a version at a time. A migration is a pure function
// of the decoded tree; it never looks at the program's present types, so it goes on working when they change.

import { PROJECT_VERSION } from "../saved-project.ts";
import { collectionsOfPlan } from "./collections-of-plan.ts";
import { optionsFromEdits } from "./options-from-edits.ts";
import type { ProjectTree } from "./project-tree.ts";

/** MIGRATIONS[v - 1] leads from version v to v + 1. */
export const MIGRATIONS: readonly ((tree: ProjectTree) => ProjectTree)[] = [
  optionsFromEdits,
  collectionsOfPlan,
];

/** `version` is between 1 and PROJECT_VERSION. */
export function migrateProject(tree: ProjectTree, version: number): ProjectTree {
  if (MIGRATIONS.length !== PROJECT_VERSION - 1) {
    throw new Error(
      `version ${PROJECT_VERSION} needs ${PROJECT_VERSION - 1} migrations, there are ${MIGRATIONS.length}`,
    );
  }
  return MIGRATIONS.slice(version - 1).reduce((older, migrate) => migrate(older), tree);
}
