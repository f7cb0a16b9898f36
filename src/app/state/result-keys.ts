// What the results on screen should be for, as keys: task, scene, revision, walking, pack and view. A result
// whose key is another one is of an older state and is shown greyed.

import type { Minutes } from "../../core/base/index.ts";
import type { RulePack } from "../../core/standards/index.ts";
import type { AppState } from "./app-state.ts";
import { packOf } from "./plan-selectors.ts";

/** Key of the wanted analysis; null while there is nothing to analyse. */
export function analysisKey(state: AppState): string | null {
  const { scene, history, settings } = state;
  const pack = packOf(state);
  if (scene === null || pack === null) return null;
  const { minutes, speed } = settings.walk;
  return `analyse|${scene.scene}|${history.revision}|${minutes}|${speed}|${pack.id}@${pack.edition}${stampOf(pack)}`;
}

const stamps = new WeakMap<RulePack, number>();
let stamped = 0;

/** Tells states of a copied pack apart, which go by one name while it is edited. */
function stampOf(pack: RulePack): string {
  if (pack.basedOn === undefined) return "";
  const stamp = stamps.get(pack) ?? ++stamped;
  stamps.set(pack, stamp);
  return `#${stamp}`;
}

/** Key of the wanted service areas; null while there is nothing to draw. */
export function areasKey({ scene, history, settings }: AppState): string | null {
  if (scene === null) return null;
  const { minutes, speed } = settings.walk;
  return `areas|${scene.scene}|${history.revision}|${minutes}|${speed}|${settings.areaView}`;
}

/** Minutes of the three bands: thirds of the whole (5, 10, 15). */
export const bandsOf = (minutes: Minutes): readonly [Minutes, Minutes, Minutes] => [
  minutes / 3,
  (minutes * 2) / 3,
  minutes,
];

/**
 * True when the figures shown belong to an older revision or other parameters. While a centre is held they are those
 * under the pointer; once it is let go they are the last step's until the whole result is there.
 */
export const isStale = (state: AppState): boolean =>
  state.drag?.held !== true && state.analysis !== null && state.analysis.key !== analysisKey(state);
