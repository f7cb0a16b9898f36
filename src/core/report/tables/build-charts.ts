// Charts of a report as numbers: where a row of figures is read quicker as lengths than as a table. An office format
// draws them natively, so that they stay editable. Shares are in percent, rounded down as on the pages.

import { BAND_COLORS, TOO_FAR, TOO_SMALL } from "../palette.ts";
import type { ReportRequest, ReportSubject } from "../report-input.ts";
import { say } from "../report-words.ts";
import { floorPercent } from "../write-figure.ts";
import type { ReportChart } from "./report-chart.ts";

/** Most communities a chart can name; the worst served are kept. */
const MOST_BARS = 30;

/** So many are all shown. */
const FEW = 12;

export function buildCharts(subject: ReportSubject, request: ReportRequest): ReportChart[] {
  return [...coverageChart(subject, request), ...optionCharts(subject, request)];
}

/** Communities of known coverage, the worst first; of many, those that reach everybody are left out. */
function coverageChart({ analysis }: ReportSubject, { words, only }: ReportRequest): ReportChart[] {
  const { minutes } = analysis.walk;
  const all = analysis.communities
    .flatMap(({ id, name, coverage }) =>
      coverage === null || !(only?.includes(id) ?? true) ? [] : [{ name: name || id, coverage }],
    )
    .sort((a, b) => a.coverage - b.coverage);
  const short = all.length > FEW ? all.filter(({ coverage }) => coverage < 1) : all;
  if (short.length < 2) return [];
  const known = short.slice(0, MOST_BARS);
  const title = known.length === all.length ? "chart.coverage" : "chart.coverageLowest";
  const values = known.map(({ coverage }) => floorPercent(coverage));
  return [
    {
      key: "coverage",
      title: say(words, title, { minutes, n: known.length }),
      axis: say(words, "chart.percent"),
      categories: known.map(({ name }) => name),
      series: [{ name: say(words, "figure.coverage"), color: BAND_COLORS[0], values }],
      end: 100,
    },
  ];
}

function optionCharts(
  { analysis }: ReportSubject,
  { words, option, compared }: ReportRequest,
): ReportChart[] {
  const { totals, communities } = analysis;
  const options = [{ name: option, totals, communities }, ...compared];
  if (options.length < 2) return [];
  const categories = options.map(({ name }) => name);
  const flagged = (...flags: readonly string[]): number[] =>
    options.map(
      (one) => one.communities.filter((result) => result.flags.some((flag) => flags.includes(flag))).length,
    );
  const shares = options.map((one) => floorPercent(one.totals.coverage ?? 0));
  return [
    {
      key: "options",
      title: say(words, "chart.options"),
      axis: say(words, "chart.percent"),
      categories,
      series: [{ name: say(words, "figure.coverage"), color: BAND_COLORS[0], values: shares }],
      end: 100,
    },
    {
      key: "flags",
      title: say(words, "chart.flags"),
      axis: say(words, "chart.count"),
      categories,
      series: [
        {
          name: say(words, "legend.tooSmall"),
          color: TOO_SMALL,
          values: flagged("tooSmall", "noCenter"),
        },
        { name: say(words, "legend.tooFar"), color: TOO_FAR, values: flagged("tooFar") },
      ],
      end: null,
    },
  ];
}
