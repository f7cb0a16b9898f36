// An edit in words: what was done to which record, with the figures of both ends; how many residences changed grids.

import {
  type ChangeEntry,
  COLLECTION_NAMES,
  changesOf,
  type Grid,
  type MemberChange,
  type PlanRecord,
  type RecordChange,
  sameValue,
} from "../../../core/model/index.ts";
import type { ProjectWords } from "../../i18n/project-words.ts";
import { metresBetween } from "../../state/ground-metres.ts";
import { formatArea, formatCount } from "../../ui/format.ts";

/** Grids changed in one edit are named up to this many; more are counted. */
const NAMED = 2;

/** Names of grids by id, those that are gone included. */
export type GridNames = ReadonlyMap<string, string>;

/** What every grid that these edits touch is called: its code at last, else its name. */
export function gridNamesOf(entries: readonly Pick<ChangeEntry, "patch">[]): GridNames {
  const names = new Map<string, string>();
  for (const { patch } of entries) {
    for (const { before, after } of patch.grids ?? []) {
      const grid = after ?? before;
      if (grid !== null && (grid.code !== "" || grid.name !== "")) names.set(grid.id, grid.code || grid.name);
    }
  }
  return names;
}

/** `unknown` stands for a floor area that nobody knows. */
export function describeEdit(
  { patch, figures }: Pick<ChangeEntry, "patch" | "figures">,
  words: ProjectWords,
  unknown: string,
  gridNames: GridNames = new Map(),
): string {
  const records = COLLECTION_NAMES.filter((name) => name !== "grids").flatMap((name) =>
    changesOf(patch, name).map((change) => describeChange(change, words, unknown)),
  );
  const residences = new Set((patch.members ?? []).flatMap(({ rows }) => rows)).size;
  return [
    ...records,
    ...describeGrids(patch.grids ?? [], words),
    residences === 0 ? "" : describeMoves(residences, figures["households"], words),
    describeWay(patch.members ?? [], gridNames, words),
  ]
    .filter((sentence) => sentence !== "")
    .join(" · ");
}

function describeChange({ before, after }: RecordChange, words: ProjectWords, unknown: string): string {
  const border = [after, before].find((record) => record !== null && isBorder(record));
  if (border) return after === null ? words.borderDropped(border.name) : words.borderDrawn(border.name);
  if (before === null) return after === null ? "" : words.added(nameOf(after, words));
  if (after === null) return words.removed(nameOf(before, words));
  const name = nameOf(after, words);
  const area = (squareMetres: number | null): string => formatArea(squareMetres) ?? unknown;
  const parts = [before.name === after.name ? null : words.renamed(nameOf(before, words), name)];
  if ("lon" in before && "lon" in after) {
    if (before.lon !== after.lon || before.lat !== after.lat)
      parts.push(words.moved(name, formatCount(metresBetween(before.lon, before.lat, after.lon, after.lat))));
    if (before.floorArea !== after.floorArea)
      parts.push(words.resized(name, area(before.floorArea), area(after.floorArea)));
  }
  const said = parts.filter((part) => part !== null).join(" · ");
  return said === "" ? words.changed(name) : said;
}

function describeGrids(changes: readonly RecordChange<Grid>[], words: ProjectWords): readonly string[] {
  const added = changes.filter(({ before }) => before === null);
  const removed = changes.filter(({ after }) => after === null);
  const changed = changes.filter(({ before, after }) => before !== null && after !== null);
  const say = (own: readonly RecordChange<Grid>[], count: (grids: string) => string): readonly string[] =>
    own.length > NAMED ? [count(formatCount(own.length))] : own.map((change) => describeGrid(change, words));
  return [
    ...say(added, words.gridsAdded),
    ...say(removed, words.gridsRemoved),
    ...say(changed, words.gridsChanged),
  ];
}

function describeGrid({ before, after }: RecordChange<Grid>, words: ProjectWords): string {
  if (before === null) return after === null ? "" : words.added(nameOf(after, words));
  if (after === null) return words.removed(nameOf(before, words));
  const name = nameOf(after, words);
  const code = (text: string): string => (text === "" ? words.blankCode : text);
  const fields = (Object.keys(after) as (keyof Grid)[]).filter((key) => !sameValue(before[key], after[key]));
  const [only] = fields;
  if (fields.length !== 1 || only === undefined) return words.changed(name);
  if (only === "name") return words.renamed(nameOf(before, words), name);
  if (only === "code") return words.recoded(name, code(before.code), code(after.code));
  if (only === "posts") return words.posted(name);
  if (only === "note") return words.noted(name);
  if (only === "kind") return words.rekinded(name);
  if (only === "locked") return after.locked ? words.locked(name) : words.unlocked(name);
  return words.changed(name);
}

/** From which grids to which, where they are few and have names. */
function describeWay(members: readonly MemberChange[], names: GridNames, words: ProjectWords): string {
  const ends = (side: "before" | "after"): readonly string[] | null => {
    const ids = new Set(members.flatMap((change) => change[side].map((at) => change.ids[at] ?? "")));
    const known = [...ids].map((id) => (id === "" ? words.noGrid : names.get(id)));
    const named = known.filter((name) => name !== undefined);
    return named.length === 0 || named.length < known.length || named.length > NAMED ? null : named;
  };
  const [from, to] = [ends("before"), ends("after")];
  return from === null || to === null ? "" : words.way(from.reduce(words.both), to.reduce(words.both));
}

const describeMoves = (residences: number, households: number | undefined, words: ProjectWords): string =>
  households === undefined || Number.isNaN(households)
    ? words.assigned(formatCount(residences))
    : words.assignedHouseholds(formatCount(residences), formatCount(households));

/** Of the records that are lines, only a border belongs to a community. */
const isBorder = (record: PlanRecord): boolean => "line" in record && "communityId" in record;

/** A grid without a name goes by its code. */
function nameOf(record: PlanRecord, words: ProjectWords): string {
  const name = record.name === "" && "code" in record ? record.code : record.name;
  return name === "" ? words.unnamed : name;
}
