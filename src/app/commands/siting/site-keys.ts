// What an answer and the scores of candidates are for, as keys: shown greyed once the plan or the walk is another.

import type { AppState } from "../../state/app-state.ts";

/** Everything on the plan's side of a question. */
export function siteKey({
  scene,
  history,
  settings,
}: Pick<AppState, "scene" | "history" | "settings">): string {
  const { minutes, speed } = settings.walk;
  return `sites|${scene?.scene}|${history.revision}|${minutes}|${speed}`;
}
