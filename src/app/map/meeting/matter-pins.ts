// Items of the three lists as the map pins them: the seam between the application and the meeting part of the map.

import type { ListMatter } from "../../../core/model/index.ts";

export interface MatterPin {
  /** Of the matter. */
  readonly id: string;
  readonly kind: ListMatter;
  readonly name: string;
  readonly lon: number;
  readonly lat: number;
  readonly chosen: boolean;
}

export interface PinEvents {
  readonly onPick: (matter: string) => void;
}
