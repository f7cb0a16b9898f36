// Charts as pages or parts of one: horizontal bars in even rows, names to the left, values at the ends. The page keeps the numbers, so
// that an office format draws its own.

import {
  type Box,
  bottom,
  type ChartItem,
  type PageItem,
  POINT,
  right,
  type Shape,
  type TextStyle,
} from "../page.ts";
import { GROUND } from "../palette.ts";
import { boxShape, fillOf, labelShape, lineShape } from "../shapes.ts";
import { buildCharts } from "../tables/build-charts.ts";
import type { ReportChart } from "../tables/report-chart.ts";
import { breakLines } from "../text/break-lines.ts";
import { measureText } from "../text/measure-text.ts";
import { groupDigits } from "../write-figure.ts";
import { heading } from "./blocks.ts";
import { type Desk, type Draft, draftOf } from "./draft.ts";
import { framePage } from "./page-frame.ts";
import { sized } from "./page-look.ts";
import { formulaFoot } from "./provenance.ts";

/** Pages of the charts with these keys, those that there are. */
export function chartPages(desk: Desk, keys: readonly string[]): Draft[] {
  const { subject, request, sheet, foot, provenance } = desk;
  const subtitle = `${provenance.option} · ${provenance.walk}`;
  return buildCharts(subject, request)
    .filter(({ key }) => keys.includes(key))
    .map((chart) => {
      const { title } = chart;
      const feet = [...foot, formulaFoot(subject, request.words, ["figure.covered", "figure.coverage"])];
      const frame = framePage({ sheet, title, subtitle, request, foot: feet, isMap: false });
      const item = setChart(chart, frame.body, sheet.type);
      return draftOf({ key: `chart:${chart.key}`, kind: "chart", title, items: [...frame.items, item] });
    });
}

/** The charts side by side in a box, each under its title; nothing where there is no room for them. */
export function chartsIn(desk: Desk, keys: readonly string[], box: Box): readonly PageItem[] {
  const { subject, request, sheet } = desk;
  const { type } = sheet;
  const charts = buildCharts(subject, request).filter(({ key }) => keys.includes(key));
  const gap = 8 * type;
  const width = (box.width - gap * (charts.length - 1)) / charts.length;
  if (box.height < LEAST_HEIGHT * type) return [];
  return charts.flatMap((chart, i) => {
    const x = box.x + i * (width + gap);
    const title = heading({ ...sized("heading", type), text: chart.title }, "body");
    const set = title.set(x, box.y, width, box.height);
    if (set === null) return [];
    const y = box.y + set.height + 2 * type;
    return [...set.items, setChart(chart, { x, y, width, height: bottom(box) - y }, type)];
  });
}

/** A title and a chart of a few bars, at the sheet's type. */
const LEAST_HEIGHT = 48;

/** Share of the width that names may take. */
const NAMES = 0.3;
/** Height of a row at most, and the share of it that bars fill. */
const ROW = 9;
const FILLED = 0.68;

function setChart(chart: ReportChart, body: Box, type: number): ChartItem {
  const { categories, series } = chart;
  const row = Math.min(
    ROW * type * series.length,
    (body.height - LEGEND * type) / Math.max(1, categories.length),
  );
  const size = Math.min(8 * type, (row * 0.8) / POINT);
  const style: TextStyle = { ...sized("table", type), size };
  const names = categories.map((name) => breakLines([{ ...style, text: name }], body.width * NAMES)[0]!);
  const x = body.x + Math.max(0, ...names.map(({ width }) => width)) + 2 * type;
  const most = Math.max(chart.end ?? 0, ...series.flatMap(({ values }) => values), 1);
  const room = right(body) - x - measureText(groupDigits(most, 1), style) - 2 * type;
  const top = body.y + LEGEND * type;
  const bar = (row * FILLED) / series.length;
  const shapes: Shape[] = [...legendOf(chart, body, x, type)];
  names.forEach((line, i) => {
    const y = top + i * row;
    const baseline = y + row / 2 + size * POINT * 0.36;
    let left = x - 1.6 * type - line.width;
    for (const run of line.runs) {
      shapes.push(labelShape(run.text, left, baseline, run));
      left += measureText(run.text, run);
    }
    series.forEach(({ values, color }, k) => {
      const value = values[i] ?? 0;
      const at = {
        x,
        y: y + (row * (1 - FILLED)) / 2 + k * bar,
        width: (room * value) / most,
        height: bar * 0.92,
      };
      const label = { ...style, size: Math.min(size, (bar * 1.1) / POINT) };
      const labelY = at.y + at.height / 2 + label.size * POINT * 0.36;
      shapes.push(boxShape(at, fillOf(color)));
      shapes.push(labelShape(groupDigits(value, 1), right(at) + 1 * type, labelY, label));
    });
  });
  const end = top + categories.length * row;
  shapes.push(lineShape([x, top, x, end], { color: GROUND.ink, width: 0.2 }));
  return { kind: "chart", role: "body", box: { ...body, height: end - body.y }, chart, shapes };
}

/** Room for the line that says what the bars count. */
const LEGEND = 7;

function legendOf({ series, axis }: ReportChart, { y }: Box, x: number, type: number): Shape[] {
  const style = sized("table", type);
  const baseline = y + 3.4 * type;
  const shapes: Shape[] = [labelShape(axis, x, baseline, { ...style, color: GROUND.inkSoft })];
  let left = x + measureText(axis, style) + 6 * type;
  if (series.length < 2) return shapes;
  for (const { name, color } of series) {
    const sign = { x: left, y: baseline - 2.2 * type, width: 4 * type, height: 2.4 * type };
    shapes.push(boxShape(sign, fillOf(color)), labelShape(name, right(sign) + 1.2 * type, baseline, style));
    left = right(sign) + measureText(name, style) + 6 * type;
  }
  return shapes;
}
