// The keeper of an application's work, loaded when there is first something to keep or to open again.

import type { App } from "../state/app.ts";
import type { Keeper } from "./keeper/keeper.ts";

const keepers = new WeakMap<App, Promise<Keeper>>();

export function loadKeeper(app: App): Promise<Keeper> {
  const known = keepers.get(app);
  if (known !== undefined) return known;
  const loading = import("./keeper/keeper.ts").then(({ createKeeper }) => createKeeper(app));
  keepers.set(app, loading);
  return loading;
}
