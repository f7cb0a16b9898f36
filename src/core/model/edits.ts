// The table of edits a plan knows: code, input and the function that makes the patch.

import { type AddCenter, addCenter } from "./add-center.ts";
import type { ServiceCenter } from "./layers.ts";
import { type MoveCenter, moveCenter } from "./move-center.ts";
import type { Patch } from "./patch.ts";
import type { Refusal } from "./refusal.ts";
import { type RemoveCenter, removeCenter } from "./remove-center.ts";
import { type RenameCenter, renameCenter } from "./rename-center.ts";
import { type ResizeCenter, resizeCenter } from "./resize-center.ts";

export interface EditInputs {
  "center.move": MoveCenter;
  "center.add": AddCenter;
  "center.resize": ResizeCenter;
  "center.rename": RenameCenter;
  "center.remove": RemoveCenter;
}
export type EditCode = keyof EditInputs;

type EditTable = {
  readonly [C in EditCode]: (centers: readonly ServiceCenter[], input: EditInputs[C]) => Patch | Refusal;
};

export const EDITS: EditTable = {
  "center.move": moveCenter,
  "center.add": addCenter,
  "center.resize": resizeCenter,
  "center.rename": renameCenter,
  "center.remove": removeCenter,
};
export const EDIT_CODES = Object.keys(EDITS) as readonly EditCode[];
