// Is a built file older than what it is built from?

import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** True when `target` is missing or any file under `sources` (files or folders) was changed after it. */
export function isStale(target, sources) {
  if (!existsSync(target)) return true;
  const built = statSync(target).mtimeMs;
  return sources.some((source) => newest(source) > built);
}

function newest(path) {
  if (!existsSync(path)) return 0;
  const own = statSync(path);
  if (!own.isDirectory()) return own.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), own.mtimeMs);
}
