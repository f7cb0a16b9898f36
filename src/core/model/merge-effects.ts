// What a list of edits does to each record, taken together: the record before the first edit, after the last
// one, and which entries touch which aspect of it. An aspect is what a person changes in one act: longitude
// and latitude are one place, every other field stands alone.

import { eachMove } from "./member-change.ts";
import { changedId, changesOf, type RecordChange } from "./patch.ts";
import type { ChangeEntry } from "./plan.ts";
import { COLLECTION_NAMES, type CollectionName, type PlanRecord } from "./plan-state.ts";
import { sameValue } from "./same-record.ts";

/** "place", or the name of any other field. */
export type Aspect = string;

export interface RecordEffect {
  readonly collection: CollectionName;
  readonly id: string;
  readonly before: PlanRecord | null;
  readonly after: PlanRecord | null;
  /** Added or removed on the way, even when nothing is left of it. */
  readonly lifecycle: boolean;
  /** A grid that residences or micro-grids are put into, so that it cannot go unnoticed. */
  readonly used: boolean;
  /** Indices of the entries about this record, ascending. */
  readonly entries: readonly number[];
  /** Indices of the entries that change an aspect, ascending. */
  readonly touched: ReadonlyMap<Aspect, readonly number[]>;
}

/** By keyOf. */
export type Effects = ReadonlyMap<string, RecordEffect>;

export const keyOf = (collection: CollectionName, id: string): string => `${collection} ${id}`;

export const aspectOf = (field: string): Aspect =>
  field === "lon" || field === "lat" || field === "id" ? "place" : field;

const fieldsOf = (aspect: Aspect): readonly string[] => (aspect === "place" ? ["lon", "lat"] : [aspect]);

export const fieldOf = (record: PlanRecord, field: string): unknown =>
  (record as unknown as Readonly<Record<string, unknown>>)[field];

/** Do the two records agree in this aspect? */
export const agree = (a: PlanRecord, b: PlanRecord, aspect: Aspect): boolean =>
  fieldsOf(aspect).every((field) => sameValue(fieldOf(a, field), fieldOf(b, field)));

/** Fields a change in place sets to something else. */
export function changedFields({ before, after }: Pick<RecordChange, "before" | "after">): readonly string[] {
  if (before === null || after === null) return [];
  const fields = Object.keys({ ...before, ...after });
  return fields.filter((field) => !sameValue(fieldOf(before, field), fieldOf(after, field)));
}

export function effectsOf(edits: readonly ChangeEntry[]): Effects {
  const effects = new Map<string, RecordEffect>();
  for (const [index, { patch }] of edits.entries()) {
    for (const collection of COLLECTION_NAMES) {
      for (const change of changesOf(patch, collection)) {
        const key = keyOf(collection, changedId(change));
        effects.set(key, extend(effects.get(key), collection, change, index));
      }
    }
  }
  return effects;
}

/** Adds the grids that the edits put somebody into, as far as `others` removed them: both meet there. */
export function withUses(effects: Effects, edits: readonly ChangeEntry[], others: Effects): Effects {
  const met = new Map(effects);
  const use = (id: string | null, index: number): void => {
    const key = keyOf("grids", id ?? "");
    const gone = others.get(key);
    if (gone === undefined || !gone.lifecycle || gone.before === null) return;
    const own = met.get(key) ?? {
      ...gone,
      after: gone.before,
      lifecycle: false,
      entries: [],
      touched: new Map(),
    };
    met.set(key, { ...own, used: true, entries: withIndex(own.entries, index) });
  };
  for (const [index, { patch }] of edits.entries()) {
    for (const { after } of patch.grids ?? []) use(after?.parentId ?? null, index);
    for (const move of patch.members ?? []) {
      const targets = new Set<string>();
      eachMove(move, (_row, _from, to) => targets.add(to));
      for (const id of targets) use(id, index);
    }
  }
  return met;
}

function extend(
  effect: RecordEffect | undefined,
  collection: CollectionName,
  change: RecordChange,
  index: number,
): RecordEffect {
  const touched = new Map(effect?.touched);
  for (const aspect of new Set(changedFields(change).map(aspectOf))) {
    touched.set(aspect, withIndex(touched.get(aspect), index));
  }
  return {
    collection,
    id: changedId(change),
    before: effect === undefined ? change.before : effect.before,
    after: change.after,
    lifecycle: (effect?.lifecycle ?? false) || change.before === null || change.after === null,
    used: false,
    entries: withIndex(effect?.entries, index),
    touched,
  };
}

const withIndex = (list: readonly number[] = [], index: number): readonly number[] =>
  list.at(-1) === index ? list : [...list, index].sort((a, b) => a - b);
