// Gives the engine the rows of registers that the plan holds, before anything is judged by them; only when they are
// others than those it has.

import { NO_RECORDS, type Records } from "../../../core/assess/index.ts";
import type { RegisterRow } from "../../../core/model/index.ts";
import { recordsOfRows } from "../../../core/standards/index.ts";
import type { App } from "../../state/app.ts";
import type { AppState } from "../../state/app-state.ts";

interface Sent {
  readonly scene: string;
  readonly rows: readonly RegisterRow[];
}

/** What each application's engine was given last. */
const sent = new WeakMap<App, Sent>();

export async function sendRecords(
  app: App,
  { scene, history }: Pick<AppState, "scene" | "history">,
): Promise<void> {
  if (scene === null) return;
  const rows = history.plan.registers;
  const last = sent.get(app);
  const same = last?.scene === scene.scene ? last.rows === rows : rows.length === 0;
  if (same) return;
  const records: Records = {
    ...NO_RECORDS,
    asOf: app.host.now().slice(0, 10),
    ...recordsOfRows(rows),
  };
  await app.engine.run("scene.records", { scene: scene.scene, records });
  sent.set(app, { scene: scene.scene, rows });
}
