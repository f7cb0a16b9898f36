// Makes one edit of the plan: asks the model for the patch and enters it in the history, or says why not.

import type { EditCode, EditInputs, RefusalCode, ServiceCenter } from "../../core/model/index.ts";
import { amend, EDITS, isRefusal, record } from "../../core/model/index.ts";
import type { App } from "../state/app.ts";
import { isReadOnly } from "../state/keeping.ts";

export interface EditOptions {
  /** Figures kept in the change record, for example `{ metres: 120 }`. */
  readonly figures?: Readonly<Record<string, number>>;
  /** Folds into the last entry: a nudge after a nudge. */
  readonly fold?: boolean;
  /** Of an act of several edits, undone together. */
  readonly group?: string;
}

/** readOnly: another tab edits this project. */
export type EditRefusal = RefusalCode | "readOnly";

/** null when made, else the reason it was refused. */
export function editPlan<C extends EditCode>(
  app: App,
  label: C,
  input: EditInputs[C],
  { figures = {}, fold = false, group }: EditOptions = {},
): EditRefusal | null {
  if (isReadOnly(app.store.getState())) return "readOnly";
  const { history, settings } = app.store.getState();
  const patch = EDITS[label](history.plan, input);
  if (isRefusal(patch)) return patch.refused;
  const act = group === undefined ? {} : { group };
  const entry = { label, patch, figures, note: "", time: app.host.now(), ...signed(settings.author), ...act };
  app.store.setState({ history: (fold ? amend : record)(history, entry) });
  return null;
}

const signed = (by: string): { readonly by?: string } => (by === "" ? {} : { by });

export const findCenter = (app: App, id: string): ServiceCenter | undefined =>
  app.store.getState().history.plan.centers.find((center) => center.id === id);
