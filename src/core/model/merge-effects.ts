// What a list of edits does to each centre, taken together: the record before the first edit, after the last
// one, and which entries touch which aspect of it. An aspect is what a person changes in one act: longitude
// and latitude are one place, every other field stands alone.

import type { ServiceCenter } from "./layers.ts";
import { type CenterChange, changedId } from "./patch.ts";
import type { ChangeEntry } from "./plan.ts";

export type CenterField = keyof ServiceCenter;
export type Aspect = "place" | Exclude<CenterField, "id" | "lon" | "lat">;

export interface CenterEffect {
  readonly before: ServiceCenter | null;
  readonly after: ServiceCenter | null;
  /** Added or removed on the way, even when nothing is left of it. */
  readonly lifecycle: boolean;
  /** Indices of the entries about this centre, ascending. */
  readonly entries: readonly number[];
  /** Indices of the entries that change an aspect, ascending. */
  readonly touched: ReadonlyMap<Aspect, readonly number[]>;
}

export const aspectOf = (field: CenterField): Aspect =>
  field === "lon" || field === "lat" || field === "id" ? "place" : field;

const fieldsOf = (aspect: Aspect): readonly CenterField[] => (aspect === "place" ? ["lon", "lat"] : [aspect]);

/** Do the two records agree in this aspect? */
export const agree = (a: ServiceCenter, b: ServiceCenter, aspect: Aspect): boolean =>
  fieldsOf(aspect).every((field) => Object.is(a[field], b[field]));

/** Fields a change in place sets to something else. */
export function changedFields({ before, after }: CenterChange): readonly CenterField[] {
  if (before === null || after === null) return [];
  const fields = Object.keys({ ...before, ...after }) as CenterField[];
  return fields.filter((field) => !Object.is(before[field], after[field]));
}

export function effectsOf(edits: readonly ChangeEntry[]): ReadonlyMap<string, CenterEffect> {
  const effects = new Map<string, CenterEffect>();
  for (const [index, { patch }] of edits.entries()) {
    for (const change of patch.centers) {
      const id = changedId(change);
      effects.set(id, extend(effects.get(id), change, index));
    }
  }
  return effects;
}

function extend(effect: CenterEffect | undefined, change: CenterChange, index: number): CenterEffect {
  const touched = new Map(effect?.touched);
  for (const aspect of new Set(changedFields(change).map(aspectOf))) {
    touched.set(aspect, withIndex(touched.get(aspect), index));
  }
  return {
    before: effect === undefined ? change.before : effect.before,
    after: change.after,
    lifecycle: (effect?.lifecycle ?? false) || change.before === null || change.after === null,
    entries: withIndex(effect?.entries, index),
    touched,
  };
}

const withIndex = (list: readonly number[] = [], index: number): readonly number[] =>
  list.at(-1) === index ? list : [...list, index];
