// What `packs` says, in Chinese and English.

import type { CoverageScreen, CoverageState, RulePack } from "../core/standards/index.ts";
import type { Language } from "../messages/language.ts";

export const COVERAGE_WORDS: Readonly<Record<CoverageState, Readonly<Record<Language, string>>>> = {
  computed: { "zh-CN": "计算", en: "computed" },
  checked: { "zh-CN": "核对登记", en: "checked" },
  displayed: { "zh-CN": "显示", en: "displayed" },
  recorded: { "zh-CN": "登记", en: "recorded" },
  outOfScope: { "zh-CN": "不在范围", en: "out of scope" },
  refused: { "zh-CN": "拒绝", en: "refused" },
};

interface Words {
  readonly help: string;
  readonly fault: (value: string) => string;
  readonly packs: (count: number, day: string) => string;
  readonly contents: (pack: RulePack) => string;
  readonly rules: (count: number, states: string) => string;
  readonly systems: (count: number, states: string) => string;
  readonly screens: Readonly<Record<CoverageScreen, string>>;
}

export const PACKS_WORDS: Readonly<Record<Language, Words>> = {
  "zh-CN": {
    help: `npm run --silent quandian -- packs [--json] [--date 年-月-日] [--lang zh|en]
列出规则包、各自是否有效，以及每条规则和每项制度如何落实：计算、核对登记、显示、登记、不在范围，附测试和界面
`,
    fault: (value) => `packs 不认识“${value}”。可用 --json、--date 年-月-日、--lang zh|en。`,
    packs: (count, day) => `规则包 ${count} 个（按 ${day}）`,
    contents: ({ rules, registers = [], matters = [] }) =>
      `规则 ${rules.length} 条，登记 ${registers.length} 种，事项 ${matters.length} 种`,
    rules: (count, states) => `规则 ${count} 条：${states}`,
    systems: (count, states) => `制度 ${count} 项：${states}`,
    screens: {
      circles: "地图",
      assess: "达标",
      registers: "登记",
      matters: "事项",
      rules: "规则",
    },
  },
  en: {
    help: `npm run --silent quandian -- packs [--json] [--date YYYY-MM-DD] [--lang zh|en]
Lists the rule packs, whether each is in force, and how every rule and system is carried: computed, checked,
displayed, recorded or out of scope, with the test and the screen that show it
`,
    fault: (value) => `packs does not know “${value}”. There are --json, --date YYYY-MM-DD, --lang zh|en.`,
    packs: (count, day) => `${count} rule packs (as of ${day})`,
    contents: ({ rules, registers = [], matters = [] }) =>
      `${rules.length} rules, ${registers.length} registers, ${matters.length} kinds of matter`,
    rules: (count, states) => `${count} rules: ${states}`,
    systems: (count, states) => `${count} systems: ${states}`,
    screens: {
      circles: "map",
      assess: "verdicts",
      registers: "registers",
      matters: "matters",
      rules: "rules",
    },
  },
};
