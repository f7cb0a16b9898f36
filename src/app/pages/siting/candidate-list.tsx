// The candidates by what they gain, each with its score in parts, its area and cost to be filled in, and whether it is
// asked about.

import { Trash2 } from "lucide-react";
import { type CSSProperties, type ReactElement, useMemo } from "react";
import type { ScoredSite, SiteScore } from "../../../core/engine/index.ts";
import type { CandidateSite, EditInputs } from "../../../core/model/index.ts";
import { editPlan } from "../../commands/edit-plan.ts";
import { changeSiting } from "../../commands/siting/change-siting.ts";
import { excludeCandidate, findCandidates } from "../../commands/siting/edit-candidates.ts";
import { useSitingText } from "../../i18n/use-siting-text.ts";
import { useText } from "../../i18n/use-text.ts";
import { isReadOnly } from "../../state/keeping.ts";
import type { SiteWork } from "../../state/site-work.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { CheckField } from "../../ui/check-field.tsx";
import { EntryField } from "../../ui/entry-field.tsx";
import { formatArea, formatCount, formatPlain } from "../../ui/format.ts";
import { VirtualList } from "../../ui/virtual-list.tsx";

const ROW = 44;
/** Rows in sight before the list scrolls. */
const MOST = 6;

export function CandidateList({ work }: { readonly work: SiteWork }): ReactElement {
  const app = useApp();
  const text = useSitingText().candidates;
  const candidates = useAppState(({ history }) => history.plan.candidates);
  const readOnly = useAppState(isReadOnly);
  const scores = useMemo(
    () => new Map(work.scores?.sites.map((site) => [site.id, site]) ?? []),
    [work.scores],
  );
  const rows = useMemo(() => byGain(candidates, scores), [candidates, scores]);
  const picked = rows.find(({ id }) => id === work.picked);
  return (
    <div className="stack">
      {rows.length === 0 ? (
        <p className="quiet note">{text.empty}</p>
      ) : (
        <div className="candidates" style={{ height: ROW * Math.min(MOST, rows.length) }}>
          <VirtualList
            count={rows.length}
            rowHeight={ROW}
            chosen={rows.findIndex(({ id }) => id === work.picked)}
            row={(index, style) => {
              const candidate = rows[index];
              if (candidate === undefined) return null;
              const site = scores.get(candidate.id) ?? null;
              return <Row key={candidate.id} candidate={candidate} site={site} work={work} style={style} />;
            }}
            wrap={(inner, style) => <ul style={style}>{inner}</ul>}
          />
        </div>
      )}
      {picked !== undefined && (
        <CandidateCard candidate={picked} site={scores.get(picked.id) ?? null} work={work} />
      )}
      <div>
        <Button disabled={readOnly} onClick={() => void findCandidates(app)}>
          {text.find}
        </Button>
      </div>
    </div>
  );
}

function byGain(
  candidates: readonly CandidateSite[],
  scores: ReadonlyMap<string, ScoredSite>,
): readonly CandidateSite[] {
  const gain = ({ id }: CandidateSite): number => scores.get(id)?.score.households ?? -1;
  return candidates.toSorted((a, b) => gain(b) - gain(a));
}

interface RowProps {
  readonly candidate: CandidateSite;
  readonly site: ScoredSite | null;
  readonly work: SiteWork;
}

function Row({ candidate, site, work, style }: RowProps & { readonly style: CSSProperties }): ReactElement {
  const app = useApp();
  const text = useSitingText();
  const units = useText().units;
  const { id, name, kind, floorArea, cost } = candidate;
  const picked = work.picked === id;
  const area = formatArea(floorArea);
  const facts = [
    kind,
    area === null ? text.answer.areaUnknown : text.answer.area(area),
    cost === null ? text.answer.costUnknown : text.answer.cost(formatPlain(cost)),
  ];
  return (
    <li style={style}>
      <button
        type="button"
        className="row"
        aria-current={picked || undefined}
        data-excluded={work.excluded.has(id) || undefined}
        onClick={() => changeSiting(app, { picked: picked ? null : id })}
      >
        <span className="row-name">
          <span className="site-name">{name || id}</span>
          <span className="figure">
            {site === null ? "" : `+${formatCount(site.score.households)}`}
            {site !== null && <span className="unit">{units.households}</span>}
          </span>
        </span>
        <span className="row-detail quiet">
          <span>{facts.filter((fact) => fact !== null && fact !== "").join(" · ")}</span>
        </span>
      </button>
    </li>
  );
}

function CandidateCard({ candidate, site, work }: RowProps): ReactElement {
  const app = useApp();
  const text = useSitingText().candidates;
  const readOnly = useAppState(isReadOnly);
  const { id, floorArea, cost } = candidate;
  const change = (fields: Omit<EditInputs["candidate.change"], "id">): boolean => {
    const refused = editPlan(app, "candidate.change", { id, ...fields });
    return refused === null || refused === "nothingChanged";
  };
  const enter =
    (key: "floorArea" | "cost", refusal: string) =>
    (typed: string): string | null => {
      const value = typed === "" ? null : Number(typed.replaceAll(",", ""));
      if (value !== null && !Number.isFinite(value)) return refusal;
      return change({ [key]: value }) ? null : refusal;
    };
  return (
    <div className="candidate-card stack">
      {site !== null && <ScoreFacts score={site.score} />}
      <fieldset className="pair" disabled={readOnly}>
        <EntryField
          label={text.area}
          inputMode="decimal"
          value={floorArea === null ? "" : String(floorArea)}
          onEnter={enter("floorArea", text.badArea)}
        />
        <EntryField
          label={text.cost}
          inputMode="decimal"
          value={cost === null ? "" : String(cost)}
          onEnter={enter("cost", text.badCost)}
        />
      </fieldset>
      <div className="candidate-acts">
        <CheckField
          label={text.include}
          checked={!work.excluded.has(id)}
          onChange={(asked) => excludeCandidate(app, id, !asked)}
        />
        <IconButton
          label={text.remove}
          disabled={readOnly}
          onClick={() => {
            if (editPlan(app, "candidate.remove", { id }) === null) changeSiting(app, { picked: null });
          }}
        >
          <Trash2 size={16} />
        </IconButton>
      </div>
    </div>
  );
}

/** The parts of a score, never one number. */
function ScoreFacts({ score }: { readonly score: SiteScore }): ReactElement {
  const text = useSitingText().candidates;
  const { units } = useText();
  const street =
    score.street === null
      ? text.noStreet
      : text.streetAt(text.streets[score.street], formatCount(score.streetMeters ?? 0));
  const facts: readonly (readonly [string, string, string?])[] = [
    [text.gain, formatCount(score.households), units.households],
    [text.elderly, formatCount(score.elderly), units.households],
    [text.within, formatCount(score.within), units.households],
    [text.density, formatPlain(score.density), text.densityUnit],
    ...(score.transitStops === null ? [] : [[text.stops, formatCount(score.transitStops)] as const]),
    [text.street, street],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value, unit]) => (
        <div key={name}>
          <dt className="quiet">{name}</dt>
          <dd className="figure">
            {value}
            {unit !== undefined && <span className="unit">{unit}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
