// A part of a long task as a task of its own: its progress from 0 to 1 is the whole's from `from` to `to`.

import type { Progress, TaskControl } from "../base/index.ts";
import { Failure } from "../base/index.ts";

export const shareControl = (control: TaskControl, from: number, to: number): TaskControl => ({
  ...control,
  report: (progress) => control.report({ ...progress, done: from + (to - from) * progress.done }),
});

/** Reports, gives the host a turn, and ends a task that nobody waits for any more. */
export async function checkIn(control: TaskControl, progress: Progress): Promise<void> {
  if (control.cancelled()) throw new Failure("cancelled");
  control.report(progress);
  await control.pause();
  if (control.cancelled()) throw new Failure("cancelled");
}
