// Places whose name or code holds what was typed: communities and centres first, then residences, one per
// compound; names that begin with it before names that hold it.

import type { Baseline, ServiceCenter } from "../../core/model/index.ts";
import type { MapSelection } from "../map/map-model.ts";

export interface FoundPlace {
  readonly selection: NonNullable<MapSelection>;
  readonly name: string;
  readonly detail: string;
}

export function searchPlaces(
  baseline: Baseline,
  centers: readonly ServiceCenter[],
  typed: string,
  limit: number,
): FoundPlace[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "") return [];
  const rank = (...texts: readonly string[]): number => {
    const at = texts.map((text) => text.toLowerCase().indexOf(wanted)).filter((index) => index >= 0);
    return at.length === 0 ? -1 : Math.min(...at) === 0 ? 0 : 1;
  };
  const found: { rank: number; place: FoundPlace }[] = [];
  const offer = (at: number, kind: number, place: FoundPlace): void => {
    if (at >= 0) found.push({ rank: at + 2 * kind, place });
  };
  for (const { id, name } of baseline.communities.records) {
    offer(rank(name, id), 0, { selection: { kind: "community", id }, name, detail: id });
  }
  for (const { id, name } of centers) {
    offer(rank(name, id), 1, { selection: { kind: "center", id }, name, detail: id });
  }
  const { residences } = baseline;
  const compounds = new Set<string>();
  for (let index = 0; index < residences.count; index++) {
    const compound = residences.compound[index] ?? "";
    const name = residences.name[index] ?? "";
    const id = residences.id[index] ?? "";
    const at = rank(compound === "" ? name : compound, id);
    if (at < 0 || (compound !== "" && rank(id) < 0 && compounds.has(compound))) continue;
    compounds.add(compound);
    const shown = compound === "" ? name || id : compound;
    offer(at, 2, {
      selection: { kind: "residence", index },
      name: shown,
      detail: name === shown ? id : name || id,
    });
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ place }) => place);
}
