// A report in all its parts: pages as content, tables and charts as numbers, and the map of the interactive hand-out when
// it is asked for. Formats take of it what they can hold.

import type { TaskControl } from "../base/index.ts";
import { buildPages, openDesk } from "./build-pages.ts";
import { buildHandout } from "./handout/build-handout.ts";
import type { Handout } from "./handout/handout.ts";
import type { Page } from "./page.ts";
import type { ReportRequest, ReportSubject } from "./report-input.ts";
import { buildCharts } from "./tables/build-charts.ts";
import { buildTables } from "./tables/build-tables.ts";
import type { ReportChart } from "./tables/report-chart.ts";
import type { ReportTable } from "./tables/report-table.ts";

export interface ReportDocument {
  readonly pages: readonly Page[];
  readonly tables: readonly ReportTable[];
  readonly charts: readonly ReportChart[];
  /** null when it was not asked for. */
  readonly handout: Handout | null;
}

export async function buildReport(
  subject: ReportSubject,
  request: ReportRequest,
  control: TaskControl,
): Promise<ReportDocument> {
  const desk = openDesk(subject, request);
  return {
    pages: await buildPages(desk, control),
    tables: buildTables(subject, request),
    charts: buildCharts(subject, request),
    handout: request.handout === true ? buildHandout(desk) : null,
  };
}
