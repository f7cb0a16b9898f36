// What the law asks before a map leaves the house: a set of large-scale maps of more than 25 km² is not free to
// hand out (自然资发〔2020〕95号), and a map for the public carries its review number (地图管理条例, art. 15–22).

import type { Issue } from "../base/index.ts";
import { areaOf, createFrame } from "../geo/index.ts";
import type { Baseline } from "../model/index.ts";
import type { Page } from "./page.ts";
import type { ReportRequest } from "./report-input.ts";

/** Square metres, and the scale above which a map counts as a large one (1:5000 and larger). */
const FREE_AREA = 25_000_000;
const LARGE_SCALE = 5000;

export function checkSecrecy(
  { communities }: Baseline,
  pages: readonly Page[],
  { audience, reviewNumber }: Pick<ReportRequest, "audience" | "reviewNumber">,
): Issue[] {
  const issues: Issue[] = [];
  const area = squareMetres(communities.polygons);
  const large = pages.filter(({ scale }) => scale !== null && scale <= LARGE_SCALE).length;
  if (large > 0 && area > FREE_AREA) {
    const values = { area: Math.round(area / 100_000) / 10, pages: large };
    issues.push({ code: "report.largeScale", severity: "warning", values });
  }
  if (audience === "public" && reviewNumber === "") {
    issues.push({ code: "report.noReviewNumber", severity: "warning" });
  }
  return issues;
}

function squareMetres(polygons: Baseline["communities"]["polygons"]): number {
  if (polygons.count === 0 || polygons.xy.length === 0) return 0;
  const metres = { ...polygons, xy: createFrame(polygons.xy[0]!, polygons.xy[1]!).toMetres(polygons.xy) };
  let sum = 0;
  for (let row = 0; row < metres.count; row++) sum += areaOf(metres, row);
  return sum;
}
