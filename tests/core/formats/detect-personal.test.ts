import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectPersonal, isIdentityNumber } from "../../../src/core/formats/detect-personal.ts";
import { importTexts, TOWN } from "./fixtures.ts";

const found = (column: string, values: readonly unknown[]): string | null =>
  detectPersonal({
    columns: [column],
    rows: values.map((value, i) => ({ row: i + 1, properties: { [column]: value }, geometry: null })),
  })[0]?.kind ?? null;

/** 17 digits with the check character that belongs to them, worked out the long way. */
function withCheck(body: string): string {
  for (const check of "0123456789X") {
    let value = check === "X" ? 10 : Number(check);
    for (let i = 0; i < 17; i++) value += Number(body[i]) * (2 ** (17 - i) % 11);
    if (value % 11 === 1) return body + check;
  }
  throw new Error(`no check character for ${body}`);
}

describe("detectPersonal", () => {
  it.each([
    ["编号", [withCheck("43010219900101123"), withCheck("43010219851231002")], "identity"],
    ["身份证号", ["430102900101123", "430102851231002"], "identity"],
    ["备注", ["13874800001", "13974800002", "+86 137 0000 0003"], "phone"],
    ["联系电话", ["0731-88880001", "88880002"], "phone"],
    ["户主", ["张三", "李四", ""], "resident"],
    ["姓名", ["张三"], "resident"],
    ["网格编码", ["430105001001001", "430105001001002"], null],
    ["社区代码", ["430105001001", "430105001002"], null],
    ["geoid", ["15003980600", "15003009703"], null],
    ["户主数", [12, 30], null],
    ["名称", ["绿地花园", "星河小区"], null],
    ["户数", [372, 120], null],
    ["电话", ["", null], null],
    ["统一社会信用代码", ["91430100MA4L0A1B2C", "91430100MA4L0A1B3D"], null],
  ])("takes %s %j for %s", (column, values, kind) => {
    expect(found(column, values)).toBe(kind);
  });

  it("holds the check character to the standard", () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(digits, (order) => {
        const number = withCheck(`43010219900101${order.join("")}`);
        expect(isIdentityNumber(number)).toBe(true);
        const last = number.endsWith("X") ? "0" : "X";
        expect(isIdentityNumber(number.slice(0, 17) + last)).toBe(false);
      }),
    );
  });
});

describe("importFiles: personal columns", () => {
  const residences =
    "编号,户数,户主,电话,lon,lat\nR1,100,张三,13874800001,112.981,28.201\nR2,90,李四,13874800002,112.982,28.201\n";
  const { "residences.geojson": _, ...rest } = TOWN;
  const files = { ...rest, "residences.csv": residences };

  it("leaves them out, says so, and keeps no trace of them", async () => {
    const result = await importTexts({
      ...files,
      "residences.csv": `${residences}R3,80,王五,13874800003,,\n`,
    });
    expect(result.issues.filter(({ code }) => code === "column.personal").map(({ field }) => field)).toEqual([
      "户主",
      "电话",
    ]);
    expect(result.baseline!.residences.count).toBe(2);
    expect(JSON.stringify(result)).not.toMatch(/张三|王五|13874800001/);
  });

  it("keeps those that the user insists on", async () => {
    const { columns, issues } = await importTexts(files, { keepColumns: ["户主", "电话"] });
    expect(columns["residences.csv"]).toContain("户主");
    expect(issues.filter(({ code }) => code === "column.personal")).toEqual([]);
  });
});
