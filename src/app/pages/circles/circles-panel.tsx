// Step 服务圈: coverage, how circles are drawn, the centres with what each reaches.

import { MapPinPlus } from "lucide-react";
import type { CSSProperties, ReactElement } from "react";
import { AREA_VIEWS } from "../../../core/access/index.ts";
import { changeSettings } from "../../commands/change-settings.ts";
import { changeView } from "../../commands/change-view.ts";
import { selectPlace } from "../../commands/select-place.ts";
import { useText } from "../../i18n/use-text.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { analysisOf, centersOf } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { CheckField } from "../../ui/check-field.tsx";
import { Figure } from "../../ui/figure.tsx";
import { formatArea, formatCount } from "../../ui/format.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { VirtualList } from "../../ui/virtual-list.tsx";
import { BandTable } from "./band-table.tsx";
import { CoverageHeadline } from "./coverage-headline.tsx";
import { MinutesChart } from "./minutes-chart.tsx";

export function CirclesPanel(): ReactElement {
  const app = useApp();
  const text = useText();
  const analysis = useAppState(analysisOf);
  const areaView = useAppState(({ settings }) => settings.areaView);
  const straight = useAppState(({ settings }) => settings.straightCircles);
  return (
    <>
      <CoverageHeadline />
      {analysis !== null && (
        <section>
          <BandTable totals={analysis.totals} minutes={analysis.walk.minutes} />
          <MinutesChart />
        </section>
      )}
      <section className="stack">
        <h2>{text.circles.view}</h2>
        <Segmented
          label={text.circles.view}
          value={areaView}
          options={AREA_VIEWS.map((value) => ({ value, label: text.circles.views[value] }))}
          onChange={(value) => changeSettings(app, { areaView: value })}
        />
        <p className="quiet note">{text.circles.viewHints[areaView]}</p>
        <CheckField
          label={text.circles.straight}
          hint={text.circles.straightHint}
          checked={straight}
          onChange={(straightCircles) => changeSettings(app, { straightCircles })}
        />
      </section>
      <CenterList />
    </>
  );
}

function CenterList(): ReactElement {
  const app = useApp();
  const text = useText();
  const centers = useAppState(centersOf);
  const readOnly = useAppState(isReadOnly);
  const adding = useAppState(({ view }) => view.tool === "addCenter") && !readOnly;
  const chosen = useAppState(({ view, ...state }) => {
    const { selection } = view;
    return selection?.kind === "center" ? centersOf(state).findIndex(({ id }) => id === selection.id) : -1;
  });
  return (
    <section className="fill">
      <h2>
        {text.circles.centers}
        <span className="quiet">{text.circles.centersCount(formatCount(centers.length))}</span>
        <span className="grow" />
        <Button
          aria-pressed={adding}
          disabled={readOnly}
          title={readOnly ? text.inspector.refusals.readOnly : undefined}
          onClick={() => changeView(app, { tool: adding ? "select" : "addCenter" })}
        >
          <MapPinPlus size={14} aria-hidden="true" />
          {text.circles.add}
        </Button>
      </h2>
      <p className="quiet note">
        {readOnly ? text.inspector.refusals.readOnly : adding ? text.circles.adding : text.circles.dragHint}
      </p>
      <VirtualList
        count={centers.length}
        rowHeight={44}
        chosen={chosen}
        row={(index, style) => <CenterRow key={centers[index]?.id ?? index} index={index} style={style} />}
        wrap={(rows, style) => (
          <ul aria-label={text.circles.centers} style={style}>
            {rows}
          </ul>
        )}
      />
    </section>
  );
}

function CenterRow({
  index,
  style,
}: {
  readonly index: number;
  readonly style: CSSProperties;
}): ReactElement | null {
  const app = useApp();
  const text = useText();
  const center = useAppState((state) => centersOf(state)[index]);
  const result = useAppState((state) => analysisOf(state)?.centers[index]);
  const chosen = useAppState(
    ({ view }) => view.selection?.kind === "center" && view.selection.id === center?.id,
  );
  if (center === undefined) return null;
  return (
    <li style={style}>
      <button
        type="button"
        className="row"
        aria-current={chosen || undefined}
        onClick={() => selectPlace(app, { kind: "center", id: center.id }, { fly: true })}
      >
        <span className="row-name">
          <span className="level" data-level={center.level}>
            {text.inspector.levels[center.level]}
          </span>
          {center.name}
        </span>
        <span className="row-detail quiet">
          <span>
            {text.circles.reach}{" "}
            <Figure
              value={result?.id === center.id ? formatCount(result.reachHouseholds) : text.noValue}
              unit={text.units.households}
            />
          </span>
          <Figure value={formatArea(center.floorArea)} unit={text.units.squareMetres} />
        </span>
      </button>
    </li>
  );
}
