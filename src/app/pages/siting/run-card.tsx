// The search: begin, watch the best so far close in on its bound, stop and take what there is.

import type { ReactElement } from "react";
import { solveSites } from "../../commands/siting/solve-sites.ts";
import { useSitingText } from "../../i18n/use-siting-text.ts";
import type { SiteWork } from "../../state/site-work.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { formatGap, writeMeasure } from "./format-gap.ts";

export function RunCard({ work }: { readonly work: SiteWork }): ReactElement {
  const app = useApp();
  const text = useSitingText();
  const households = useAppState(({ analysis }) => analysis?.value.totals.households ?? Number.NaN);
  const { running } = work;
  if (running === null) {
    return (
      <Button kind="primary" onClick={() => void solveSites(app)}>
        {text.run.solve}
      </Button>
    );
  }
  const { best, gap, stopping } = running;
  const waiting = gap === null ? text.run.walking : text.run.searching;
  const write = (value: number): string => writeMeasure(best?.measure ?? "sites", value, households);
  return (
    <div className="stack" role="status">
      <p>
        {best === null ? waiting : text.run.best(text.answer.measure[best.measure](write(best.value)))}
        {best !== null && Number.isFinite(best.bound) && (
          <span className="quiet run-bound">{text.answer.boundNote[best.measure](write(best.bound))}</span>
        )}
      </p>
      <p className="range-track" aria-hidden="true">
        <span
          className="range-fill"
          style={{ width: `${gap === null ? 4 : Math.max(4, 100 - 100 * Math.min(1, gap))}%` }}
        />
      </p>
      {gap !== null && gap < 1 && <p className="quiet note">{text.run.gap(formatGap(gap))}</p>}
      <Button disabled={stopping} onClick={running.stop}>
        {stopping ? text.run.stopping : text.run.stop}
      </Button>
    </div>
  );
}
