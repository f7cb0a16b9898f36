// Gives a centre another name; blanks around it are dropped.

import { changeCenter } from "./edit-center.ts";
import type { ServiceCenter } from "./layers.ts";
import type { Patch } from "./patch.ts";
import { type Refusal, refuse } from "./refusal.ts";

export interface RenameCenter {
  readonly id: string;
  readonly name: string;
}

export function renameCenter(centers: readonly ServiceCenter[], { id, name }: RenameCenter): Patch | Refusal {
  const trimmed = name.trim();
  if (trimmed === "") return refuse("name.blank");
  return changeCenter(centers, id, { name: trimmed });
}
