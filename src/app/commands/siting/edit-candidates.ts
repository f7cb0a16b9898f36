// The candidates: found in gaps and taken into the plan as one act, asked about or not, taken out.

import { SITING_DICTIONARIES } from "../../i18n/siting-dictionaries.ts";
import type { App } from "../../state/app.ts";
import { type Edit, editTogether } from "../edit-together.ts";
import { runWork } from "../run-work.ts";
import { changeSiting } from "./change-siting.ts";
import { freshSiteIds } from "./fresh-site-ids.ts";

/** Found at once, and metres they keep apart. */
const MOST = 12;
const SPACING = 300;

/** How many were found; null when it was cancelled or failed. */
export async function findCandidates(app: App): Promise<number | null> {
  const { scene, history, settings } = app.store.getState();
  if (scene === null) return null;
  const { centers, links, candidates } = history.plan;
  const sites = await runWork(app, { stage: "search" }, (options) =>
    app.engine.run(
      "siting.candidates",
      {
        scene: scene.scene,
        walk: settings.walk,
        given: [],
        most: MOST,
        spacing: SPACING,
        excluded: [],
        ...{ centers, links },
      },
      options,
    ),
  );
  if (sites === null) return null;
  const text = SITING_DICTIONARIES[settings.language];
  const there = new Set(candidates.map(({ lon, lat }) => `${lon} ${lat}`));
  const fresh = sites.filter(({ lon, lat, score }) => score.households > 0 && !there.has(`${lon} ${lat}`));
  const ids = freshSiteIds(app.store.getState(), fresh.length);
  const edits = fresh.map(({ name, lon, lat, origin }, i): Edit => {
    const id = ids[i]!;
    return [
      "candidate.add",
      { id, name: name || text.foundName(id.replace(/\D/g, "")), lon, lat, kind: text.origins[origin] },
    ];
  });
  editTogether(app, edits);
  return fresh.length;
}

/** Asked about, or not. */
export function excludeCandidate(app: App, id: string, excluded: boolean): void {
  const work = app.store.getState().sites;
  if (work === null) return;
  const next = new Set(work.excluded);
  if (excluded) next.add(id);
  else next.delete(id);
  changeSiting(app, { excluded: next });
}
