// Which entry of a list is credited with what the list leads to: the last one that touches an aspect of a record or
// moves a residence, else the last one that counts on the record, else the last of all.

import type { GridLevel } from "./grid.ts";
import { eachMove } from "./member-change.ts";
import { aspectOf, changedFields, keyOf } from "./merge-effects.ts";
import { newIds, type RenamedId } from "./merge-ids.ts";
import { changedId, changesOf } from "./patch.ts";
import type { ChangeEntry } from "./plan.ts";
import { COLLECTION_NAMES } from "./plan-state.ts";
import { renameInPatch } from "./rename-ids.ts";

/** An entry of theirs and what it touches, by the ids used here. */
export interface Credit {
  readonly entry: ChangeEntry;
  /** Record → aspects; grids that it only puts somebody into have none. */
  readonly touches: ReadonlyMap<string, readonly string[]>;
}

/** Level → residence row → index of the last entry that moves it. */
export type Movers = Readonly<Record<GridLevel, ReadonlyMap<number, number>>>;

export function creditsOf(theirs: readonly ChangeEntry[], renamed: readonly RenamedId[]): readonly Credit[] {
  const ids = newIds(
    renamed.map((one) => ({ ...one, side: "theirs" })),
    "theirs",
  );
  return theirs.map((entry) => {
    const patch = renameInPatch(entry.patch, ids);
    const touches = new Map<string, readonly string[]>();
    const targets = new Set((patch.grids ?? []).map(({ after }) => after?.parentId ?? ""));
    for (const move of patch.members ?? []) eachMove(move, (_row, _before, after) => targets.add(after));
    for (const id of targets) touches.set(keyOf("grids", id), []);
    for (const name of COLLECTION_NAMES) {
      for (const change of changesOf(patch, name)) {
        const key = keyOf(name, changedId(change));
        touches.set(key, [...(touches.get(key) ?? []), ...changedFields(change).map(aspectOf)]);
      }
    }
    return { entry, touches };
  });
}

/** Index of the entry credited with an aspect of a record; null = its coming or going. */
export function creditedWith(credits: readonly Credit[], key: string, aspect: string | null): number {
  const exact =
    aspect === null
      ? -1
      : credits.findLastIndex(({ touches }) => touches.get(key)?.includes(aspect) === true);
  if (exact >= 0) return exact;
  const about = credits.findLastIndex(({ touches }) => touches.has(key));
  return about >= 0 ? about : credits.length - 1;
}

/** Index of the entry that a grid added by theirs comes in with: the first about it, for others stand on it. */
export function creditedFirst(credits: readonly Credit[], key: string): number {
  const about = credits.findIndex(({ touches }) => touches.has(key));
  return about >= 0 ? about : credits.length - 1;
}

export function moversOf(theirs: readonly ChangeEntry[]): Movers {
  const movers: Readonly<Record<GridLevel, Map<number, number>>> = { grid: new Map(), micro: new Map() };
  for (const [at, { patch }] of theirs.entries()) {
    for (const { level, rows } of patch.members ?? []) for (const row of rows) movers[level].set(row, at);
  }
  return movers;
}
