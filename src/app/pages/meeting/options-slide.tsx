// Two plan options by the same measures, beside the map that shows both.

import { type ReactElement, useEffect, useState } from "react";
import type { Analysis } from "../../../core/engine/index.ts";
import { measureOption } from "../../commands/meeting/measure-options.ts";
import { changeTalk } from "../../commands/meeting/talk.ts";
import { noteTrouble } from "../../commands/run-work.ts";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import { useText } from "../../i18n/use-text.ts";
import type { CommunityState } from "../../map/map-model.ts";
import { reachState, sizeState } from "../../state/spoken-state.ts";
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
            <th scope="col">{text.present}</th>
            <th scope="col">{after.name}</th>
          </tr>
        </thead>
        <tbody>
          {MEASURES.map((measure) => (
            <tr key={measure}>
              <th scope="row">{words.measures[measure]}</th>
              <FigureCell figure={old === null ? null : READ[measure](old)} />
              <FigureCell figure={planned === null ? null : READ[measure](planned)} after />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

interface FigureCellProps {
  /** null: being computed. */
  readonly figure: Figure | null;
  readonly after?: boolean;
}

function FigureCell({ figure, after = false }: FigureCellProps): ReactElement {
  const { talk: words } = useMeetingText();
  return (
    <td className={after ? "talk-after" : undefined}>
      {figure === null ? "…" : (figure.value ?? words.unknown)}
      {figure !== null && figure.unknown > 0 && (
        <small>{words.unknownBeside(formatCount(figure.unknown))}</small>
      )}
    </td>
  );
}

const MEASURES = ["coverage", "outside", "far", "small", "centers"] as const;

const countOf = (states: readonly CommunityState[], wanted: (state: CommunityState) => boolean): number =>
  states.filter(wanted).length;

/** Communities at fault, and how many are not known beside. */
const faults = (states: readonly CommunityState[]): Figure => ({
  value: formatCount(countOf(states, (state) => state !== "met" && state !== "unknown")),
  unknown: countOf(states, (state) => state === "unknown"),
});

const certain = (value: string | null): Figure => ({ value, unknown: 0 });

interface Figure {
  /** null = not known. */
  readonly value: string | null;
  readonly unknown: number;
}

const READ: Readonly<Record<(typeof MEASURES)[number], (analysis: Analysis) => Figure>> = {
  coverage: ({ totals }) => {
    const share = formatShare(totals.coverage);
    return certain(share === null ? null : `${share}%`);
  },
  outside: ({ totals }) => certain(formatCount(totals.households - totals.covered)),
  far: ({ communities }) => faults(communities.map(reachState)),
  small: ({ communities }) => faults(communities.map(sizeState)),
  centers: ({ centers }) => certain(formatCount(centers.length)),
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
