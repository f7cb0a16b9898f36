// Every edit in words, in each language: what was done to which record, how many residences changed grids.

import { describe, expect, it } from "vitest";
import { projectEn } from "../../../src/app/i18n/project-en.ts";
import { projectZhCn } from "../../../src/app/i18n/project-zh-cn.ts";
import { describeEdit, gridNamesOf } from "../../../src/app/pages/project/describe-edit.ts";
import { applyPatch, EDITS as EDIT_TABLE, gridOf, type Patch } from "../../../src/core/model/index.ts";
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
      "登记“name 1”的岗位和组织",
      "新增“bridge 1”",
      "新增“room 1”",
      expect.stringMatching(/^移动“centre 0” [\d,]+ 米$/),
      "移除“centre 0”",
    ]);
  });

  it("says which grids residences passed between, and which border was drawn", () => {
    const plan = netPlan(4);
    const grid = (id: string, code: string) => ({ ...gridOf({ id, name: "", communityId: "c-0" }), code });
    const adopted = EDIT_TABLE["grids.adopt"](plan, {
      level: "grid",
      within: ["c-0"],
      grids: [grid("a", "001"), grid("b", "002")],
      rows: [0, 1, 2],
      gridOf: [0, 0, 1],
    }) as Patch;
    const moved = EDIT_TABLE["grid.assign"](applyPatch(plan, adopted), {
      level: "grid",
      rows: [1, 3],
      gridId: "b",
    }) as Patch;
    const line = [112, 28, 112.001, 28];
    const drawn = EDIT_TABLE["border.add"](plan, {
      id: "l",
      name: "001–002",
      communityId: "c-0",
      line,
    }) as Patch;
    const names = gridNamesOf([{ patch: adopted }]);
    const say = (patch: Patch) =>
      describeEdit({ patch, figures: { households: 90 } }, projectZhCn, "无", names);
    expect(say(moved)).toBe("改划 2 栋（90 户） · 由 001 和 未入格 划入 002");
    expect(say(drawn)).toBe("手画 001–002 之间的边界");
  });

  it("says something of every edit in English too", () => {
    const said = EDITS.map((entry) => describeEdit(entry, projectEn, "no data"));
    expect(new Set(said).size).toBe(said.length);
    expect(said.every((sentence) => sentence !== "" && !/[\u4e00-\u9fff]/.test(sentence))).toBe(true);
  });
});
