// One line of progress on standard error, written over itself, where a person is watching.

import type { Progress } from "../core/base/index.ts";
import { stageLabel } from "../messages/failures.ts";
import type { Language } from "../messages/language.ts";
import type { CliHost } from "./cli-host.ts";

const WIPE = "\r\u001b[2K";

export const showProgress = (host: CliHost, language: Language): ((progress: Progress) => void) =>
  host.terminal
    ? ({ stage, done }) => host.error(`${WIPE}${stageLabel(stage, language)} ${Math.round(100 * done)}%`)
    : () => undefined;

export function hideProgress(host: CliHost): void {
  if (host.terminal) host.error(WIPE);
}
