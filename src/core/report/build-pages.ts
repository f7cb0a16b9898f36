// Pages of a report in their order, numbered. Each is built on its own, so that a long atlas reports how far it is and
// stops when asked.

import type { TaskControl } from "../base/index.ts";
import { Failure } from "../base/index.ts";
import { prepareMaps } from "./map/map-facts.ts";
import type { Page } from "./page.ts";
import { chartPages } from "./pages/chart-pages.ts";
import { communityPages } from "./pages/community-page.ts";
import { districtPages } from "./pages/district-pages.ts";
import type { Desk, Draft } from "./pages/draft.ts";
import { gridPages } from "./pages/grid-pages.ts";
import { comparisonPages, decisionPages, listPages } from "./pages/meeting-pages.ts";
import { pageNumber } from "./pages/page-frame.ts";
import { footOf, provenanceOf } from "./pages/provenance.ts";
import { centerTable, communityTable, findingTable, wanted } from "./pages/table-pages.ts";
import { sheetOf } from "./paper.ts";
import type { ReportContent, ReportRequest, ReportSubject } from "./report-input.ts";

/** What all pages have in common, found once. */
export function openDesk(subject: ReportSubject, request: ReportRequest): Desk {
  const provenance = provenanceOf(subject, request);
  return {
    subject,
    request,
    facts: prepareMaps(subject, request.words),
    sheet: sheetOf(request.paper, request.landscape),
    provenance,
    foot: footOf(provenance, request.words),
  };
}

export async function buildPages(desk: Desk, control: TaskControl): Promise<Page[]> {
  const { request, sheet, provenance } = desk;
  const makers = CONTENTS[request.content](desk);
  const drafts: Draft[] = [];
  for (const [i, make] of makers.entries()) {
    control.report({ stage: "pages", done: i / makers.length });
    await control.pause();
    if (control.cancelled()) throw new Failure("cancelled");
    drafts.push(...make());
  }
  control.report({ stage: "pages", done: 1 });
  return drafts.map((draft, i) => ({
    ...draft,
    width: sheet.width,
    height: sheet.height,
    provenance,
    items: [...draft.items, pageNumber(sheet, i + 1, drafts.length, request.words)],
  }));
}

type Maker = () => Draft[];

const CONTENTS: Readonly<Record<ReportContent, (desk: Desk) => readonly Maker[]>> = {
  atlas: (desk) => [
    () => districtPages(desk, "assess"),
    ...rowsOf(desk).map((row) => () => communityPages(desk, row)),
    () => communityTable(desk),
  ],
  pack: (desk) => [
    () => districtPages(desk, "overview"),
    () => districtPages(desk, "coverage"),
    () => districtPages(desk, "assess"),
    ...(desk.subject.baseline.grids.records.length > 0 ? [() => districtPages(desk, "gridNet")] : []),
    () => communityTable(desk),
    () => chartPages(desk, ["coverage"]),
    () => findingTable(desk),
    () => centerTable(desk),
    () => comparisonPages(desk),
    ...(desk.request.meeting === null ? [] : [() => listPages(desk), () => decisionPages(desk)]),
  ],
  grids: (desk) => {
    const { grids, communities } = desk.subject.baseline;
    const parents = new Set(communities.records.filter(({ id }) => wanted(desk, id)).map(({ id }) => id));
    const rows = [...grids.records.keys()].filter(
      (row) => desk.request.only === undefined || parents.has(grids.records[row]!.parentId ?? ""),
    );
    return [() => districtPages(desk, "gridNet"), ...rows.map((row) => () => gridPages(desk, row))];
  },
};

const rowsOf = (desk: Desk): number[] =>
  [...desk.subject.baseline.communities.records.keys()].filter((row) =>
    wanted(desk, desk.subject.baseline.communities.records[row]!.id),
  );
