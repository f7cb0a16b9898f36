// Households by minute of walking as bars in the map's colours, with a line at the minutes asked for.

import { type ReactElement, useMemo } from "react";
import { useText } from "../../i18n/use-text.ts";
import { householdHistogram } from "../../state/household-histogram.ts";
import { analysisOf, baselineOf } from "../../state/plan-selectors.ts";
import { useAppState } from "../../state/use-app.ts";
import { formatCount, formatPlain } from "../../ui/format.ts";

const WIDTH = 300;
const HEIGHT = 72;
const AXIS = 16;

export function MinutesChart(): ReactElement | null {
  const text = useText();
  const analysis = useAppState(analysisOf);
  const baseline = useAppState(baselineOf);
  const histogram = useMemo(
    () =>
      analysis === null || baseline === null
        ? null
        : householdHistogram(analysis.access, baseline.residences.households, analysis.walk),
    [analysis, baseline],
  );
  if (histogram === null || analysis === null) return null;
  const { minutes } = analysis.walk;
  const columns = [...histogram.bins, histogram.beyond];
  const step = WIDTH / columns.length;
  const most = Math.max(1, ...columns);
  const last = columns.length - 1;
  const label = text.coverage.histogramLabel(formatCount(analysis.totals.covered), formatPlain(minutes));
  return (
    <figure className="minutes-chart">
      <figcaption>{text.coverage.histogram}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + AXIS}`} role="img" aria-label={label}>
        <title>{label}</title>
        {columns.map((households, minute) => {
          const height = (households / most) * (HEIGHT - 4);
          return (
            <rect
              key={minute < last ? minute : "beyond"}
              x={minute * step + 0.75}
              y={HEIGHT - height}
              width={step - 1.5}
              height={height}
              data-band={bandOf(minute, minutes, last)}
            >
              <title>{`${minute < last ? `${minute}–${minute + 1}` : `> ${minute}`} ${text.units.minutes}: ${formatCount(households)} ${text.units.households}`}</title>
            </rect>
          );
        })}
        <line className="base" x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        <line className="limit" x1={minutes * step} x2={minutes * step} y1={0} y2={HEIGHT + 3} />
        {[0, minutes / 3, (minutes * 2) / 3, minutes, (minutes * 4) / 3, (minutes * 5) / 3].map((minute) => (
          <text key={minute} x={minute * step} y={HEIGHT + 13} data-limit={minute === minutes || undefined}>
            {formatPlain(minute)}
          </text>
        ))}
        <text x={WIDTH} y={HEIGHT + 13} data-end="true">
          {text.coverage.minutesAxis}
        </text>
      </svg>
    </figure>
  );
}

function bandOf(minute: number, minutes: number, last: number): string {
  if (minute >= minutes || minute === last) return "outside";
  return minute < minutes / 3 ? "near" : minute < (minutes * 2) / 3 ? "middle" : "far";
}
