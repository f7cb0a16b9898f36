// What carries a rule or a system, taken apart and found in its pack: a rule of the pack, one of its registers or kinds
// of matter, a layer of the plan, or the pack's own notes.

import type { Bilingual } from "./bilingual.ts";
import type { CoveredRule, CoveredSystem } from "./coverage.ts";
import type { RulePack } from "./rule-pack.ts";

export const CARRIER_KINDS = ["rule", "register", "matter", "layer", "pack"] as const;
export type CarrierKind = (typeof CARRIER_KINDS)[number];

export interface Carrier {
  readonly pack: string;
  readonly kind: CarrierKind;
  /** Of the rule, register, kind of matter or layer; "" for the pack itself. */
  readonly id: string;
}

/** What carries an entry, in the order it says; a system names the pack of each, a rule has one. */
export const carriersOf = (entry: CoveredRule | CoveredSystem): readonly Carrier[] =>
  entry.by.map((text) => {
    if ("pack" in entry) return carrierIn(entry.pack, text);
    const cut = text.indexOf("/");
    return carrierIn(text.slice(0, cut), text.slice(cut + 1));
  });

/** The name a pack gives what carries; null where it has no such thing, and for layers, which are the plan's. */
export function nameOfCarrier({ kind, id }: Carrier, pack: RulePack): Bilingual | null {
  if (kind === "pack") return pack.note === undefined ? null : pack.name;
  if (kind === "rule") return pack.rules.find((rule) => rule.id === id)?.title ?? null;
  const lists = { register: pack.registers, matter: pack.matters, layer: [] };
  return lists[kind]?.find((each) => each.id === id)?.name ?? null;
}

function carrierIn(pack: string, text: string): Carrier {
  if (text === "pack") return { pack, kind: "pack", id: "" };
  const [word = "", id] = text.split("/");
  const kind = CARRIER_KINDS.find((one) => one === word);
  return kind === undefined || id === undefined ? { pack, kind: "rule", id: text } : { pack, kind, id };
}
