// Changes what is shown, not what is planned: step, drawer, help, tool, filter.

import type { App } from "../state/app.ts";
import type { ViewState } from "../state/app-state.ts";

export function changeView(app: App, change: Partial<ViewState>): void {
  app.store.setState(({ view }) => ({ view: { ...view, ...change } }));
}
