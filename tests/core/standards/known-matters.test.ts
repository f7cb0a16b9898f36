// A table of matters that the plan knows already: they go on from where they are, by the moves of their workflow alone,
// and keep their history; what the workflow does not allow is set aside with row, field and value.

import { expect, it } from "vitest";
import { dueDate, type Matter, mattersOfTable, moveMatter } from "../../../src/core/standards/index.ts";
import { readPack } from "../../helpers/demo-scene.ts";

const { matters: kinds = [] } = readPack("hunan-2022");
const TODAY = "2026-06-30";

const first: Matter = {
  ...{ id: "M1", kind: "order", name: "路灯不亮", placeId: null, state: "ordered" },
  ...{ opened: "2026-06-20", due: null, texts: { unit: "市政所" }, dates: {}, moves: [] },
};
const moved = moveMatter(first, kinds, "assigned", "2026-06-21", "网格站");
if (!("matter" in moved)) throw new Error("the sample does not follow its workflow");
const known = moved.matter;

const row = { 编号: "M1", 类别: "点单派单", 事项: "路灯不亮", 承办单位: "市政所", 开始: "2026-06-20" };
const read = (cells: Readonly<Record<string, string>>, before: readonly Matter[] = [known]) =>
  mattersOfTable({ columns: Object.keys(cells), rows: [{ row: 1, cells }] }, kinds, [], TODAY, before);

it("goes on by a move that there is, dated today", () => {
  const { matters, faults } = read({ ...row, 状态: "已接单" });
  expect(faults).toEqual([]);
  expect(matters[0]?.moves).toEqual([
    ...known.moves,
    { from: "assigned", to: "accepted", date: TODAY, by: "" },
  ]);
});

it.each([
  ["noSuchMove", "state", "assigned → rated", { ...row, 状态: "已评单" }],
  ["noSuchMove", "state", "assigned → withdrawn", { ...row, 状态: "已撤销" }],
  ["fieldMissing", "reason", "assigned → ordered", { ...row, 状态: "已点单" }],
] as const)("sets aside: %s in %s, %s", (code, field, value, cells) => {
  const { matters, faults } = read(cells);
  expect(matters).toEqual([]);
  expect(faults).toEqual([{ code, row: 0, field, value, kind: "order" }]);
});

it("takes nothing from what it knows of one that stays where it is", () => {
  const due = dueDate(known, kinds)!;
  const { matters } = read({ ...row, 状态: "已派单", 期限: due });
  expect(matters).toEqual([known]);
  expect(read({ ...row, 状态: "已派单", 期限: "2026-07-07" }).matters).toMatchObject([{ due: "2026-07-07" }]);
});

it("takes a matter nobody knew as it stands in the file", () => {
  expect(read({ ...row, 状态: "已评单" }, []).matters).toMatchObject([{ state: "rated", moves: [] }]);
});

it("pins it to a point that says its datum", () => {
  const at = { ...row, 状态: "已派单", 经度: "112.98", 纬度: "28.2" };
  expect(read({ ...at, 坐标系: "WGS-84" }).matters[0]?.position).toEqual([112.98, 28.2]);
  expect(read(at).faults).toMatchObject([{ code: "badPosition" }]);
});
