// Asks which verdicts would change at the pace of the elderly, and with household counts a little off.

import type { Sensitivity } from "../../core/assess/index.ts";
import type { App } from "../state/app.ts";
import { judgedNet } from "../state/judged-net.ts";
import { packOf } from "../state/plan-selectors.ts";
import { sendRecords } from "./records/send-records.ts";
import { runWork } from "./run-work.ts";

export interface TriedSensitivity {
  /** Of the analysis it stands beside. */
  readonly key: string;
  readonly found: Sensitivity;
}

/** Metres per second, and percent. */
const SPEEDS = [0.8];
const PERCENTS = [5, -5];

/** null when there is nothing to judge, or it failed and said why. */
export async function trySensitivity(app: App): Promise<TriedSensitivity | null> {
  const state = app.store.getState();
  const { scene, history, settings, analysis } = state;
  const pack = packOf(state);
  if (scene === null || pack === null || analysis === null) return null;
  const { centers, links } = history.plan;
  const found = await runWork(app, { stage: "assess" }, async (options) => {
    await sendRecords(app, state);
    const plan = { scene: scene.scene, centers, links, ...judgedNet(history.plan) };
    return app.engine.run(
      "scene.sensitivity",
      { ...plan, walk: settings.walk, pack, speeds: SPEEDS, percents: PERCENTS },
      options,
    );
  });
  return found === null ? null : { key: analysis.key, found };
}
