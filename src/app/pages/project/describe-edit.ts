// An edit in words: what was done to which centre, with the figures of both ends.

import type { ChangeEntry, ServiceCenter } from "../../../core/model/index.ts";
import type { ProjectWords } from "../../i18n/project-words.ts";
import { metresBetween } from "../../state/ground-metres.ts";
import { formatArea, formatCount } from "../../ui/format.ts";

/** `unknown` stands for a floor area that nobody knows. */
export function describeEdit(entry: ChangeEntry, words: ProjectWords, unknown: string): string {
  return entry.patch.centers
    .map(({ before, after }) => describeChange(before, after, words, unknown))
    .filter((sentence) => sentence !== "")
    .join(" · ");
}

export function describeChange(
  before: ServiceCenter | null,
  after: ServiceCenter | null,
  words: ProjectWords,
  unknown: string,
): string {
  if (before === null) return after === null ? "" : words.added(after.name);
  if (after === null) return words.removed(before.name);
  const area = (squareMetres: number | null): string => formatArea(squareMetres) ?? unknown;
  const parts = [
    before.name === after.name ? null : words.renamed(before.name, after.name),
    before.lon === after.lon && before.lat === after.lat
      ? null
      : words.moved(after.name, formatCount(metresBetween(before.lon, before.lat, after.lon, after.lat))),
    before.floorArea === after.floorArea
      ? null
      : words.resized(after.name, area(before.floorArea), area(after.floorArea)),
  ];
  return parts.filter((part) => part !== null).join(" · ");
}
