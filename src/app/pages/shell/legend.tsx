// What the colours of the present step mean, on the map at the lower left.

import type { CSSProperties, ReactElement } from "react";
import type { Dictionary } from "../../i18n/dictionary.ts";
import { useText } from "../../i18n/use-text.ts";
import { LEGEND, type LegendEntry } from "../../map/palette.ts";
import { baselineOf } from "../../state/plan-selectors.ts";
import { bandsOf } from "../../state/result-keys.ts";
import { themeOf } from "../../state/theme-of.ts";
import { useAppState } from "../../state/use-app.ts";
import { formatPlain } from "../../ui/format.ts";

export function Legend(): ReactElement {
  const text = useText();
  const theme = useAppState(themeOf);
  const spoken = useAppState(({ talk }) => talk?.look.legend);
  const minutes = useAppState(({ settings }) => settings.walk.minutes);
  const straight = useAppState(({ settings }) => settings.straightCircles);
  const bounded = useAppState((state) => (baselineOf(state)?.communities.records.length ?? 0) > 0);
  const entries = LEGEND[theme].filter(
    ({ key }) =>
      (key !== "straight" || straight) && (key !== "community" || bounded) && spoken?.includes(key) !== false,
  );
  return (
    <ul className="legend" aria-label={text.legend.title}>
      {entries.map((entry) => (
        <li key={`${entry.key} ${entry.band ?? ""}`}>
          <span className="legend-sample" data-pattern={entry.pattern} style={sampleStyle(entry)} />
          {legendWords(entry, text, minutes)}
        </li>
      ))}
    </ul>
  );
}

function legendWords({ key, band }: LegendEntry, { legend }: Dictionary, minutes: number): string {
  if (key === "outside") return legend.outside(formatPlain(minutes));
  if (key !== "within") return legend[key];
  const bounds = [0, ...bandsOf(minutes)].map(formatPlain);
  return legend.within(bounds[band ?? 0] ?? "", bounds[(band ?? 0) + 1] ?? "");
}

function sampleStyle({ pattern, color, other, opacity = 1 }: LegendEntry): CSSProperties {
  if (pattern === "hatch") {
    return { background: `repeating-linear-gradient(45deg, ${color} 0 2px, ${other ?? "#f1efe9"} 2px 5px)` };
  }
  if (pattern === "ring") return { borderColor: color };
  if (pattern === "line" || pattern === "thick" || pattern === "dashed") {
    const width = pattern === "line" ? 1.5 : pattern === "thick" ? 4 : 2;
    return { borderTop: `${width}px ${pattern === "dashed" ? "dashed" : "solid"} ${color}` };
  }
  return { background: `color-mix(in srgb, ${color} ${opacity * 100}%, white)`, borderColor: color };
}
