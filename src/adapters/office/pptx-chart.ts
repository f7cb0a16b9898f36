// A chart of a page as PowerPoint's own: editable, with its numbers in a workbook inside. Bars are counted from below, so
// categories go in backwards.

import type PptxGenJS from "pptxgenjs";
import type { ChartItem, Page } from "../../core/report/index.ts";
import { hexOf, OFFICE_FONTS, officeText } from "./office-text.ts";

export function pptxChart(slide: PptxGenJS.Slide, { box, chart }: ChartItem, page: Page): void {
  const { axis, categories, series, end } = chart;
  const size = Math.max(6, Math.min(12, (page.height * 1.3) / categories.length));
  slide.addChart(
    "bar",
    series.map(({ name, values }) => ({
      name: officeText(name),
      labels: categories.map(officeText).toReversed(),
      values: values.toReversed(),
    })),
    {
      x: box.x / 25.4,
      y: box.y / 25.4,
      w: box.width / 25.4,
      h: box.height / 25.4,
      barDir: "bar",
      barGapWidthPct: 45,
      chartColors: series.map(({ color }) => hexOf(color)),
      catAxisLabelFontFace: OFFICE_FONTS.body,
      catAxisLabelFontSize: size,
      catAxisLabelFrequency: "1",
      valAxisLabelFontSize: 9,
      valAxisMinVal: 0,
      ...(end === null ? {} : { valAxisMaxVal: end }),
      showValAxisTitle: true,
      valAxisTitle: officeText(axis),
      valAxisTitleFontSize: 9,
      showValue: true,
      dataLabelFontSize: size,
      dataLabelFormatCode: "0.#",
      showLegend: series.length > 1,
      legendPos: "b",
      altText: officeText(chart.title),
    },
  );
}
