// A project as the database holds it, made ready to be shown: recovered, checked, and with what there is to say of it.

import { type Recovery, recover } from "../../adapters/recover.ts";
import type { ProjectStore, StoreContents } from "../../adapters/stored-project.ts";
import { Failure } from "../../core/base/index.ts";
import type { History, OptionHistory, OptionSet } from "../../core/model/index.ts";
import { adoptHistory } from "../state/adopt-history.ts";
import type { Project } from "../state/app-state.ts";
import type { ProjectIdentity } from "../state/keeping.ts";
import { identityOf, readWorkSettings, type WorkSettings } from "../state/saved-project-of.ts";

export interface StoredWork {
  readonly project: Project;
  readonly identity: ProjectIdentity;
  readonly plans: OptionSet;
  readonly settings: WorkSettings;
  readonly report: Recovery["report"];
  /** Number of the data in the database: another number, other data. */
  readonly data: number;
}

/** What is shown now: when it stands on the same data, that is not read again. */
interface OnScreen {
  readonly history: History;
  readonly desk: OnDesk | null;
}

interface OnDesk {
  readonly project: Project;
  readonly identity: ProjectIdentity;
  readonly data: number;
}

/** null when there is no such project; rejects with a Failure when it cannot be opened. */
export async function readStored(
  store: ProjectStore,
  id: string,
  shown: OnScreen,
): Promise<StoredWork | null> {
  const contents = withShown(await store.open(id, shown.desk?.data), shown.desk);
  if (contents === null) return null;
  const recovery = recover(contents);
  if ("fault" in recovery) throw new Failure(recovery.fault === "newer" ? "storageNewer" : "storageLost");
  const { baseline, imported, ...saved } = recovery.project;
  const settings = readWorkSettings(saved.settings);
  const identity = identityOf(recovery.project);
  let last = shown.history;
  const options = saved.options.map(({ id: option, name }): OptionHistory => {
    const history = recovery.histories.get(option);
    if (history === undefined) throw new Failure("storageLost");
    last = adoptHistory(history, baseline, last);
    return { id: option, name, history: last };
  });
  return {
    project: {
      origin: settings.origin,
      files: contents.baseline?.files ?? [],
      imported: { ...imported, baseline },
    },
    identity,
    plans: { options, current: saved.currentOption },
    settings,
    report: recovery.report,
    data: contents.head.baseline,
  };
}

/** The data that was not read, as it is shown. */
function withShown(contents: StoreContents | null, desk: OnDesk | null): StoreContents | null {
  if (contents === null || desk === null || contents.head.baseline !== desk.data) return contents;
  const { baseline, ...imported } = desk.project.imported;
  if (baseline === null) return contents;
  const { id: project, extra } = desk.identity;
  return { ...contents, baseline: { project, baseline, imported, extra, files: desk.project.files } };
}
