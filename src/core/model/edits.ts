// The table of edits a plan knows: code, input and the function that makes the patch.

import { type AddCenter, addCenter } from "./add-center.ts";
import { type AddGrid, addGrid } from "./add-grid.ts";
import { type AdoptGrids, adoptGrids } from "./adopt-grids.ts";
import { type AssignGrid, assignGrid } from "./assign-grid.ts";
import type { DrawnBorder } from "./drawn-border.ts";
import type { DrawnLink } from "./drawn-link.ts";
import {
  addBorder,
  type ChangeBorder,
  changeBorder,
  type RemoveBorder,
  removeBorder,
} from "./edit-border.ts";
import {
  type AddCandidate,
  addCandidate,
  type ChangeCandidate,
  changeCandidate,
  type RemoveCandidate,
  removeCandidate,
} from "./edit-candidate.ts";
import type { EditCode } from "./edit-codes.ts";
import { addLink, type ChangeLink, changeLink, type RemoveLink, removeLink } from "./edit-link.ts";
import {
  type AddMeeting,
  addMeeting,
  type ChangeMeeting,
  changeMeeting,
  type RemoveMeeting,
  removeMeeting,
} from "./edit-meeting.ts";
import { type LockGrids, lockGrids } from "./lock-grids.ts";
import { type MergeGrids, mergeGrids } from "./merge-grids.ts";
import { type MoveCenter, moveCenter } from "./move-center.ts";
import { type NoteGrid, noteGrid } from "./note-grid.ts";
import type { Patch } from "./patch.ts";
import type { PlanState } from "./plan-state.ts";
import {
  type PutMatters,
  type PutRows,
  putMatters,
  putRows,
  type RemoveIds,
  removeMatters,
  removeRows,
} from "./put-records.ts";
import { type RecodeGrids, recodeGrids } from "./recode-grids.ts";
import type { Refusal } from "./refusal.ts";
import { type RemoveCenter, removeCenter } from "./remove-center.ts";
import { type RemoveGrid, removeGrid } from "./remove-grid.ts";
import { type RenameCenter, renameCenter } from "./rename-center.ts";
import { type RenameGrid, renameGrid } from "./rename-grid.ts";
import { type ResizeCenter, resizeCenter } from "./resize-center.ts";
import { type SetGridKind, setGridKind } from "./set-grid-kind.ts";
import { type SetGridPosts, setGridPosts } from "./set-grid-posts.ts";
import { type SplitGrid, splitGrid } from "./split-grid.ts";

export interface EditInputs {
  "center.move": MoveCenter;
  "center.add": AddCenter;
  "center.resize": ResizeCenter;
  "center.rename": RenameCenter;
  "center.remove": RemoveCenter;
  "grids.adopt": AdoptGrids;
  "grid.add": AddGrid;
  "grid.assign": AssignGrid;
  "grid.merge": MergeGrids;
  "grid.split": SplitGrid;
  "grid.remove": RemoveGrid;
  "grid.rename": RenameGrid;
  "grid.recode": RecodeGrids;
  "grid.lock": LockGrids;
  "grid.setKind": SetGridKind;
  "grid.setPosts": SetGridPosts;
  "grid.note": NoteGrid;
  "link.add": DrawnLink;
  "link.change": ChangeLink;
  "link.remove": RemoveLink;
  "border.add": DrawnBorder;
  "border.change": ChangeBorder;
  "border.remove": RemoveBorder;
  "candidate.add": AddCandidate;
  "candidate.change": ChangeCandidate;
  "candidate.remove": RemoveCandidate;
  "register.add": PutRows;
  "register.change": PutRows;
  "register.remove": RemoveIds;
  "matter.add": PutMatters;
  "matter.change": PutMatters;
  "matter.remove": RemoveIds;
  "meeting.add": AddMeeting;
  "meeting.change": ChangeMeeting;
  "meeting.remove": RemoveMeeting;
}

type EditTable = {
  readonly [C in EditCode]: (plan: PlanState, input: EditInputs[C]) => Patch | Refusal;
};

export const EDITS: EditTable = {
  "center.move": moveCenter,
  "center.add": addCenter,
  "center.resize": resizeCenter,
  "center.rename": renameCenter,
  "center.remove": removeCenter,
  "grids.adopt": adoptGrids,
  "grid.add": addGrid,
  "grid.assign": assignGrid,
  "grid.merge": mergeGrids,
  "grid.split": splitGrid,
  "grid.remove": removeGrid,
  "grid.rename": renameGrid,
  "grid.recode": recodeGrids,
  "grid.lock": lockGrids,
  "grid.setKind": setGridKind,
  "grid.setPosts": setGridPosts,
  "grid.note": noteGrid,
  "link.add": addLink,
  "link.change": changeLink,
  "link.remove": removeLink,
  "border.add": addBorder,
  "border.change": changeBorder,
  "border.remove": removeBorder,
  "candidate.add": addCandidate,
  "candidate.change": changeCandidate,
  "candidate.remove": removeCandidate,
  "register.add": putRows,
  "register.change": putRows,
  "register.remove": removeRows,
  "matter.add": putMatters,
  "matter.change": putMatters,
  "matter.remove": removeMatters,
  "meeting.add": addMeeting,
  "meeting.change": changeMeeting,
  "meeting.remove": removeMeeting,
};
