// Two people who each add a centre give it the same id ("new-1"): two centres, not one. The one added later
// gets an id that neither list has, in everything its list says about it. Both people's machines decide alike.

import { freshCenterId } from "./add-center.ts";
import type { ServiceCenter } from "./layers.ts";
import { compareEntries, type MergeSide } from "./merge-claims.ts";
import type { CenterChange } from "./patch.ts";
import type { ChangeEntry } from "./plan.ts";
import { sameCenter } from "./same-center.ts";

export interface RenamedId {
  readonly side: MergeSide;
  readonly from: string;
  readonly to: string;
}

export interface SeparateIds {
  readonly mine: readonly ChangeEntry[];
  readonly theirs: readonly ChangeEntry[];
  readonly renamed: readonly RenamedId[];
}

export function separateIds(
  base: readonly ServiceCenter[],
  mine: readonly ChangeEntry[],
  theirs: readonly ChangeEntry[],
): SeparateIds {
  const known = new Set(base.map(({ id }) => id));
  const [added, theirAdded] = [firstAdditions(mine), firstAdditions(theirs)];
  const taken = [...base, ...recordsOf(mine), ...recordsOf(theirs)];
  const renamed: RenamedId[] = [];
  for (const id of [...added.keys()].sort()) {
    const [a, b] = [added.get(id), theirAdded.get(id)];
    if (a === undefined || b === undefined || known.has(id) || sameCenter(a.center, b.center)) continue;
    const to = freshCenterId(taken);
    taken.push({ ...a.center, id: to });
    renamed.push({ side: compareEntries(a.entry, b.entry) > 0 ? "mine" : "theirs", from: id, to });
  }
  return { mine: rename(mine, "mine", renamed), theirs: rename(theirs, "theirs", renamed), renamed };
}

function firstAdditions(
  edits: readonly ChangeEntry[],
): Map<string, { entry: ChangeEntry; center: ServiceCenter }> {
  const found = new Map<string, { entry: ChangeEntry; center: ServiceCenter }>();
  for (const entry of edits) {
    for (const { before, after } of entry.patch.centers) {
      if (before === null && after !== null && !found.has(after.id)) {
        found.set(after.id, { entry, center: after });
      }
    }
  }
  return found;
}

const recordsOf = (edits: readonly ChangeEntry[]): readonly ServiceCenter[] =>
  edits
    .flatMap(({ patch }) => patch.centers.flatMap(({ before, after }) => [before, after]))
    .filter((c) => c !== null);

function rename(
  edits: readonly ChangeEntry[],
  side: MergeSide,
  renamed: readonly RenamedId[],
): readonly ChangeEntry[] {
  const names = new Map(renamed.filter((one) => one.side === side).map(({ from, to }) => [from, to]));
  if (names.size === 0) return edits;
  const again = (center: ServiceCenter | null): ServiceCenter | null => {
    const id = center === null ? undefined : names.get(center.id);
    return center === null || id === undefined ? center : { ...center, id };
  };
  const change = ({ before, after, at }: CenterChange): CenterChange => ({
    before: again(before),
    after: again(after),
    at,
  });
  return edits.map((entry) => ({ ...entry, patch: { centers: entry.patch.centers.map(change) } }));
}
