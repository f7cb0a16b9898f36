// How the product carries each rule and named system of the policy documents: what computes, checks, shows or records
// it, which screen shows it and which test proves it. What is not carried says why.

import { ArrowRight } from "lucide-react";
import { type ReactElement, useEffect, useState } from "react";
import {
  COVERAGE_STATES,
  type Coverage,
  type CoverageScreen,
  type CoverageState,
  type CoveredRule,
  type CoveredSystem,
  carriersOf,
  type RulePack,
} from "../../../core/standards/index.ts";
import { carrierWords } from "../../../messages/carriers.ts";
import { inLanguage } from "../../../messages/findings.ts";
import { changeView } from "../../commands/change-view.ts";
import { loadPack } from "../../commands/packs/load-packs.ts";
import { noteTrouble } from "../../commands/run-work.ts";
import { useDeskText } from "../../i18n/use-desk-text.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { DESK_PAGES, STEPS } from "../../state/app-state.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { formatCount } from "../../ui/format.ts";
import { Segmented } from "../../ui/segmented.tsx";
import "./coverage.css";

const LISTS = ["rules", "systems"] as const;

export function CoveragePage(): ReactElement | null {
  const { coverage: words } = useDeskText();
  const coverage = useCoverage();
  const packs = useAppState((state) => state.packs);
  const packOf = (id: string): RulePack | null => packs.find((pack) => pack.id === id) ?? null;
  const [list, setList] = useState<(typeof LISTS)[number]>("rules");
  const [state, setState] = useState<CoverageState | null>(null);
  const [wanted, setWanted] = useState("");
  if (coverage === null) return null;
  const entries: readonly (CoveredRule | CoveredSystem)[] = coverage[list];
  const shown = entries.filter(
    (entry) => (state === null || entry.status === state) && isNamed(entry, wanted),
  );
  const count = (of: CoverageState): number => entries.filter(({ status }) => status === of).length;
  return (
    <>
      <header className="desk-head">
        <p className="quiet">
          {words.intro(formatCount(coverage.rules.length), formatCount(coverage.systems.length))}
        </p>
      </header>
      <div className="desk-tools">
        <input
          className="field"
          type="search"
          aria-label={words.find}
          placeholder={words.find}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
        <Segmented
          label={words.list}
          value={list}
          options={LISTS.map((value) => ({
            value,
            label: `${words.lists[value]} ${formatCount(coverage[value].length)}`,
          }))}
          onChange={setList}
        />
        <span className="chips">
          {COVERAGE_STATES.filter((of) => count(of) > 0 || of === state).map((of) => (
            <button
              key={of}
              type="button"
              className="chip"
              aria-pressed={state === of}
              onClick={() => setState(state === of ? null : of)}
            >
              {words.states[of]}
              <span className="quiet">{formatCount(count(of))}</span>
            </button>
          ))}
        </span>
      </div>
      <ol className="coverage-list">
        {shown.map((entry) => (
          <CoverageRow key={entry.id} entry={entry} packOf={packOf} />
        ))}
        {shown.length === 0 && <li className="coverage-row quiet">{words.none}</li>}
      </ol>
    </>
  );
}

interface CoverageRowProps {
  readonly entry: CoveredRule | CoveredSystem;
  readonly packOf: (id: string) => RulePack | null;
}

function CoverageRow({ entry, packOf }: CoverageRowProps): ReactElement {
  const { coverage: words } = useDeskText();
  const language = useLanguage();
  const { id, name, status, screen, test, note } = entry;
  const carried = carrierWords(carriersOf(entry), packOf, language);
  return (
    <li className="coverage-row" data-state={status}>
      <span className="quiet">{id}</span>
      <span>
        {inLanguage(name, language)}
        {note !== undefined && <small className="quiet">{inLanguage(note, language)}</small>}
      </span>
      <span className="coverage-state">{words.states[status]}</span>
      <span>
        {carried}
        {screen !== null && <ScreenLink screen={screen} />}
      </span>
      <small className="quiet">{test}</small>
    </li>
  );
}

/** Goes to the step, or to the page of the desk, that shows it. */
function ScreenLink({ screen }: { readonly screen: CoverageScreen }): ReactElement {
  const app = useApp();
  const { coverage: words } = useDeskText();
  const page = DESK_PAGES.find((one) => one === screen) ?? null;
  const step = STEPS.find((one) => one === screen);
  return (
    <button
      type="button"
      className="coverage-link"
      onClick={() => changeView(app, { desk: page, ...(step === undefined ? {} : { step }) })}
    >
      {words.screens[screen]}
      <ArrowRight size={12} aria-hidden="true" />
    </button>
  );
}

/** The table, and the packs it speaks of as they come in: what carries is said by its name once its pack is read. */
function useCoverage(): Coverage | null {
  const app = useApp();
  const [coverage, setCoverage] = useState<Coverage | null>(null);
  useEffect(() => {
    const read = async (): Promise<void> => {
      const bytes = await app.host.fetchFile("./standards/coverage.json");
      const found = JSON.parse(new TextDecoder().decode(bytes)) as Coverage;
      setCoverage(found);
      for (const id of new Set(found.rules.map(({ pack }) => pack))) await loadPack(app, id);
    };
    read().catch((error: unknown) => noteTrouble(app.store, error));
  }, [app]);
  return coverage;
}

const isNamed = ({ id, name }: CoveredRule | CoveredSystem, wanted: string): boolean =>
  `${id} ${name.zh} ${name.en}`.toLowerCase().includes(wanted.trim().toLowerCase());
