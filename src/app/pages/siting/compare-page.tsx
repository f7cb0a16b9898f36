// The options side by side: the same measures for each, what differs from the present state, slopes, the flags that
// come and go, a workbook, and the difference on the map.

import { type ReactElement, useEffect, useState } from "react";
import type { FlagOfPlace } from "../../../core/engine/index.ts";
import type { ExportTable } from "../../../core/formats/index.ts";
import { flagLabel } from "../../../messages/findings.ts";
import type { Language } from "../../../messages/language.ts";
import { changeView } from "../../commands/change-view.ts";
import { type ComparedOption, compareOptions } from "../../commands/siting/compare-options.ts";
import { exportComparison } from "../../commands/siting/export-comparison.ts";
import { showDifference } from "../../commands/siting/show-difference.ts";
import { switchOption } from "../../commands/switch-option.ts";
import type { SitingWords } from "../../i18n/siting-words.ts";
import { useSitingText } from "../../i18n/use-siting-text.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { useApp } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { formatCount } from "../../ui/format.ts";
import { Modal } from "../../ui/modal.tsx";
import { COMPARE_MEASURES, type CompareMeasure, changeOf, MEASURES } from "./compare-measures.ts";
import "./options.css";
import { SlopeChart } from "./slope-chart.tsx";

export function ComparePage(): ReactElement {
  const app = useApp();
  const text = useSitingText();
  const { close, present } = useText();
  const [found, setFound] = useState<readonly ComparedOption[]>([]);
  useEffect(() => {
    void compareOptions(app).then((compared) => setFound(compared ?? []));
  }, [app]);
  const [first, ...others] = found.map((one, i) => (i === 0 ? { ...one, name: present } : one));
  return (
    <Modal
      title={text.compare.title}
      closeLabel={close}
      className="compare"
      onClose={() => changeView(app, { comparing: false })}
    >
      {first === undefined ? (
        <p className="quiet" role="status">
          {text.compare.computing}
        </p>
      ) : (
        <>
          {others.length === 0 && <p className="quiet">{text.compare.only}</p>}
          <div className="compare-scroll">
            <MeasureTable first={first} others={others} />
          </div>
          {others.length > 0 && <Slopes first={first} others={others} />}
          <FlagChanges others={others} />
          <Acts first={first} others={others} />
        </>
      )}
    </Modal>
  );
}

interface Sides {
  readonly first: ComparedOption;
  readonly others: readonly ComparedOption[];
}

function MeasureTable({ first, others }: Sides): ReactElement {
  const text = useSitingText().compare;
  return (
    <table className="compare-table">
      <thead>
        <tr>
          <th scope="col">{text.measure}</th>
          {[first, ...others].map(({ id, name }) => (
            <th key={id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {COMPARE_MEASURES.map((measure) => (
          <tr key={measure} data-measure={measure}>
            <th scope="row">{text.measures[measure]}</th>
            <Cell measure={measure} option={first} first={null} />
            {others.map((option) => (
              <Cell key={option.id} measure={measure} option={option} first={first} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly measure: CompareMeasure;
  readonly option: ComparedOption;
  /** null for the first itself. */
  readonly first: ComparedOption | null;
}

function Cell({ measure, option, first }: CellProps): ReactElement {
  const text = useSitingText().compare;
  const { read, write, unit } = MEASURES[measure];
  const value = read(option);
  const change = first === null || isOwnChange(measure) ? null : changeOf(measure, first, option);
  return (
    <td>
      {value === null ? (
        <span className="quiet">{text.unknown}</span>
      ) : (
        <span className="figure">
          {first === null && isOwnChange(measure) ? "—" : write(value)}
          {unit !== null && <span className="unit">{text.units[unit]}</span>}
        </span>
      )}
      {change?.text != null && (
        <span className="change" data-verdict={change.verdict ?? undefined}>
          {change.text}
        </span>
      )}
    </td>
  );
}

/** A change in itself: what the present state has none of. */
const isOwnChange = (measure: CompareMeasure): boolean => measure === "resolved" || measure === "raised";

const SLOPES = ["coverage", "p90"] as const;

function Slopes({ first, others }: Sides): ReactElement {
  const text = useSitingText().compare;
  return (
    <div className="slopes">
      {SLOPES.map((measure) => {
        const { read, write, unit } = MEASURES[measure];
        const end = (option: ComparedOption) => {
          const value = read(option);
          if (value === null) return [];
          const written = `${write(value)} ${unit === null ? "" : text.units[unit]}`.trim();
          return [{ id: option.id, name: option.name, value, text: written }];
        };
        const [from] = end(first);
        return from === undefined ? null : (
          <SlopeChart key={measure} title={text.measures[measure]} from={from} to={others.flatMap(end)} />
        );
      })}
    </div>
  );
}

/** Names shown before it is enough. */
const SHOWN = 8;

function FlagChanges({ others }: { readonly others: readonly ComparedOption[] }): ReactElement {
  const text = useSitingText().compare;
  return (
    <>
      {others.map(({ id, name, figures: { resolved, raised } }) => (
        <section key={id} className="flag-changes">
          <h3>{text.flagsOf(name)}</h3>
          {resolved.length + raised.length === 0 && <p className="quiet">{text.noChange}</p>}
          <FlagLine label={text.resolvedList} flags={resolved} />
          <FlagLine label={text.raisedList} flags={raised} />
        </section>
      ))}
    </>
  );
}

function FlagLine({
  label,
  flags,
}: {
  readonly label: string;
  readonly flags: readonly FlagOfPlace[];
}): ReactElement | null {
  const text = useSitingText().compare;
  const language = useLanguage();
  if (flags.length === 0) return null;
  const mark = language === "en" ? ", " : "、";
  return (
    <p>
      <span className="quiet">{label} </span>
      {flags
        .slice(0, SHOWN)
        .map((flag) => flagWords(flag, language))
        .join(mark)}
      {flags.length > SHOWN && <span className="quiet"> {text.more(formatCount(flags.length))}</span>}
    </p>
  );
}

const flagWords = ({ name, id, flag }: FlagOfPlace, language: Language): string =>
  `${name || id} ${flagLabel(flag, language)}`;

function Acts({ first, others }: Sides): ReactElement {
  const app = useApp();
  const text = useSitingText().compare;
  const language = useLanguage();
  return (
    <div className="button-row compare-acts">
      <Button
        kind="primary"
        onClick={() => void exportComparison(app, text.file, comparisonTables(first, others, text, language))}
      >
        {text.export}
      </Button>
      {others.map(({ id, name }) => (
        <span key={id} className="button-row">
          <Button onClick={() => void showDifference(app, first.id, id)}>
            {text.show} · {name}
          </Button>
          <Button
            onClick={() => {
              if (switchOption(app, id)) changeView(app, { swipe: first.id, comparing: false });
            }}
          >
            {text.swipe} · {name}
          </Button>
        </span>
      ))}
    </div>
  );
}

function comparisonTables(
  first: ComparedOption,
  others: readonly ComparedOption[],
  text: SitingWords["compare"],
  language: Language,
): readonly ExportTable[] {
  const all = [first, ...others];
  const measures: ExportTable = {
    name: text.title,
    columns: [
      { name: text.measure, type: "string" },
      ...all.map(({ name }) => ({ name, type: "number" as const })),
      ...others.map(({ name }) => ({ name: `${name} − ${first.name}`, type: "number" as const })),
    ],
    rows: COMPARE_MEASURES.map((measure) => {
      const { read, unit } = MEASURES[measure];
      const scale = unit === "percent" ? 100 : 1;
      const value = (option: ComparedOption): number | null => {
        const own = read(option);
        return own === null ? null : own * scale;
      };
      const base = value(first);
      const by = (option: ComparedOption): number | null => {
        const own = value(option);
        return own === null || base === null ? null : own - base;
      };
      const suffix = unit === null || text.units[unit] === "" ? "" : ` (${text.units[unit]})`;
      return [`${text.measures[measure]}${suffix}`, ...all.map(value), ...others.map(by)];
    }),
    geometry: null,
  };
  const flags: ExportTable = {
    name: text.measures.flags,
    columns: [text.title, text.resolvedList, text.raisedList].map((name) => ({ name, type: "string" })),
    rows: others.flatMap(({ name, figures: { resolved, raised } }) =>
      Array.from({ length: Math.max(resolved.length, raised.length) }, (_, i) => [
        name,
        ...[resolved[i], raised[i]].map((flag) => (flag === undefined ? null : flagWords(flag, language))),
      ]),
    ),
    geometry: null,
  };
  return others.length === 0 ? [measures] : [measures, flags];
}
