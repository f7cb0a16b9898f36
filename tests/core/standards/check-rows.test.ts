// Rows of registers: what is used, what is set aside and why.

import { describe, expect, it } from "vitest";
import {
  checkRows,
  isPersonalName,
  isPersonalValue,
  type Register,
  type RegisterRow,
} from "../../../src/core/standards/index.ts";

const words = { zh: "登记", en: "Register" };
const STATION: Register = {
  id: "station",
  name: words,
  place: "community",
  attributes: [
    { id: "hasSign", name: words, type: "yes" },
    { id: "area", name: words, type: "number" },
    { id: "opened", name: words, type: "date" },
    { id: "note", name: words, type: "text" },
    { id: "class", name: words, type: "colour", options: [{ id: "green", name: words, colour: "#00ff00" }] },
  ],
};
const row = (more: Partial<RegisterRow> = {}): RegisterRow => ({
  id: "a",
  kind: "station",
  name: "花园站",
  placeId: "c1",
  position: null,
  numbers: {},
  texts: {},
  dates: {},
  ...more,
});
const places = (_: string, id: string): number => ({ c1: 1, twin: 2 })[id] ?? 0;
const faults = (...rows: RegisterRow[]) =>
  checkRows(rows, [STATION], places).faults.map(({ code, row, field }) => [code, row, field]);

describe("checkRows", () => {
  it("uses what is right", () => {
    const good = row({
      numbers: { hasSign: 1, area: 20 },
      texts: { class: "green", note: "东门" },
      dates: { opened: "2026-01-01" },
    });
    expect(checkRows([good], [STATION], places)).toEqual({ rows: [good], faults: [] });
    expect(faults(row({ placeId: null, position: [112, 29] }))).toEqual([]);
  });

  it.each([
    [{ kind: "canteen" }, "unknownRegister", "kind"],
    [{ placeId: "c9" }, "noPlace", "placeId"],
    [{ placeId: null }, "noPlace", "placeId"],
    [{ placeId: "twin" }, "twoPlaces", "placeId"],
    [{ numbers: { colour: 3 } }, "unknownAttribute", "colour"],
    [{ numbers: { note: 3 } }, "wrongType", "note"],
    [{ numbers: { hasSign: 2 } }, "wrongType", "hasSign"],
    [{ texts: { class: "purple" } }, "unknownOption", "class"],
    [{ dates: { opened: "2026-02-30" } }, "badDate", "opened"],
    [{ texts: { note: "联系 13912345678" } }, "personalData", "note"],
    [{ texts: { note: "430102199003071234" } }, "personalData", "note"],
    [{ texts: { 姓名: "某某" } }, "personalData", "姓名"],
  ] as const)("%j is set aside: %s", (more, code, field) => {
    expect(faults(row(more))).toEqual([[code, 0, field]]);
  });

  it("never repeats a personal value, and keeps the rows around it", () => {
    const rows = [row(), row({ id: "b", texts: { note: "13912345678" } }), row({ id: "c" }), row()];
    const { rows: kept, faults: found } = checkRows(rows, [STATION], places);
    expect(kept.map(({ id }) => id)).toEqual(["a", "c"]);
    expect(found.map(({ code, value }) => [code, value])).toEqual([
      ["personalData", ""],
      ["duplicateRow", "a"],
    ]);
  });
});

describe("personal words", () => {
  it.each(["居民姓名", "身份证号", "phone", "家庭住址", "信用分", "低保户", "credit score", "resident name"])(
    "%s is personal",
    (name) => {
      expect(isPersonalName(name)).toBe(true);
    },
  );

  it.each(["名称", "社区名称", "人数", "岗位名称", "健康功能", "In the city health check", "population"])(
    "%s is not",
    (name) => {
      expect(isPersonalName(name)).toBe(false);
    },
  );

  it.each(["13800000000", "身份证 110101199001011234", "11010119900101123X"])("%s is personal", (text) => {
    expect(isPersonalValue(text)).toBe(true);
  });

  it.each(["990101001001", "2026-01-01", "0731-8888888", "12345"])("%s is not", (text) => {
    expect(isPersonalValue(text)).toBe(false);
  });
});
