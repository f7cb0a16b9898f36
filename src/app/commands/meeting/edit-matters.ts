// Items of the three lists: added at the place selected, changed field by field, moved along their workflow, removed
// with every mention of them. Each is one entry of the history.

import type { ListMatter, Matter } from "../../../core/model/index.ts";
import { listKindsOf, type MatterRefusal, moveMatter } from "../../../core/standards/index.ts";
import type { App } from "../../state/app.ts";
import { packOf } from "../../state/plan-selectors.ts";
import { selectedPlace } from "../../state/record-places.ts";
import { type EditRefusal, editPlan } from "../edit-plan.ts";
import { randomId } from "../fresh-identity.ts";
import { chooseMatter } from "./choose-matter.ts";

/** At the place that is selected; chosen at once. */
export function addMatter(app: App, kind: ListMatter, name: string): EditRefusal | null {
  const state = app.store.getState();
  const placeId = selectedPlace(state.view.selection, state.history.plan)?.id ?? null;
  const first = listKindsOf(packOf(state)).find(({ id }) => id === kind)?.states[0]?.id ?? "";
  const id = `matter-${randomId()}`;
  const opened = app.host.now().slice(0, 10);
  const matter: Matter = {
    ...{ id, kind, name, placeId, state: first, opened, due: null },
    ...{ texts: {}, dates: {}, moves: [], answers: [] },
  };
  const refused = editPlan(app, "matter.add", { matters: [matter] });
  if (refused === null) chooseMatter(app, id);
  return refused;
}

export const changeMatter = (app: App, matter: Matter, change: Partial<Matter>): EditRefusal | null =>
  editPlan(app, "matter.change", { matters: [{ ...matter, ...change }] });

export type MoveRefusal =
  | { readonly refused: EditRefusal }
  | { readonly refusal: MatterRefusal; readonly details: Readonly<Record<string, string>> };

/** Signed by the author of the settings, dated today. */
export function moveMatterTo(app: App, matter: Matter, to: string): MoveRefusal | null {
  const state = app.store.getState();
  const day = app.host.now().slice(0, 10);
  const moved = moveMatter(matter, listKindsOf(packOf(state)), to, day, state.settings.author);
  if ("refusal" in moved) return moved;
  const refused = editPlan(app, "matter.change", { matters: [moved.matter] });
  return refused === null ? null : { refused };
}

export function removeMatter(app: App, id: string): EditRefusal | null {
  const mentions = app.store
    .getState()
    .history.plan.matters.filter(({ answers = [] }) => answers.includes(id))
    .map((matter) => ({ ...matter, answers: matter.answers?.filter((other) => other !== id) ?? [] }));
  const group = `matter-${randomId()}`;
  if (mentions.length > 0) editPlan(app, "matter.change", { matters: mentions }, { group });
  return editPlan(app, "matter.remove", { ids: [id] }, { group });
}
