// The list beside a map of the whole: what its colours point at, worst first.

import type { CommunityResult } from "../../assess/index.ts";
import { CENTER_LEVELS } from "../../model/index.ts";
import { gridHouseholds } from "../grid-households.ts";
import type { Align } from "../page.ts";
import { labelOf, type ReportWord, say } from "../report-words.ts";
import { writeArea, writeCount, writeNumber, writeShare } from "../write-figure.ts";
import { type Block, tableBlock } from "./blocks.ts";
import type { Desk } from "./draft.ts";
import { sized } from "./page-look.ts";
import type { Cell, ColumnWish } from "./set-table.ts";

type List = (desk: Desk, type: number) => Block[];

const ABOVE = 3;

function lettering({ request: { words } }: Desk, type: number) {
  return {
    cell: (text: string): Cell => [{ ...sized("table", type), text }],
    head: (word: ReportWord, share: number, align: Align = "end"): ColumnWish => ({
      head: { ...sized("tableHead", type), text: say(words, word) },
      share,
      align,
    }),
  };
}

/** A list that is cut where the page ends: the tables of the report have all of it. */
function table(
  desk: Desk,
  type: number,
  columns: readonly ColumnWish[],
  rows: readonly (readonly Cell[])[],
): Block[] {
  const { words } = desk.request;
  const more = (n: number): Cell => lettering(desk, type).cell(say(words, "note.more", { n }));
  return rows.length === 0 ? [] : [tableBlock(columns, rows, { above: ABOVE, more })];
}

const levels: List = (desk, type) => {
  const { words } = desk.request;
  const { cell, head } = lettering(desk, type);
  const rows = CENTER_LEVELS.flatMap((level) => {
    const count = desk.subject.centers.filter((center) => center.level === level).length;
    return count === 0
      ? []
      : [[cell(say(words, `legend.level.${level}` satisfies ReportWord)), cell(writeCount(count, words))]];
  });
  return table(desk, type, [head("head.level", 2, "start"), head("figure.centers", 1)], rows);
};

const uncovered = ({ households, covered }: CommunityResult): number => (households ?? 0) - covered;

const leastCovered: List = (desk, type) => {
  const { words } = desk.request;
  const { cell, head } = lettering(desk, type);
  const rows = desk.subject.analysis.communities
    .filter((result) => uncovered(result) > 0)
    .sort((a, b) => uncovered(b) - uncovered(a))
    .map((result) => [
      cell(result.name || result.id),
      cell(writeShare(result.coverage, words)),
      cell(writeNumber(uncovered(result), words)),
    ]);
  return table(
    desk,
    type,
    [head("figure.communities", 1.5, "start"), head("figure.coverage", 1), head("figure.uncovered", 1.2)],
    rows,
  );
};

const flagged: List = (desk, type) => {
  const { words } = desk.request;
  const { cell, head } = lettering(desk, type);
  const missing = ({ floorArea, requiredArea, flags }: CommunityResult): string =>
    flags.includes("tooSmall") || flags.includes("noCenter")
      ? writeArea(
          floorArea === null || requiredArea === null ? null : Math.max(0, requiredArea - floorArea),
          words,
        )
      : say(words, "unit.none");
  const beyond = (result: CommunityResult): string =>
    result.flags.includes("tooFar") ? writeNumber(uncovered(result), words) : say(words, "unit.none");
  const rows = desk.subject.analysis.communities
    .filter(({ flags }) => flags.length > 0)
    .map((result) => [
      cell(result.name || result.id),
      cell(result.flags.map((flag) => labelOf(words, `flag.${flag}`)).join(words.words.join)),
      cell(missing(result)),
      cell(beyond(result)),
    ]);
  const columns = [
    head("figure.communities", 1.5, "start"),
    head("head.flags", 1.7, "start"),
    head("figure.missingArea", 1.2),
    head("figure.uncovered", 1.3),
  ];
  return table(desk, type, columns, rows);
};

const gridsOutOfRange: List = (desk, type) => {
  const { words } = desk.request;
  const { cell, head } = lettering(desk, type);
  const { findings } = desk.subject.analysis;
  const rows = findings
    .filter(({ flag }) => flag === "gridTooLarge" || flag === "gridTooSmall")
    .sort((a, b) => (b.actual ?? 0) - (a.actual ?? 0))
    .map(({ place, actual, flag }) => [
      cell(place.name || place.id),
      cell(writeNumber(actual, words)),
      cell(labelOf(words, `flag.${flag}`)),
    ]);
  return table(
    desk,
    type,
    [head("head.grids", 2, "start"), head("figure.households", 1.4), head("head.flags", 1.2, "start")],
    rows,
  );
};

/** Grids of each community: how many, and the households of the smallest and the largest. */
const gridsByCommunity: List = (desk, type) => {
  const { words } = desk.request;
  const { cell, head } = lettering(desk, type);
  const { communities, grids } = desk.subject.baseline;
  const sums = gridHouseholds(desk.subject);
  const rows = communities.records.flatMap(({ id, name }) => {
    const own = sums.filter((_, grid) => grids.records[grid]!.parentId === id);
    if (own.length === 0) return [];
    const known = own.flatMap(({ households }) => households ?? []);
    const isBound = own.some(({ unknown }) => unknown > 0);
    const bound = (households: number | null): string => {
      const text = writeNumber(households, words);
      return isBound && households !== null ? say(words, "unit.atLeast", { text }) : text;
    };
    const [least, most] = known.length === 0 ? [null, null] : [Math.min(...known), Math.max(...known)];
    return [[cell(name || id), cell(String(own.length)), cell(bound(least)), cell(bound(most))]];
  });
  const columns = [
    head("figure.communities", 1.6, "start"),
    head("figure.grids", 0.8),
    head("head.fewest", 1.1),
    head("head.most", 1.1),
  ];
  return table(desk, type, columns, rows);
};

/** Grids out of range where there are any; else how the communities are divided. */
const gridNet: List = (desk, type) => {
  const out = gridsOutOfRange(desk, type);
  return out.length > 0 ? out : gridsByCommunity(desk, type);
};

export const LISTS: Readonly<Record<"overview" | "coverage" | "assess" | "gridNet", List>> = {
  overview: levels,
  coverage: leastCovered,
  assess: flagged,
  gridNet,
};
