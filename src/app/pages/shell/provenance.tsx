// One line under the map: from which files, as of when, at which pace, by which rules, which revision.

import type { ReactElement } from "react";
import type { LayerSource } from "../../../core/model/index.ts";
import { editionState } from "../../../core/standards/index.ts";
import { inLanguage } from "../../../messages/findings.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { baselineOf, packOf } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { formatPlain, formatSpeed } from "../../ui/format.ts";

export function Provenance(): ReactElement | null {
  const text = useText();
  const language = useLanguage();
  const app = useApp();
  const baseline = useAppState(baselineOf);
  const pack = useAppState(packOf);
  const { minutes, speed } = useAppState(({ settings }) => settings.walk);
  const estimate = useAppState(({ scene }) => scene?.estimate ?? false);
  const revision = useAppState(({ history }) => history.revision);
  if (baseline === null) return null;
  const { provenance: words } = text;
  const state = pack === null ? "valid" : editionState(pack, app.host.now().slice(0, 10));
  const standing = state === "valid" ? "" : ` · ${text.pack.states[state]}`;
  const files = [...new Set(baseline.sources.map(({ file }) => file))].join(language === "en" ? ", " : "、");
  const dates = datesOf(baseline.sources);
  const parts = [
    dates === null ? text.data.noDate : `${words.asOf} ${dates}`,
    `${words.speed} ${text.walk.speedValue(formatSpeed(speed))} · ${text.walk.minutesValue(formatPlain(minutes))}`,
    ...(estimate ? [words.estimate] : []),
    ...(pack === null
      ? []
      : [`${words.pack} ${inLanguage(pack.name, language)} ${text.pack.edition(pack.edition)}${standing}`]),
    `${words.revision} ${revision}`,
  ];
  return (
    <section className="provenance" aria-label={words.label}>
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
      <span className="provenance-files" title={files}>
        {words.sources} {files}
      </span>
    </section>
  );
}

/** The one date of all layers, or the first and the last. */
function datesOf(sources: readonly LayerSource[]): string | null {
  const dates = sources.flatMap(({ asOf }) => asOf ?? []).sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return null;
  return first === last ? first : `${first} – ${last}`;
}
