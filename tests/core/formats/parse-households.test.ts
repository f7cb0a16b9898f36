import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseArea, parseHouseholds, parseNumber } from "../../../src/core/formats/parse-households.ts";

const NOTHING = Number.NaN;

describe("parseHouseholds", () => {
  it.each([
    [372, 372, null],
    ["372", 372, null],
    [" 372 ", 372, null],
    ["1,234", 1234, null],
    ["３７２", 372, null],
    ["１，２３４", 1234, null],
    ["3.72E+02", 372, null],
    ["372户", 372, "households.withUnit"],
    ["372 户", 372, "households.withUnit"],
    ["372戶", 372, "households.withUnit"],
    ["372 households", 372, "households.withUnit"],
    ["1.2万", 12000, "households.withUnit"],
    ["约400", 400, "households.approximate"],
    ["约 400 户", 400, "households.approximate"],
    ["400余户", 400, "households.approximate"],
    ["400户左右", 400, "households.approximate"],
    ["~400", 400, "households.approximate"],
    ["about 400", 400, "households.approximate"],
    ["12.4", 12, "households.approximate"],
    ["", NOTHING, "households.blank"],
    ["  ", NOTHING, "households.blank"],
    [null, NOTHING, "households.blank"],
    [undefined, NOTHING, "households.blank"],
    ["—", NOTHING, "households.blank"],
    ["nan", NOTHING, "households.blank"],
    ["不详", NOTHING, "households.blank"],
    [-5, NOTHING, "households.negative"],
    ["-5", NOTHING, "households.negative"],
    ["－5户", NOTHING, "households.negative"],
    ["三百户", NOTHING, "households.notNumber"],
    ["300-400", NOTHING, "households.notNumber"],
    ["1,23", NOTHING, "households.notNumber"],
    ["12 34x", NOTHING, "households.notNumber"],
    ["410㎡", NOTHING, "households.notNumber"],
    [true, NOTHING, "households.notNumber"],
    [{}, NOTHING, "households.notNumber"],
    [0, 0, "households.zero"],
    ["0户", 0, "households.zero"],
    ["-0", 0, "households.zero"],
  ])("reads %j as %d", (raw, value, code) => {
    const parsed = parseHouseholds(raw);
    expect(parsed.value === 0 ? 0 : parsed.value).toBe(value);
    expect(parsed.issue?.code ?? null).toBe(code);
  });

  it("is either a count with at most a remark, or unknown with a reason, whatever is typed", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.anything()), (raw) => {
        const { value, issue } = parseHouseholds(raw);
        if (Number.isNaN(value)) expect(issue).not.toBeNull();
        else expect(Number.isInteger(value) && value >= 0).toBe(true);
      }),
    );
  });

  it("reads every count back, however it is dressed", () => {
    fc.assert(
      fc.property(fc.nat(2_000_000), fc.constantFrom("", "户", "家", " units"), (count, unit) => {
        expect(parseHouseholds(`${count.toLocaleString("en-US")}${unit}`).value).toBe(count);
      }),
    );
  });
});

describe("parseArea", () => {
  it.each([
    [410.5, 410.5, null],
    ["410㎡", 410, "area.withUnit"],
    ["410 m²", 410, "area.withUnit"],
    ["410平方米", 410, "area.withUnit"],
    ["1,200平米", 1200, "area.withUnit"],
    ["约600平方米", 600, "area.approximate"],
    ["", NOTHING, "area.blank"],
    [null, NOTHING, "area.blank"],
    ["-3", NOTHING, "area.invalid"],
    ["2亩", NOTHING, "area.invalid"],
    ["400户", NOTHING, "area.invalid"],
    [0, 0, "area.zero"],
  ])("reads %j as %d", (raw, value, code) => {
    const parsed = parseArea(raw);
    expect(parsed.value).toBe(value);
    expect(parsed.issue?.code ?? null).toBe(code);
  });
});

describe("parseNumber", () => {
  it("leaves a blank unknown without a word", () => {
    expect(parseNumber("")).toEqual({ value: Number.NaN, issue: null });
    expect(parseNumber("3个").value).toBe(3);
    expect(parseNumber("many").issue?.code).toBe("number.invalid");
  });
});
