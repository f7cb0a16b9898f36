// The scene a task walks on: the one that was opened, with the ways drawn in the plan option.

import type { DrawnLink } from "../model/index.ts";

export interface WalkedScene {
  readonly scene: string;
  /** None when absent. */
  readonly links?: readonly DrawnLink[];
}
