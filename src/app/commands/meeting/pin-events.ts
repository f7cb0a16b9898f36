// What a hand does with the pins of the meeting step.

import type { PinEvents } from "../../map/meeting/matter-pins.ts";
import type { App } from "../../state/app.ts";
import { chooseMatter } from "./choose-matter.ts";

export const pinEvents = (app: App): PinEvents => ({
  onPick: (matter) => {
    if (app.store.getState().talk === null) chooseMatter(app, matter);
  },
});
