// Step 达标: how many communities fall short and in which way, then each of them, the worst first.

import { type CSSProperties, type ReactElement, useMemo, useState } from "react";
import type { CommunityResult } from "../../../core/assess/index.ts";
import { flagLabel } from "../../../messages/findings.ts";
import { changeView } from "../../commands/change-view.ts";
import { selectPlace } from "../../commands/select-place.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { COMMUNITY_STATES, type CommunityState } from "../../map/map-model.ts";
import { analysisOf, communityState } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { Figure } from "../../ui/figure.tsx";
import { formatArea, formatCount, formatShare } from "../../ui/format.ts";
import { Mark } from "../../ui/mark.tsx";
import { VirtualList } from "../../ui/virtual-list.tsx";
import { CoverageHeadline } from "../circles/coverage-headline.tsx";
import { SensitivitySection } from "./sensitivity-section.tsx";

const NO_COMMUNITIES: readonly CommunityResult[] = [];

export function AssessPanel(): ReactElement {
  const app = useApp();
  const text = useText();
  const communities = useAppState((state) => analysisOf(state)?.communities ?? NO_COMMUNITIES);
  const [only, setOnly] = useState<CommunityState | null>(null);
  const shown = useMemo(() => listed(communities, only), [communities, only]);
  const selected = useAppState(({ view }) =>
    view.selection?.kind === "community" ? view.selection.id : undefined,
  );
  const flagged = communities.filter((community) => communityState(community) !== "met").length;
  return (
    <>
      <CoverageHeadline />
      {communities.length === 0 ? (
        <p className="quiet">{text.assess.noCommunities}</p>
      ) : (
        <section className="fill">
          <h2>
            {text.assess.communities}
            <span className="grow" />
            <Button kind="plain" onClick={() => changeView(app, { drawerOpen: true })}>
              {text.assess.showFindings}
            </Button>
          </h2>
          <p className="quiet note">
            {text.assess.summary(formatCount(flagged), formatCount(communities.length))}
          </p>
          <StateChips communities={communities} only={only} onOnly={setOnly} />
          <VirtualList
            count={shown.length}
            rowHeight={56}
            chosen={shown.findIndex(({ id }) => id === selected)}
            row={(index, style) => {
              const community = shown[index];
              return community === undefined ? null : (
                <CommunityRow
                  key={community.id}
                  community={community}
                  chosen={community.id === selected}
                  style={style}
                />
              );
            }}
            wrap={(rows, style) => (
              <ul aria-label={text.assess.communities} style={style}>
                {rows}
              </ul>
            )}
          />
        </section>
      )}
      <SensitivitySection />
    </>
  );
}

/** What is certainly wrong first, then what is unknown, then by coverage. */
const ORDER: Readonly<Record<CommunityState, number>> = {
  both: 0,
  noCenter: 1,
  tooFar: 2,
  tooSmall: 3,
  unknown: 4,
  met: 5,
};

const STATES_WORST_FIRST = [...COMMUNITY_STATES].sort((a, b) => ORDER[a] - ORDER[b]);

function listed(communities: readonly CommunityResult[], only: CommunityState | null): CommunityResult[] {
  return communities
    .filter((community) => only === null || communityState(community) === only)
    .sort(
      (a, b) => ORDER[communityState(a)] - ORDER[communityState(b)] || (a.coverage ?? 2) - (b.coverage ?? 2),
    );
}

interface StateChipsProps {
  readonly communities: readonly CommunityResult[];
  readonly only: CommunityState | null;
  readonly onOnly: (state: CommunityState | null) => void;
}

function StateChips({ communities, only, onOnly }: StateChipsProps): ReactElement {
  const text = useText();
  const counts = STATES_WORST_FIRST.map((state) => ({
    state,
    count: communities.filter((community) => communityState(community) === state).length,
  })).filter(({ state, count }) => count > 0 || state === only);
  return (
    <div className="chips">
      {counts.map(({ state, count }) => (
        <button
          key={state}
          type="button"
          className="chip"
          aria-pressed={only === state}
          onClick={() => onOnly(only === state ? null : state)}
        >
          <Mark state={state} />
          {text.assess.state[state]}
          <span className="quiet">{formatCount(count)}</span>
        </button>
      ))}
    </div>
  );
}

interface CommunityRowProps {
  readonly community: CommunityResult;
  readonly chosen: boolean;
  readonly style: CSSProperties;
}

function CommunityRow({ community, chosen, style }: CommunityRowProps): ReactElement {
  const app = useApp();
  const text = useText();
  const language = useLanguage();
  const { id, name, households, coverage, floorArea, requiredArea, flags } = community;
  return (
    <li style={style}>
      <button
        type="button"
        className="row"
        aria-current={chosen || undefined}
        onClick={() => selectPlace(app, { kind: "community", id }, { fly: true })}
      >
        <span className="row-name">
          <Mark state={communityState(community)} />
          {name}
          <span className="row-flags">{flags.map((flag) => flagLabel(flag, language)).join(" · ")}</span>
        </span>
        <span className="row-detail quiet">
          <Figure value={formatShare(coverage)} unit={text.units.percent} />
          <Figure value={households === null ? null : formatCount(households)} unit={text.units.households} />
          <span>
            {formatArea(floorArea) ?? text.unknown}
            {requiredArea !== null && ` / ${formatArea(requiredArea)}`}
            <span className="unit">{text.units.squareMetres}</span>
          </span>
        </span>
      </button>
    </li>
  );
}
