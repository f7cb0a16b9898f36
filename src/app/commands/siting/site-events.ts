// What a hand does on the siting step, as commands.

import { isLinkTool, type SiteEvents } from "../../map/siting/site-scene.ts";
import type { App } from "../../state/app.ts";
import { changeSiting } from "./change-siting.ts";
import { addLinkPoint, finishLink } from "./draw-link.ts";
import { movePin, placeCandidate, placeCenter } from "./drop-pin.ts";

export const siteEvents = (app: App): SiteEvents => ({
  onPoint: (at) => movePin(app, at),
  onPress: (lon, lat) => {
    const tool = app.store.getState().sites?.tool ?? "select";
    if (tool === "candidate") placeCandidate(app, lon, lat);
    else if (tool === "center") placeCenter(app, lon, lat);
    else if (isLinkTool(tool)) void addLinkPoint(app, lon, lat);
  },
  onFinish: () => void finishLink(app),
  onPick: (picked) => changeSiting(app, { picked }),
});
