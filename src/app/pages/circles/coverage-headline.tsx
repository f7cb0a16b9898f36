// The figure everyone asks for first: the share of households within the walk, and what is missing to it.

import { lazy, type ReactElement } from "react";
import { useText } from "../../i18n/use-text.ts";
import { analysisOf } from "../../state/plan-selectors.ts";
import { isStale } from "../../state/result-keys.ts";
import { useAppState } from "../../state/use-app.ts";
import { ExplainedFigure } from "../../ui/explained-figure.tsx";
import { formatCount, formatPlain, formatShare } from "../../ui/format.ts";

const Explanation = lazy(async () => ({
  default: (await import("../inspector/explanation.tsx")).Explanation,
}));

export function CoverageHeadline(): ReactElement | null {
  const text = useText();
  const analysis = useAppState(analysisOf);
  const stale = useAppState(isStale);
  if (analysis === null) return null;
  const { totals, walk } = analysis;
  const share = formatShare(totals.coverage);
  return (
    <section className="headline" data-stale={stale || undefined} aria-label={text.coverage.title}>
      <h2>
        {text.coverage.title}
        <span className="quiet">{text.coverage.within(formatPlain(walk.minutes))}</span>
      </h2>
      <p className="hero">
        {share === null ? (
          text.unknown
        ) : (
          <ExplainedFigure label={text.coverage.title} card={<Explanation figure="coverage" />}>
            {share}
            <span className="unit">%</span>
          </ExplainedFigure>
        )}
        <span className="hero-of">
          {text.coverage.of(formatCount(totals.covered), formatCount(totals.households))}
        </span>
      </p>
      {stale && (
        <p className="quiet note" role="status">
          {text.coverage.stale}
        </p>
      )}
      {totals.unknownResidences > 0 && (
        <p className="quiet note">{text.coverage.unknownResidences(formatCount(totals.unknownResidences))}</p>
      )}
    </section>
  );
}
