// What there is to say about work that was read from the database: what is missing, or that a killed page lost nothing.

import type { RecoveryReport } from "../../adapters/recover.ts";
import type { KeepingNews } from "../state/keeping.ts";

/** `cut`: the page that worked on it was killed. */
export function newsOf({ losses, made, changedAt }: RecoveryReport, cut: boolean): KeepingNews | null {
  const missing = losses.reduce((sum, loss) => sum + loss.missing, 0);
  const unfit = losses.flatMap((loss) => loss.unfit);
  if (missing + unfit.length > 0) return { kind: "lost", missing, unfit };
  return cut && made > 0 ? { kind: "recovered", edits: made, changedAt } : null;
}
