// The grids of the plan: how many there are, how many are of the size asked for, and which are not.

import type { ReactElement } from "react";
import type { AreaRecord } from "../../../core/model/index.ts";
import { selectPlace } from "../../commands/select-place.ts";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import type { GridMark } from "../../map/grids/grid-scene.ts";
import { baselineOf } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { formatCount } from "../../ui/format.ts";
import { BigFigure } from "./big-figure.tsx";
import { Rows, type TalkRow } from "./talk-rows.tsx";

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
  const odd = useOddGrids(marks ?? []);
  return (
    <>
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
      {odd.length > 0 && <Rows rows={odd} />}
    </>
  );
}

/** Grids out of range or of unknown size, each with its community. */
function useOddGrids(marks: readonly GridMark[]): readonly TalkRow[] {
  const app = useApp();
  const { talk: words } = useMeetingText();
  const grids = useAppState(({ history }) => history.plan.grids);
  const communities = useAppState((state) => baselineOf(state)?.communities.records ?? NOBODY);
  return marks
    .filter(({ state }) => state !== "inRange")
    .map(({ id, label, households, state }) => {
      const grid = grids.find((one) => one.id === id);
      const community = communities.find((one) => one.id === grid?.communityId)?.name ?? "";
      return {
        id,
        name: `${community} ${label}`.trim(),
        said: [state === "unknown" ? words.unknown : `${households} ${words.households}`],
        onPick: () => selectPlace(app, { kind: "grid", id }, { fly: true }),
      };
    });
}

const NOBODY: readonly AreaRecord[] = [];
