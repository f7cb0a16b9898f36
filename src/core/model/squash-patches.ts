// Two patches in a row as one: a drag of two hundred steps becomes one change from first to last place.
// Changes in place commute with everything about other centres, so they fold into the last earlier change of
// the same centre. Additions and removals carry list places, so an addition and its removal cancel only when
// no other addition or removal lies between them.

import { type CenterChange, changedId, type Patch } from "./patch.ts";
import { sameCenter } from "./same-center.ts";

/** One patch that does what `first` and then `second` do; empty when they cancel out. */
export function squashPatches(first: Patch, second: Patch): Patch {
  const changes = [...first.centers];
  for (const next of second.centers) fold(changes, next);
  return { centers: changes };
}

function fold(changes: CenterChange[], next: CenterChange): void {
  const id = changedId(next);
  const index = changes.findLastIndex((change) => changedId(change) === id);
  const previous = changes[index];
  if (previous === undefined || previous.after === null) {
    changes.push(next);
    return;
  }
  if (next.after !== null) {
    if (previous.before !== null && sameCenter(previous.before, next.after)) changes.splice(index, 1);
    else changes[index] = { ...previous, after: next.after };
    return;
  }
  if (previous.before !== null) {
    changes.splice(index, 1);
    changes.push({ before: previous.before, after: null, at: next.at });
    return;
  }
  if (changes.slice(index + 1).every(({ at }) => at < 0)) changes.splice(index, 1);
  else changes.push(next);
}
