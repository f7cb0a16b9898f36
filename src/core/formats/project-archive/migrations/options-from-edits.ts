// 1 → 2. Version 1 knew one plan and kept its change record as `edits`; version 2 has options, of which that
// plan is the first. Its name is left blank: the screen names an unnamed option in the user's language.

import type { ProjectTree } from "./project-tree.ts";

export function optionsFromEdits({ edits, ...rest }: ProjectTree): ProjectTree {
  return { ...rest, options: [{ id: "A", name: "", edits: edits ?? [] }], currentOption: "A" };
}
