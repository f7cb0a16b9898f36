// The same plan judged by several packs, each for itself; minutes are walked once.

import type { RulePack } from "../../../core/standards/index.ts";
import type { App } from "../../state/app.ts";
import type { AppState } from "../../state/app-state.ts";
import { judgedNet } from "../../state/judged-net.ts";
import { findPack } from "../../state/plan-selectors.ts";
import { type RuleTally, tallyRules } from "../../state/tally-rules.ts";
import { sendRecords } from "../records/send-records.ts";
import { runWork } from "../run-work.ts";
import { loadPack } from "./load-packs.ts";

export interface JudgedPack {
  readonly pack: RulePack;
  readonly tally: (ruleId: string) => RuleTally;
}

/** In the order of the ids; null when it failed and said why, or there is nothing to judge. */
export async function comparePacks(
  app: App,
  ids: readonly string[],
  { scene, history, settings }: Pick<AppState, "scene" | "history" | "settings" | "ownPacks">,
): Promise<readonly JudgedPack[] | null> {
  if (scene === null) return null;
  return runWork(app, { stage: "assess" }, async (options) => {
    await sendRecords(app, { scene, history });
    const judged: JudgedPack[] = [];
    for (const id of ids) {
      await loadPack(app, id);
      const pack = findPack(app.store.getState(), id);
      if (pack === null) continue;
      const { centers, links } = history.plan;
      const plan = { centers, links, ...judgedNet(history.plan) };
      const input = { scene: scene.scene, ...plan, walk: settings.walk, pack };
      judged.push({ pack, tally: tallyRules(await app.engine.run("scene.analyse", input, options)) });
    }
    return judged;
  });
}
