// The workflows of the three lists of a joint meeting: those of the pack in force, and plain ones where it has none.

import { LIST_MATTERS } from "../model/index.ts";
import type { MatterKind } from "./matter.ts";
import type { RulePack } from "./rule-pack.ts";

/** One for each of LIST_MATTERS, in their order. */
export const listKindsOf = (pack: Pick<RulePack, "matters"> | null): readonly MatterKind[] =>
  LIST_MATTERS.map((id) => pack?.matters?.find((kind) => kind.id === id) ?? PLAIN_KINDS[id]);

const state = (id: string, zh: string, en: string, closed = false) => ({
  id,
  name: { zh, en },
  ...(closed ? { closed } : {}),
});
const move = (from: string, to: string, zh: string, en: string) => ({ from, to, name: { zh, en } });

const PLAIN_KINDS: Readonly<Record<(typeof LIST_MATTERS)[number], MatterKind>> = {
  need: {
    id: "need",
    name: { zh: "需求清单", en: "List of needs" },
    states: [
      state("raised", "已提出", "raised"),
      state("claimed", "已认领", "claimed"),
      state("underWay", "办理中", "under way"),
      state("done", "已办结", "done", true),
    ],
    moves: [
      move("raised", "claimed", "认领", "Claim"),
      move("claimed", "underWay", "立项", "Start"),
      move("claimed", "raised", "退回", "Hand back"),
      move("underWay", "done", "办结", "Finish"),
    ],
    fields: [],
  },
  resource: {
    id: "resource",
    name: { zh: "资源清单", en: "List of resources" },
    states: [
      state("offered", "可提供", "offered"),
      state("inUse", "使用中", "in use"),
      state("ended", "已结束", "ended", true),
    ],
    moves: [
      move("offered", "inUse", "对接", "Match"),
      move("inUse", "offered", "归还", "Free"),
      move("offered", "ended", "撤回", "Withdraw"),
      move("inUse", "ended", "结束", "End"),
    ],
    fields: [],
  },
  project: {
    id: "project",
    name: { zh: "项目清单", en: "List of projects" },
    states: [
      state("planned", "计划", "planned"),
      state("underWay", "实施", "under way"),
      state("paused", "暂停", "paused"),
      state("done", "完成", "done", true),
    ],
    moves: [
      move("planned", "underWay", "开工", "Start"),
      move("underWay", "paused", "暂停", "Pause"),
      move("paused", "underWay", "复工", "Resume"),
      move("underWay", "done", "完成", "Finish"),
    ],
    fields: [],
  },
};
