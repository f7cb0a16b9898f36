// What the meeting step has on the map: the items of the three lists as pins at their places.

import type { MatterPin } from "../map/meeting/matter-pins.ts";

export interface MeetingWork {
  /** The matter being edited; null = none. */
  readonly chosen: string | null;
  readonly pins: readonly MatterPin[];
}
