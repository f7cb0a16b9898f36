// A way drawn click by click: a path, a footbridge, or a gate in one click. Its ends snap to the network; it belongs to
// the option that is shown, a new one where the present state is, and to its walks from then on.

import { freshId, type LinkKind } from "../../../core/model/index.ts";
import { SITING_DICTIONARIES } from "../../i18n/siting-dictionaries.ts";
import { isLinkTool } from "../../map/siting/site-scene.ts";
import type { App } from "../../state/app.ts";
import { baselineOf } from "../../state/plan-selectors.ts";
import { editPlan } from "../edit-plan.ts";
import { leavePresent } from "../leave-present.ts";
import { noteTrouble } from "../run-work.ts";
import { changeSiting } from "./change-siting.ts";

/** Metres within which a way's place snaps to a path. */
const SNAP = 40;

export async function addLinkPoint(app: App, lon: number, lat: number): Promise<void> {
  const { sites } = app.store.getState();
  if (sites === null || !isLinkTool(sites.tool)) return;
  if (sites.tool === "gate") return addLink(app, "gate", [lon, lat]);
  changeSiting(app, { drawing: [...(sites.drawing ?? []), lon, lat] });
}

/** Ends the way under the hand; with one place it is let go. */
export async function finishLink(app: App): Promise<void> {
  const { sites } = app.store.getState();
  if (sites === null || !isLinkTool(sites.tool) || sites.drawing === null) return;
  changeSiting(app, { drawing: null });
  if (sites.drawing.length >= 4) await addLink(app, sites.tool, sites.drawing);
}

/** Takes back the last place of the way under the hand. */
export function shortenLink(app: App): void {
  const drawing = app.store.getState().sites?.drawing ?? null;
  if (drawing !== null) changeSiting(app, { drawing: drawing.length > 2 ? drawing.slice(0, -2) : null });
}

async function addLink(app: App, kind: LinkKind, line: readonly number[]): Promise<void> {
  const { scene } = app.store.getState();
  if (scene === null) return;
  try {
    const points = Float64Array.from(line);
    const snapped =
      kind === "gate"
        ? points
        : await app.engine.run("scene.snap", { scene: scene.scene, points, within: SNAP });
    if (app.store.getState().scene?.scene !== scene.scene || !leavePresent(app)) return;
    const state = app.store.getState();
    const id = freshId(state.history.plan.links);
    const compound = kind === "gate" ? nearestCompound(app, line) : null;
    const words = SITING_DICTIONARIES[state.settings.language].ways;
    const name = `${compound ?? ""}${words.kinds[kind]} ${id.replace(/\D/g, "")}`;
    const level = kind === "footbridge" ? 1 : 0;
    editPlan(app, "link.add", { id, name, kind, line: [...snapped], level, open: true, compound });
  } catch (error) {
    noteTrouble(app.store, error);
  }
}

/** Degrees of latitude, about 120 m: a gate further from every home of a compound leads into none. */
const NEAR = 0.0011;

function nearestCompound(app: App, [lon = 0, lat = 0]: readonly number[]): string | null {
  const residences = baselineOf(app.store.getState())?.residences;
  if (residences === undefined) return null;
  const squeeze = Math.cos((lat * Math.PI) / 180);
  let best: { compound: string | null; apart: number } = { compound: null, apart: NEAR };
  residences.compound.forEach((compound, i) => {
    if (compound === "") return;
    const apart = Math.hypot((residences.xy[2 * i]! - lon) * squeeze, residences.xy[2 * i + 1]! - lat);
    if (apart < best.apart) best = { compound, apart };
  });
  return best.compound;
}
