// The edits a plan knows, by code. What each one does stands in EDITS.

export const EDIT_CODES = [
  "center.move",
  "center.add",
  "center.resize",
  "center.rename",
  "center.remove",
  "grids.adopt",
  "grid.add",
  "grid.assign",
  "grid.merge",
  "grid.split",
  "grid.remove",
  "grid.rename",
  "grid.recode",
  "grid.lock",
  "grid.setKind",
  "grid.setPosts",
  "grid.note",
  "link.add",
  "link.change",
  "link.remove",
  "candidate.add",
  "candidate.change",
  "candidate.remove",
] as const;
export type EditCode = (typeof EDIT_CODES)[number];
