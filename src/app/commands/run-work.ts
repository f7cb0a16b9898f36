// Runs one long task with its progress on screen and a way to cancel it; what goes wrong is kept to be said,
// a cancel is not. Opening files takes over from whatever is under way; following results does not.

import type { Progress } from "../../core/base/index.ts";
import { Failure } from "../../core/base/index.ts";
import type { RunOptions } from "../../core/engine/index.ts";
import type { App } from "../state/app.ts";
import type { Work } from "../state/app-state.ts";

export interface WorkOptions {
  readonly stage: Work["stage"];
  /** Cancels the work under way. */
  readonly takesOver?: boolean;
}

/** The result, or null when it failed or was cancelled. */
export async function runWork<T>(
  { store }: App,
  { stage, takesOver = false }: WorkOptions,
  task: (options: RunOptions) => Promise<T>,
): Promise<T | null> {
  const controller = new AbortController();
  const cancel = (): void => controller.abort();
  const show = (work: Work | null): void => {
    const current = store.getState().work;
    if (current === null || current.cancel === cancel) store.setState({ work });
  };
  if (takesOver) {
    store.getState().work?.cancel();
    store.setState({ work: null, trouble: null });
  }
  show({ stage, done: null, cancel });
  try {
    const onProgress = (progress: Progress): void => show({ ...progress, cancel });
    return await task({ signal: controller.signal, onProgress });
  } catch (error) {
    noteTrouble(store, error);
    return null;
  } finally {
    show(null);
  }
}

/** Keeps a failure to be said; a cancel is no failure. */
export function noteTrouble(store: App["store"], error: unknown): void {
  if (error instanceof Failure) {
    if (error.code !== "cancelled") {
      store.setState({ trouble: { code: error.code, details: error.details } });
    }
    return;
  }
  const reason = error instanceof Error ? error.message : String(error);
  store.setState({ trouble: { code: "internal", details: { reason } } });
}
