// An edit in words: what was done to which record, with the figures of both ends; how many residences changed grids.

import {
  type ChangeEntry,
  COLLECTION_NAMES,
  changesOf,
  type Grid,
  type PlanRecord,
  type RecordChange,
  sameValue,
} from "../../../core/model/index.ts";
import type { ProjectWords } from "../../i18n/project-words.ts";
import { metresBetween } from "../../state/ground-metres.ts";
import { formatArea, formatCount } from "../../ui/format.ts";

/** Grids changed in one edit are named up to this many; more are counted. */
const NAMED = 2;

/** `unknown` stands for a floor area that nobody knows. */
export function describeEdit(
  { patch, figures }: Pick<ChangeEntry, "patch" | "figures">,
  words: ProjectWords,
  unknown: string,
): string {
  const records = COLLECTION_NAMES.filter((name) => name !== "grids").flatMap((name) =>
    changesOf(patch, name).map((change) => describeChange(change, words, unknown)),
  );
  const residences = new Set((patch.members ?? []).flatMap(({ rows }) => rows)).size;
  return [
    ...records,
    ...describeGrids(patch.grids ?? [], words),
    residences === 0 ? "" : describeMoves(residences, figures["households"], words),
  ]
    .filter((sentence) => sentence !== "")
    .join(" · ");
}

function describeChange({ before, after }: RecordChange, words: ProjectWords, unknown: string): string {
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
  if (only === "locked") return after.locked ? words.locked(name) : words.unlocked(name);
  return words.changed(name);
}

const describeMoves = (residences: number, households: number | undefined, words: ProjectWords): string =>
  households === undefined || Number.isNaN(households)
    ? words.assigned(formatCount(residences))
    : words.assignedHouseholds(formatCount(residences), formatCount(households));

/** A grid without a name goes by its code. */
function nameOf(record: PlanRecord, words: ProjectWords): string {
  const name = record.name === "" && "code" in record ? record.code : record.name;
  return name === "" ? words.unnamed : name;
}
