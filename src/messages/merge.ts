// What a merge of two people's edits says: what they decided differently, and what became of each entry.

import type { ConflictKind, MergeConflict, MergeFate, RecordConflict } from "../core/model/index.ts";
import { fillTemplate } from "./fill-template.ts";
import type { Language } from "./language.ts";

/** One line above the two sides of a conflict; the record by the name it has on a side that keeps it. */
export function conflictSentence(conflict: MergeConflict, language: Language): string {
  const values =
    conflict.kind === "assigned" ? { residences: conflict.rows.length } : { name: nameOf(conflict) };
  return fillTemplate(CONFLICTS[conflict.kind][language], values, language);
}

/** A grid without a name goes by its code. */
function nameOf({ mine, theirs, id }: RecordConflict): string {
  const record = mine ?? theirs;
  if (record === null) return id;
  return record.name === "" && "code" in record ? record.code : record.name;
}

export const fateLabel = (fate: MergeFate, language: Language): string => FATES[fate][language];

const CONFLICTS: Readonly<Record<ConflictKind, Readonly<Record<Language, string>>>> = {
  moved: { "zh-CN": "“{name}”被两人移到了不同的地方。", en: "“{name}” was moved to two different places." },
  renamed: { "zh-CN": "“{name}”被两人改成了不同的名称。", en: "“{name}” was given two different names." },
  resized: {
    "zh-CN": "“{name}”的建筑面积被两人改成了不同的数。",
    en: "“{name}” was given two different floor areas.",
  },
  changed: { "zh-CN": "“{name}”被两人改得不一样。", en: "“{name}” was changed in two different ways." },
  removedByMe: {
    "zh-CN": "“{name}”我方已撤销，对方作了修改。",
    en: "“{name}” was removed here and changed by the other side.",
  },
  removedByThem: {
    "zh-CN": "“{name}”对方已撤销，我方作了修改。",
    en: "“{name}” was changed here and removed by the other side.",
  },
  replaced: {
    "zh-CN": "“{name}”至少有一方撤销后又重新设置，两边结果不同。",
    en: "“{name}” was removed and set up anew on one side at least, with different results.",
  },
  assigned: {
    "zh-CN": "{residences} 栋住宅被两人划入了不同的网格。",
    en: "{residences} residences were put into different grids by the two sides.",
  },
};

const FATES: Readonly<Record<MergeFate, Readonly<Record<Language, string>>>> = {
  kept: { "zh-CN": "已采用", en: "taken" },
  partly: { "zh-CN": "部分采用", en: "taken in part" },
  refused: { "zh-CN": "未采用", en: "refused" },
  same: { "zh-CN": "双方相同", en: "same on both sides" },
  void: { "zh-CN": "没有留下变化", en: "no lasting effect" },
};
