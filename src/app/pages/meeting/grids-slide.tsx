// The grids of the plan: how many there are and how many are of the size asked for.

import type { ReactElement } from "react";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import { useAppState } from "../../state/use-app.ts";
import { formatCount } from "../../ui/format.ts";
import { BigFigure } from "./big-figure.tsx";

export function GridsSlide(): ReactElement {
  const { talk: words } = useMeetingText();
  const count = useAppState(
    ({ history }) => history.plan.grids.filter(({ parentId }) => parentId === null).length,
  );
  const marks = useAppState(({ grids }) => grids?.scenery.marks ?? null);
  const drawn = useAppState(
    ({ grids }) => grids !== null && grids.scenery.outlines !== null && !grids.scenery.stale,
  );
  const { min, max } = useAppState(({ settings }) => settings.gridRange);
  const inRange = marks?.filter(({ state }) => state === "inRange").length ?? 0;
  const outside = marks?.filter(({ state }) => state === "outside").length ?? 0;
  const unknown = marks?.filter(({ state }) => state === "unknown").length ?? 0;
  return (
    <dl className="talk-figures">
      <BigFigure value={formatCount(count)}>{words.gridCount}</BigFigure>
      {marks !== null && (
        <div className="talk-line">
          <dt>{words.gridIn(formatCount(inRange), `${formatCount(min)}–${formatCount(max)}`)}</dt>
          {outside > 0 && <dd>{words.gridOut(formatCount(outside))}</dd>}
          {unknown > 0 && <dd>{words.gridUnknown(formatCount(unknown))}</dd>}
        </div>
      )}
      {!drawn && (
        <div className="talk-line" role="status">
          <dt>{words.gridWait}</dt>
        </div>
      )}
    </dl>
  );
}
