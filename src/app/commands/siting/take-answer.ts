// Takes an answer into the plan, whole or item by item: into a new option, or into the one that is shown. The present
// state is left as it is; a new option is a copy of what is shown, candidates included, so that what becomes of them
// in the present state does not touch it. An answer to another plan than the one that is shown is not taken.

import { DICTIONARIES } from "../../i18n/use-text.ts";
import type { App } from "../../state/app.ts";
import { nextOptionName } from "../../state/option-names.ts";
import { isPresent } from "../../state/plan-options.ts";
import type { SiteItem } from "../../state/site-work.ts";
import { addOption } from "../add-option.ts";
import { type Edit, editTogether } from "../edit-together.ts";
import { changeSiting } from "./change-siting.ts";
import { freshSiteIds } from "./fresh-site-ids.ts";
import { siteKey } from "./site-keys.ts";

/** The number of edits made; 0 when nothing could be taken, as of an answer gone stale. */
export function takeItems(app: App, items: readonly SiteItem[], into: "current" | "new"): number {
  const state = app.store.getState();
  const work = state.sites;
  if (work?.answer == null || work.answer.key !== siteKey(state)) return 0;
  if (into === "new" || isPresent(state, state.currentOption)) {
    const { options } = DICTIONARIES[state.settings.language];
    if (addOption(app, { name: nextOptionName(state.options, options.letter), from: "current" }) === null)
      return 0;
  }
  const { plan } = app.store.getState().history;
  const taken = new Set(plan.centers.map(({ id }) => id));
  const spare = [...freshSiteIds(app.store.getState(), items.length)];
  const edits = items.flatMap((item): Edit[] => editsOf(item, plan, taken, spare));
  const made = editTogether(app, edits);
  const { sites } = app.store.getState();
  if (made > 0 && sites?.answer != null) {
    const ids = [...sites.answer.taken, ...items.map(({ id }) => id)];
    changeSiting(app, { answer: { ...sites.answer, key: siteKey(app.store.getState()), taken: ids } });
  }
  return made;
}

type Plan = ReturnType<App["store"]["getState"]>["history"]["plan"];

/** A candidate that becomes a centre is a candidate no more. `spare`: ids for those that have a centre's. */
function editsOf(item: SiteItem, { candidates }: Plan, taken: Set<string>, spare: string[]): Edit[] {
  const { kind, id, name, lon, lat, area, areaBefore, cost, households } = item;
  const figures = { households, ...(cost === null ? {} : { cost }) };
  if (kind === "close") return [["center.remove", { id }, figures]];
  if (kind === "enlarge")
    return [["center.resize", { id, floorArea: areaBefore === null ? null : area }, figures]];
  const candidate = candidates.find((one) => one.id === id);
  const own = taken.has(id) ? spare.pop()! : id;
  taken.add(own);
  const { communityId = null, kind: what = null, floorArea = null } = candidate ?? {};
  const add: Edit = [
    "center.add",
    {
      ...{ id: own, name: name || id, level: "community", lon, lat, floorArea },
      ...(what === null ? {} : { kind: what }),
      ...(communityId === null ? {} : { communityId }),
    },
    figures,
  ];
  return candidate === undefined ? [add] : [add, ["candidate.remove", { id }]];
}
