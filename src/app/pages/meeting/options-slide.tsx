// Two plan options by the same measures, beside the map that shows both.

import { type ReactElement, useEffect, useState } from "react";
import type { Analysis } from "../../../core/engine/index.ts";
import { measureOption } from "../../commands/meeting/measure-options.ts";
import { changeTalk } from "../../commands/meeting/talk.ts";
import { noteTrouble } from "../../commands/run-work.ts";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import { useText } from "../../i18n/use-text.ts";
import { communityState } from "../../state/plan-selectors.ts";
import type { Talk } from "../../state/talk.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { formatCount, formatShare } from "../../ui/format.ts";
import { SelectField } from "../../ui/select-field.tsx";

export function OptionsSlide({ talk }: { readonly talk: Talk }): ReactElement | null {
  const app = useApp();
  const { talk: words } = useMeetingText();
  const text = useText();
  const options = useAppState((state) => state.options);
  const [before, after] = [options[0], options.find(({ id }) => id === talk.after)];
  const old = useOptionAnalysis(before?.id ?? null);
  const planned = useOptionAnalysis(after?.id ?? null);
  const gone = talk.after !== null && after === undefined;
  const chooser = (gone ? options.length > 1 : options.length > 2) && (
    <SelectField
      label={words.compare}
      value={after?.id ?? ""}
      options={[
        ...(gone ? [{ value: "", label: "—" }] : []),
        ...options.slice(1).map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(id) => changeTalk(app, { after: id })}
    />
  );
  if (before === undefined || after === undefined) {
    return (
      <>
        <p className="talk-line">{gone ? words.optionGone : words.nothing}</p>
        {chooser}
      </>
    );
  }
  return (
    <>
      {chooser}
      <table className="talk-table">
        <thead>
          <tr>
            <th aria-label={words.compare} />
            <th scope="col">{before.name || text.present}</th>
            <th scope="col">{after.name}</th>
          </tr>
        </thead>
        <tbody>
          {MEASURES.map((measure) => (
            <tr key={measure}>
              <th scope="row">{words.measures[measure]}</th>
              <td>{old === null ? "…" : (READ[measure](old) ?? words.unknown)}</td>
              <td className="talk-after">
                {planned === null ? "…" : (READ[measure](planned) ?? words.unknown)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const MEASURES = ["coverage", "outside", "far", "small", "centers"] as const;

const flagged = ({ communities }: Analysis, ...states: readonly string[]): string =>
  formatCount(communities.filter((result) => states.includes(communityState(result))).length);

const READ: Readonly<Record<(typeof MEASURES)[number], (analysis: Analysis) => string | null>> = {
  coverage: ({ totals }) => {
    const share = formatShare(totals.coverage);
    return share === null ? null : `${share}%`;
  },
  outside: ({ totals }) => formatCount(totals.households - totals.covered),
  far: (analysis) => flagged(analysis, "tooFar", "both"),
  small: (analysis) => flagged(analysis, "tooSmall", "both", "noCenter"),
  centers: ({ centers }) => formatCount(centers.length),
};

/** The analysis of an option as it is now; null while it is being computed. */
function useOptionAnalysis(id: string | null): Analysis | null {
  const app = useApp();
  const revision = useAppState(({ history }) => history.revision);
  const walk = useAppState(({ settings }) => settings.walk);
  const [found, setFound] = useState<Analysis | null>(null);
  useEffect(() => {
    let wanted = true;
    setFound(null);
    void revision;
    void walk;
    if (id === null) return;
    measureOption(app, { id }).then(
      (analysis) => wanted && setFound(analysis?.value ?? null),
      (error: unknown) => noteTrouble(app.store, error),
    );
    return () => {
      wanted = false;
    };
  }, [app, id, revision, walk]);
  return found;
}
