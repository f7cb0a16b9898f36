// Where a figure comes from: what it is, the sum with its numbers, the rules that rest on it with their articles, the
// files it was read from and their dates, the plan option and the revision.

import type { ReactElement } from "react";
import type { CenterResult, CommunityResult } from "../../../core/assess/index.ts";
import type { LayerRole } from "../../../core/model/index.ts";
import type { MetricId, Rule } from "../../../core/standards/index.ts";
import { basisSentence, inLanguage } from "../../../messages/findings.ts";
import { askOf } from "../../../messages/rule-words.ts";
import type { DeskWords } from "../../i18n/desk-words.ts";
import { useDeskText } from "../../i18n/use-desk-text.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import type { AppState } from "../../state/app-state.ts";
import { analysisOf, baselineOf, centersOf, packOf } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { formatArea, formatCount, formatPlain, formatShare, formatSpeed } from "../../ui/format.ts";

export type FigureName = keyof DeskWords["explain"]["figures"];

interface ExplanationProps {
  readonly figure: FigureName;
  /** Id of the community, centre or grid; none for the whole district. */
  readonly place?: string;
}

export function Explanation({ figure, place = "" }: ExplanationProps): ReactElement {
  const app = useApp();
  const text = useText();
  const { explain: words } = useDeskText();
  const language = useLanguage();
  const pack = useAppState(packOf);
  const analysis = useAppState(analysisOf);
  const option = useAppState(({ options, currentOption }) => options.find(({ id }) => id === currentOption));
  const revision = useAppState(({ history }) => history.revision);
  const { metrics, layers } = BASIS[figure];
  const formula = formulaOf(figure, place, app.store.getState(), words);
  const rules = (pack?.rules ?? []).filter(
    ({ metric, off, each }) => metrics.includes(metric) && off !== true && each === undefined,
  );
  const sources = (baselineOf(app.store.getState())?.sources ?? []).filter(({ role }) =>
    layers.includes(role),
  );
  return (
    <>
      <h3>{words.figures[figure].name}</h3>
      <p>{words.figures[figure].meaning}</p>
      {formula !== null && <p className="formula">{formula}</p>}
      {rules.map((rule) => (
        <RuleLine key={rule.id} rule={rule} />
      ))}
      <p className="quiet">
        {sources
          .map(({ file, asOf }) => `${file} (${asOf ?? text.data.noDate})`)
          .join(language === "en" ? ", " : "、")}
      </p>
      <p className="quiet">
        {[
          ...(option === undefined || option.name === "" ? [] : [words.option(option.name)]),
          `${text.provenance.revision} ${revision}`,
          ...(analysis === null
            ? []
            : [words.walk(formatPlain(analysis.walk.minutes), formatSpeed(analysis.walk.speed))]),
        ].join(" · ")}
      </p>
    </>
  );
}

function RuleLine({ rule }: { readonly rule: Rule }): ReactElement {
  const language = useLanguage();
  const { rules: words } = useDeskText();
  return (
    <p>
      <strong>{inLanguage(rule.title, language)}</strong> {askOf(rule, language) ?? words.noValue}
      {rule.edited === true && <span className="edited-mark">{words.edited}</span>}
      <br />
      <span className="quiet">{basisSentence(rule, language)}</span>
    </p>
  );
}

interface Basis {
  /** Metrics whose rules rest on the figure. */
  readonly metrics: readonly MetricId[];
  readonly layers: readonly LayerRole[];
}

const WALKED: readonly LayerRole[] = ["residences", "centers", "network", "barriers", "gates"];
const access: Basis = { metrics: ["community.accessCoverage"], layers: WALKED };
const area: Basis = {
  metrics: ["community.areaPer100Households", "community.floorArea"],
  layers: ["centers", "residences"],
};
const walked: Basis = { metrics: [], layers: WALKED };

const BASIS: Readonly<Record<FigureName, Basis>> = {
  coverage: access,
  communityCoverage: access,
  communityHouseholds: { metrics: ["community.households"], layers: ["residences", "communities"] },
  communityArea: area,
  communityAsked: area,
  p50: walked,
  p90: walked,
  worst: access,
  allocated: walked,
  centerArea: { metrics: ["center.floorArea"], layers: ["centers"] },
  centerReach: walked,
  centerNearest: walked,
  centerInside: walked,
  gridHouseholds: { metrics: ["grid.households"], layers: ["residences", "grids"] },
};

/** The sum with its numbers; null where the figure is read as it stands. */
function formulaOf(
  figure: FigureName,
  place: string,
  state: AppState,
  words: DeskWords["explain"],
): string | null {
  const analysis = analysisOf(state);
  if (analysis === null) return null;
  if (figure === "coverage") {
    const { covered, households, coverage } = analysis.totals;
    return shareOf(covered, households, coverage);
  }
  const community = analysis.communities.find(({ id }) => id === place);
  if (community !== undefined) return communityFormula(figure, community, state, words);
  const center = analysis.centers.find(({ id }) => id === place);
  return center === undefined ? null : centerFormula(figure, center, words);
}

function communityFormula(
  figure: FigureName,
  result: CommunityResult,
  state: AppState,
  words: DeskWords["explain"],
): string | null {
  const { households, covered, coverage, residences, unknownResidences, requiredArea } = result;
  if (figure === "communityCoverage" && households !== null) return shareOf(covered, households, coverage);
  if (figure === "communityHouseholds") {
    return words.summed(formatCount(residences - unknownResidences), formatCount(unknownResidences));
  }
  if (figure === "communityAsked" && households !== null && requiredArea !== null) {
    const per = (requiredArea / households) * 100;
    return `${formatCount(households)} ÷ 100 × ${formatPlain(per)} = ${formatArea(requiredArea)}`;
  }
  if (figure === "communityArea") {
    const own = centersOf(state).filter(({ communityId, level }) => {
      return communityId === result.id && level === "community";
    });
    return own.length === 0
      ? null
      : own.map(({ name, floorArea }) => `${name} ${formatArea(floorArea) ?? "?"}`).join(" + ");
  }
  return null;
}

function centerFormula(
  figure: FigureName,
  { households, coveredHouseholds }: CenterResult,
  words: DeskWords["explain"],
): string | null {
  if (figure !== "centerInside" || households === 0) return null;
  return words.ofThem(formatCount(coveredHouseholds), formatCount(households));
}

const shareOf = (part: number, whole: number, share: number | null): string =>
  `${formatCount(part)} ÷ ${formatCount(whole)} = ${formatShare(share) ?? "?"} %`;
