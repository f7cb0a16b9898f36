// Every edit in words, in each language: what was done to which record, how many residences changed grids.

import { describe, expect, it } from "vitest";
import { projectEn } from "../../../src/app/i18n/project-en.ts";
import { projectZhCn } from "../../../src/app/i18n/project-zh-cn.ts";
import { describeEdit } from "../../../src/app/pages/project/describe-edit.ts";
import { netPlan, playNetActs } from "../../helpers/random-net-edits.ts";

const EDITS = playNetActs(netPlan(), [
  ["adopt", 0, 2],
  ["recode", 0, 1],
  ["lock", 0, 5],
  ["rename", 0, 1],
  ["posts", 0, 2],
  ["link", 0, 1],
  ["candidate", 0, 1],
  ["move", 0, 1],
  ["close", 0, 0],
]);

describe("describeEdit", () => {
  it("says what was done", () => {
    expect(EDITS.map((entry) => describeEdit(entry, projectZhCn, "无数据"))).toEqual([
      "新增 3 个网格 · 改划 6 栋（2 户）",
      "“draft 0 2 0”编码 无 → 431",
      "锁定“draft 0 2 0”",
      "“draft 0 2 0”改名为“name 1”",
      "修改“name 1”",
      "新增“bridge 1”",
      "新增“room 1”",
      expect.stringMatching(/^移动“centre 0” [\d,]+ 米$/),
      "移除“centre 0”",
    ]);
  });

  it("says something of every edit in English too", () => {
    const said = EDITS.map((entry) => describeEdit(entry, projectEn, "no data"));
    expect(new Set(said).size).toBe(said.length);
    expect(said.every((sentence) => sentence !== "" && !/[\u4e00-\u9fff]/.test(sentence))).toBe(true);
  });
});
