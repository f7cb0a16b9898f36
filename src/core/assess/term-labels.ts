// Names of what rules speak about: registers and attributes in the pack's own words, the plan's numbers in ours.

import type { Bilingual, RulePack } from "../standards/index.ts";

const PLAN: Readonly<Record<string, Bilingual>> = {
  centers: { zh: "党群服务中心", en: "Service centres" },
  households: { zh: "户数", en: "Households" },
  residentialFloorArea: { zh: "住宅地上建筑面积", en: "Residential floor area above ground" },
  partyOrgs: { zh: "党组织", en: "Party bodies" },
  gridWorkers: { zh: "专职网格员", en: "Full-time grid workers" },
  nets: { zh: "条线网格", en: "Department nets" },
  subdistrict: { zh: "街道", en: "Subdistricts" },
  community: { zh: "社区", en: "Communities" },
  grid: { zh: "网格", en: "Grids" },
  center: { zh: "党群服务中心", en: "Service centres" },
  asOf: { zh: "评价日期", en: "Date of judgement" },
};

/** The words for "name" at a kind of place, "register.name" or "register#". */
export function termLabels({ registers = [] }: Pick<RulePack, "registers">) {
  const words = new Map<string, Bilingual>(Object.entries(PLAN));
  for (const { id, name, attributes } of registers) {
    if (!words.has(id)) words.set(id, name);
    for (const attribute of attributes) words.set(`${id}.${attribute.id}`, attribute.name);
  }
  return (term: string, kind: string): Bilingual => {
    const plain = term.replace(/#$/, "");
    return (
      words.get(plain.includes(".") ? plain : `${kind}.${plain}`) ??
      words.get(plain) ?? { zh: plain, en: plain }
    );
  };
}
