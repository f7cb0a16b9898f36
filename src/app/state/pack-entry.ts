// What the chooser knows of a rule pack before the pack itself is read, and how packs copied in this project are told
// from those that lie beside the page.

import { editionState, type RulePack } from "../../core/standards/index.ts";

export type PackEntry = Pick<
  RulePack,
  "id" | "name" | "place" | "edition" | "validFrom" | "validTo" | "basedOn"
> & {
  readonly rules: number;
};

/** Ids of packs copied in a project begin so; none of those beside the page does. */
const OWN = "own-";

export const isOwnId = (id: string): boolean => id.startsWith(OWN);

/** An id for a copy of a pack that none of these has. */
export function ownIdFor(base: string, taken: readonly { readonly id: string }[]): string {
  const stem = `${OWN}${base.replace(/^own-/, "").replace(/-\d{1,2}$/, "")}`;
  const ids = new Set(taken.map(({ id }) => id));
  for (let number = 1; ; number++) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!ids.has(id)) return id;
  }
}

export const entryOf = ({ rules, ...pack }: RulePack): PackEntry => ({ ...pack, rules: rules.length });

/** Own packs first, then those beside the page; what is in force comes before what is not. */
export function packEntries(
  {
    ownPacks,
    packIndex,
  }: { readonly ownPacks: readonly RulePack[]; readonly packIndex: readonly PackEntry[] },
  day: string,
): readonly PackEntry[] {
  const beside = [...packIndex].sort(
    (a, b) => Number(editionState(a, day) !== "valid") - Number(editionState(b, day) !== "valid"),
  );
  return [...ownPacks.map(entryOf), ...beside];
}
