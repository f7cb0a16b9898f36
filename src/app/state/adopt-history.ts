// Makes a history that was read from somewhere part of this session: its revisions get numbers never used here, so
// that no cached result is taken for another state; and a centre as the baseline has it is the baseline's record.

import {
  type CenterChange,
  type ChangeEntry,
  type History,
  type HistoryStep,
  type ServiceCenter,
  sameCenter,
} from "../../core/model/index.ts";

/** `after` is the history shown until now, of the same scene. */
export function adoptHistory(read: History, baseline: readonly ServiceCenter[], after: History): History {
  const imported = new Map(baseline.map((center) => [center.id, center]));
  const shift = after.nextRevision;
  const number = (revision: number): number => (revision === 0 ? 0 : revision + shift);
  const own = (center: ServiceCenter | null): ServiceCenter | null => {
    const known = center === null ? undefined : imported.get(center.id);
    return center !== null && known !== undefined && sameCenter(known, center) ? known : center;
  };
  const change = ({ before, after: next, at }: CenterChange): CenterChange => ({
    before: own(before),
    after: own(next),
    at,
  });
  const entry = (old: ChangeEntry): ChangeEntry => ({
    ...old,
    patch: { centers: old.patch.centers.map(change) },
  });
  const step = (old: HistoryStep): HistoryStep => ({
    entry: entry(old.entry),
    revision: number(old.revision),
  });
  return {
    centers: read.centers.map((center) => own(center) ?? center),
    past: read.past.map(step),
    future: read.future.map(step),
    revision: number(read.revision),
    savedRevision: number(read.savedRevision),
    nextRevision: read.nextRevision + shift,
  };
}
