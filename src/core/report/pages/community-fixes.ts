// What would mend what is unmet in a community, from the figures: nothing is promised that was not computed.

import type { CommunityResult, Finding, Flag } from "../../assess/index.ts";
import { reachLimit } from "../../base/index.ts";
import type { ReportRequest, ReportSubject } from "../report-input.ts";
import { labelOf, say } from "../report-words.ts";
import { writeArea, writeHouseholds } from "../write-figure.ts";

/** A line each; `about` are the findings of the community and of the centres in it, by index. */
export function fixes(
  subject: ReportSubject,
  request: ReportRequest,
  result: CommunityResult | undefined,
  row: number,
  about: readonly number[],
): string[] {
  const { words } = request;
  if (result === undefined) return [say(words, "note.noFindings")];
  const lines = [
    ...areaFixes(request, result),
    ...centerFixes(subject, request, about),
    ...farFixes(subject, request, result, row),
    ...otherFixes(subject, request, about),
    ...gridFixes(subject, request, row),
    ...doubts(request, result),
  ];
  return lines.length === 0 ? [say(words, "fix.none")] : lines;
}

function areaFixes({ words }: ReportRequest, { flags, floorArea, requiredArea }: CommunityResult): string[] {
  if (flags.includes("noCenter")) return [say(words, "fix.center", { area: writeArea(requiredArea, words) })];
  if (!flags.includes("tooSmall")) return [];
  const missing = requiredArea === null || floorArea === null ? null : requiredArea - floorArea;
  return [say(words, "fix.area", { area: writeArea(missing, words) })];
}

/** Centres that are too small by a rule of their own. */
function centerFixes(
  { analysis }: ReportSubject,
  { words }: ReportRequest,
  about: readonly number[],
): string[] {
  return about.flatMap((i) => {
    const finding = analysis.findings[i]!;
    if (!isSmallCenter(finding)) return [];
    const text = say(words, "fix.area", { area: writeArea(finding.shortfall, words) });
    return [`${finding.place.name || finding.place.id}${words.words.colon}${text}`];
  });
}

const isSmallCenter = ({ place, verdict, flag }: Finding): boolean =>
  place.kind === "center" && verdict === "unmet" && flag === "tooSmall";

function farFixes(
  subject: ReportSubject,
  { words }: ReportRequest,
  result: CommunityResult,
  row: number,
): string[] {
  if (!result.flags.includes("tooFar")) return [];
  const places = uncoveredPlaces(subject, row).slice(0, 3);
  const list = places.map(({ name, households }) => `${name} ${writeHouseholds(households, words)}`);
  const uncovered = result.households === null ? null : result.households - result.covered;
  return [
    say(words, "fix.far", {
      households: writeHouseholds(uncovered, words),
      list: list.join(words.words.join) || say(words, "unit.unknown"),
    }),
  ];
}

/** Flags that the lines above speak of. */
const SPOKEN: ReadonlySet<Flag | null> = new Set(["tooSmall", "noCenter", "tooFar"]);

function otherFixes(
  { analysis }: ReportSubject,
  { words, findingTexts }: ReportRequest,
  about: readonly number[],
): string[] {
  const titles = about.flatMap((i) => {
    const { verdict, flag } = analysis.findings[i]!;
    return verdict === "unmet" && !SPOKEN.has(flag) ? [findingTexts[i]!.title] : [];
  });
  const list = [...new Set(titles)].join(words.words.join);
  return list === "" ? [] : [say(words, "fix.other", { list })];
}

/** Grids of the community that a rule finds fault with. */
function gridFixes({ baseline, analysis }: ReportSubject, { words }: ReportRequest, row: number): string[] {
  const { id } = baseline.communities.records[row]!;
  const own = new Set(
    baseline.grids.records.filter(({ parentId }) => parentId === id).map((grid) => grid.id),
  );
  const faulty = new Set(
    analysis.findings.flatMap(({ place, verdict }) =>
      place.kind === "grid" && verdict === "unmet" && own.has(place.id) ? [place.id] : [],
    ),
  );
  return faulty.size === 0 ? [] : [say(words, "fix.grids", { n: faulty.size })];
}

function doubts({ words }: ReportRequest, { flags }: CommunityResult): string[] {
  const unknown = flags.filter((flag) => flag.startsWith("unknown"));
  if (unknown.length === 0) return [];
  const list = unknown.map((flag) => labelOf(words, `flag.${flag}`)).join(words.words.join);
  return [say(words, "fix.unknown", { list })];
}

/** Compounds (or single buildings) of a community by their households beyond the minutes, most first. */
export function uncoveredPlaces(
  { baseline, analysis, residenceCommunity }: ReportSubject,
  row: number,
): { readonly name: string; readonly households: number }[] {
  const { residences } = baseline;
  const { access, walk } = analysis;
  const limit = reachLimit(walk.minutes, walk.speed);
  const sums = new Map<string, number>();
  for (let i = 0; i < residences.count; i++) {
    const households = residences.households[i]!;
    if (residenceCommunity[i] !== row || !(households > 0) || access.distance[i]! <= limit) continue;
    const name = residences.compound[i] || residences.name[i] || residences.id[i]!;
    sums.set(name, (sums.get(name) ?? 0) + households);
  }
  return [...sums]
    .map(([name, households]) => ({ name, households }))
    .sort((a, b) => b.households - a.households);
}
