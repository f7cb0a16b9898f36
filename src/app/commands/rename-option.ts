// Gives a plan option another name.

import type { App } from "../state/app.ts";
import { isReadOnly } from "../state/keeping.ts";

/** False when the name is blank or another tab edits. */
export function renameOption(app: App, id: string, name: string): boolean {
  const title = name.trim();
  if (title === "" || isReadOnly(app.store.getState())) return false;
  app.store.setState(({ options }) => ({
    options: options.map((option) => (option.id === id ? { ...option, name: title } : option)),
  }));
  return true;
}
