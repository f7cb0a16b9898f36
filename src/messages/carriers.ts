// What carries a rule or system, in words: "登记“走访统计”", "规则 HN-36、HN-36-owners", "图层“党群服务中心”".

import { type Carrier, type CarrierKind, nameOfCarrier, type RulePack } from "../core/standards/index.ts";
import type { Language } from "./language.ts";

type Both = Readonly<Record<Language, string>>;

/** Each thing once; `packOf` gives null for a pack that is not read, whose things are then said by their ids. */
export function carrierWords(
  carriers: readonly Carrier[],
  packOf: (id: string) => RulePack | null,
  language: Language,
): string {
  const rules = carriers.filter(({ kind }) => kind === "rule").map(({ id }) => id);
  const others = carriers.filter(({ kind }) => kind !== "rule");
  const said = [
    ...(rules.length === 0 ? [] : [`${rulesWord(rules.length, language)} ${rules.join(BETWEEN[language])}`]),
    ...others.map((carrier) => quoted(carrier, packOf(carrier.pack), language)),
  ];
  return [...new Set(said)].join(APART[language]);
}

const rulesWord = (count: number, language: Language): string =>
  language === "en" && count > 1 ? "rules" : KINDS.rule[language];

function quoted(carrier: Carrier, pack: RulePack | null, language: Language): string {
  const { kind, id } = carrier;
  const named = pack === null ? null : nameOfCarrier(carrier, pack);
  const own = named === null ? id : language === "en" ? named.en : named.zh;
  const name = kind === "layer" ? (LAYERS[id]?.[language] ?? id) : own;
  return language === "en" ? `${KINDS[kind].en} “${name}”` : `${KINDS[kind]["zh-CN"]}“${name}”`;
}

const KINDS: Readonly<Record<CarrierKind, Both>> = {
  rule: { "zh-CN": "规则", en: "rule" },
  register: { "zh-CN": "登记", en: "register" },
  matter: { "zh-CN": "事项", en: "matter" },
  layer: { "zh-CN": "图层", en: "layer" },
  pack: { "zh-CN": "规则包说明", en: "notes of the pack" },
};

/** Layers that carry something. */
const LAYERS: Readonly<Record<string, Both>> = {
  centers: { "zh-CN": "党群服务中心", en: "service centres" },
  subdistricts: { "zh-CN": "街道", en: "subdistricts" },
  communities: { "zh-CN": "社区", en: "communities" },
};

const BETWEEN: Both = { "zh-CN": "、", en: ", " };
const APART: Both = { "zh-CN": "；", en: "; " };
