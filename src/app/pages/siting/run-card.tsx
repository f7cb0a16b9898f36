// The search: begin, watch the best so far close in on its bound, stop and take what there is.

import type { ReactElement } from "react";
import { solveSites } from "../../commands/siting/solve-sites.ts";
import { useSitingText } from "../../i18n/use-siting-text.ts";
import type { SiteWork } from "../../state/site-work.ts";
import { useApp } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { formatPlain } from "../../ui/format.ts";
import { formatGap } from "./format-gap.ts";

export function RunCard({ work }: { readonly work: SiteWork }): ReactElement {
  const app = useApp();
  const text = useSitingText().run;
  const { running } = work;
  if (running === null) {
    return (
      <Button kind="primary" onClick={() => void solveSites(app)}>
        {text.solve}
      </Button>
    );
  }
  const { objective, bound, stopping } = running;
  const gap = objective === null || bound === null ? null : Math.abs(objective - bound) / Math.abs(objective);
  return (
    <div className="stack" role="status">
      <p>
        {objective === null ? text.walking : text.best(formatPlain(objective))}
        {bound !== null && <span className="quiet run-bound">{text.bound(formatPlain(bound))}</span>}
      </p>
      <p className="range-track" aria-hidden="true">
        <span
          className="range-fill"
          style={{ width: `${gap === null ? 4 : Math.max(4, 100 - 100 * Math.min(1, gap))}%` }}
        />
      </p>
      {gap !== null && Number.isFinite(gap) && <p className="quiet note">{text.gap(formatGap(gap))}</p>}
      <Button disabled={stopping} onClick={running.stop}>
        {stopping ? text.stopping : text.stop}
      </Button>
    </div>
  );
}
