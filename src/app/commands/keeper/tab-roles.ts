// One tab writes, the others look on: the lock of a project, and what becomes of this tab when another takes over.

import { openTabLock, type RoleReason, type TabLock } from "../../../adapters/tab-lock.ts";
import { isAtRisk } from "../../state/keeping.ts";
import { changeView } from "../change-view.ts";
import { type Room, say } from "./desk.ts";

export async function lockProject(room: Room, id: string): Promise<TabLock> {
  const mine = (): boolean => room.desk?.identity.id === id;
  return openTabLock({
    project: id,
    tab: room.tab,
    onRole: (role, reason) => {
      if (mine() && role === "reader") yieldDesk(room, reason);
    },
    onChanged: () => {
      if (mine() && room.desk?.autosave === null) room.onChanged();
    },
    beforeYield: async () => {
      if (mine()) await room.desk?.autosave?.settled();
    },
  });
}

/** Another tab writes now; what it could not be given is marked as not stored. */
function yieldDesk(room: Room, reason: RoleReason): void {
  const { desk, app } = room;
  if (desk === null || reason !== "takenOver") return;
  desk.autosave?.stop();
  room.desk = { ...desk, autosave: null };
  say(room, { role: "reader", takenOver: true });
  changeView(app, { tool: "select" });
  if (isAtRisk(app.store.getState())) {
    say(room, { state: "unsaved", failure: { code: "storageStale", details: {} } });
  }
}
