// Changes what is shown of how the work is kept: a dialog, a notice.

import type { App } from "../state/app.ts";
import type { Keeping } from "../state/keeping.ts";

export function changeKeeping(
  app: App,
  change: Partial<Pick<Keeping, "dialog" | "news" | "refused" | "offered">>,
): void {
  app.store.setState(({ keeping }) => ({ keeping: { ...keeping, ...change } }));
}
