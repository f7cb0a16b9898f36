// Changes a remembered setting: walking, rule pack, language, area view, panel sizes.

import type { App } from "../state/app.ts";
import type { Settings } from "../state/app-state.ts";

export function changeSettings(app: App, change: Partial<Settings>): void {
  app.store.setState(({ settings }) => ({ settings: { ...settings, ...change } }));
}
