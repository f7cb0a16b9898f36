// All tables of a report: communities, centres, findings, grids, plan options, what the meeting has before it, and the
// sources that everything rests on. A table without rows is left out, but for the sources.

import type { CommunityResult, Finding, Totals } from "../../assess/index.ts";
import type { AreaRecord, ServiceCenter } from "../../model/index.ts";
import { gridHouseholds } from "../grid-households.ts";
import type { ReportRequest, ReportSubject } from "../report-input.ts";
import { labelOf, type ReportWord, say } from "../report-words.ts";
import { columnMakers } from "./column-words.ts";
import { decisionTable, listTable } from "./meeting-tables.ts";
import { type ReportTable, tableOf } from "./report-table.ts";
import { sourceTable } from "./source-table.ts";

export function buildTables(subject: ReportSubject, request: ReportRequest): ReportTable[] {
  const tables = [
    communityTable(subject, request),
    centerTable(subject, request),
    findingTable(subject, request),
    gridTable(subject, request),
    optionTable(subject, request),
    listTable(request),
    decisionTable(request),
  ];
  return [...tables.filter(({ rows }) => rows.length > 0), sourceTable(subject, request)];
}

const isWanted = ({ only }: ReportRequest, id: string): boolean => only?.includes(id) ?? true;

function communityTable({ baseline, analysis }: ReportSubject, request: ReportRequest): ReportTable {
  const { words } = request;
  const { text, number, households, area, minutes, share } = columnMakers<CommunityResult>(
    words,
    analysis.walk.minutes,
  );
  const parents = new Map(baseline.communities.records.map(({ id, parentId }) => [id, parentId]));
  const names = new Map(baseline.subdistricts.records.map(({ id, name }) => [id, name]));
  const subdistrict = (id: string): string | null => names.get(parents.get(id) ?? "") ?? null;
  return tableOf(
    "communities",
    [say(words, "title.communities"), say(words, "unit.unknown")],
    [
      text("head.code", ({ id }) => id),
      text("head.name", ({ name }) => name),
      text("column.subdistrict", ({ id }) => subdistrict(id)),
      number("figure.residences", ({ residences }) => residences),
      number("column.unknownResidences", ({ unknownResidences }) => unknownResidences),
      households("figure.households", (result) => result.households),
      households("figure.covered", ({ covered }) => covered),
      households("figure.uncovered", (result) =>
        result.households === null ? null : result.households - result.covered,
      ),
      share("figure.coverage", ({ coverage }) => coverage),
      minutes("figure.worst", ({ worstMinutes }) => worstMinutes),
      minutes("figure.median", ({ p50Minutes }) => p50Minutes),
      minutes("column.p90", ({ p90Minutes }) => p90Minutes),
      area("figure.floorArea", ({ floorArea }) => floorArea),
      area("figure.requiredArea", ({ requiredArea }) => requiredArea),
      area("figure.missingArea", ({ floorArea, requiredArea }) =>
        floorArea === null || requiredArea === null ? null : Math.max(0, requiredArea - floorArea),
      ),
      households("figure.allocated", ({ allocatedHouseholds }) => allocatedHouseholds),
      households("legend.unlinked", ({ unlinked }) => unlinked),
      text("head.flags", ({ flags }) =>
        flags.map((flag) => labelOf(words, `flag.${flag}`)).join(words.words.join),
      ),
    ],
    analysis.communities.filter(({ id }) => isWanted(request, id)),
  );
}

function centerTable(subject: ReportSubject, { words }: ReportRequest): ReportTable {
  const { baseline, analysis, centers, centerCommunity } = subject;
  const { text, households, area } = columnMakers<ServiceCenter>(words, analysis.walk.minutes);
  return tableOf(
    "centers",
    [say(words, "title.centers"), say(words, "unit.unknown")],
    [
      text("head.code", ({ id }) => id),
      text("head.name", ({ name }) => name),
      text("head.level", ({ level }) => say(words, `legend.level.${level}` satisfies ReportWord)),
      text("column.community", (_, row) => baseline.communities.records[centerCommunity[row]!]?.name),
      area("figure.floorArea", ({ floorArea }) => floorArea),
      households("figure.allocated", (_, row) => analysis.centers[row]?.households ?? null),
      households("figure.covered", (_, row) => analysis.centers[row]?.coveredHouseholds ?? null),
    ],
    centers,
  );
}

function findingTable({ analysis }: ReportSubject, { words, findingTexts }: ReportRequest): ReportTable {
  const { text, figure } = columnMakers<Finding>(words, analysis.walk.minutes);
  return tableOf(
    "findings",
    [say(words, "title.allFindings"), say(words, "unit.unknown")],
    [
      text("head.kind", ({ place }) => labelOf(words, `place.${place.kind}`)),
      text("head.code", ({ place }) => place.id),
      text("head.place", ({ place }) => place.name || place.id),
      text("column.ruleId", ({ ruleId }) => ruleId),
      text("head.rule", (_, row) => findingTexts[row]?.title),
      text("column.force", ({ force }) => labelOf(words, `force.${force}`)),
      text("column.verdict", ({ verdict }) => labelOf(words, `verdict.${verdict}`)),
      text("head.flags", ({ flag }) => (flag === null ? null : labelOf(words, `flag.${flag}`))),
      figure("column.actual", ({ actual }) => actual),
      figure("column.required", ({ required }) => required),
      figure("column.shortfall", ({ shortfall }) => shortfall),
      text("column.unit", ({ unit }) => labelOf(words, `unit.${unit}`)),
      text("head.finding", (_, row) => findingTexts[row]?.text),
      text("column.basis", (_, row) => findingTexts[row]?.basis),
    ],
    analysis.findings,
  );
}

function gridTable(subject: ReportSubject, { words }: ReportRequest): ReportTable {
  const { baseline, analysis } = subject;
  const { text, number, households } = columnMakers<AreaRecord>(words, analysis.walk.minutes);
  const names = new Map(baseline.communities.records.map(({ id, name }) => [id, name || id]));
  const sums = gridHouseholds(subject);
  const flags = new Map<string, string[]>();
  for (const { place, flag } of analysis.findings) {
    if (place.kind !== "grid" || flag === null) continue;
    flags.set(place.id, [...(flags.get(place.id) ?? []), labelOf(words, `flag.${flag}`)]);
  }
  return tableOf(
    "grids",
    [say(words, "title.grids"), say(words, "unit.unknown")],
    [
      text("head.code", ({ id }) => id),
      text("head.name", ({ name }) => name),
      text("column.community", ({ parentId }) => names.get(parentId ?? "") ?? null),
      number("figure.residences", (_, row) => sums[row]!.residences),
      number("column.unknownResidences", (_, row) => sums[row]!.unknown),
      households("figure.households", (_, row) => sums[row]!.households),
      text("head.flags", ({ id }) => [...new Set(flags.get(id))].join(words.words.join)),
      text("head.kind", ({ gridKind }) =>
        gridKind === undefined ? null : labelOf(words, `gridKind.${gridKind}`),
      ),
    ],
    baseline.grids.records,
  );
}

interface Option {
  readonly name: string;
  readonly revision: number;
  readonly totals: Totals;
  readonly communities: readonly CommunityResult[];
  readonly centers: number;
}

/** The option the report is of comes first. */
function optionTable({ analysis, centers }: ReportSubject, request: ReportRequest): ReportTable {
  const { words, option, revision, compared } = request;
  const { text, number, households, share } = columnMakers<Option>(words, analysis.walk.minutes);
  const { totals, communities } = analysis;
  const shown: Option = { name: option, revision, totals, communities, centers: centers.length };
  const flagged = ({ communities: results }: Option, ...flags: readonly string[]): number =>
    results.filter((result) => result.flags.some((flag) => flags.includes(flag))).length;
  return tableOf(
    "options",
    [say(words, "title.comparison"), say(words, "unit.unknown")],
    [
      text("head.planOption", ({ name }) => name),
      number("column.revision", (found) => found.revision),
      number("figure.centers", (found) => found.centers),
      households("figure.households", (found) => found.totals.households),
      households("figure.covered", (found) => found.totals.covered),
      households("figure.uncovered", (found) => found.totals.households - found.totals.covered),
      share("figure.coverage", (found) => found.totals.coverage),
      number("legend.tooSmall", (found) => flagged(found, "tooSmall", "noCenter")),
      number("legend.tooFar", (found) => flagged(found, "tooFar")),
    ],
    [shown, ...compared],
  );
}
