import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeEncoding, normalLabel } from "../../../src/core/formats/judge-encoding.ts";
import { encodeAs } from "./encodings.ts";
import { bytesOf, decode } from "./fixtures.ts";

const SIMPLIFIED = ["星河社区党群服务中心", "绿地花园3栋", "户数", "岳麓区咸嘉湖街道", "编号", "联通"];
const TRADITIONAL = ["臺南市新營區", "開元里", "民生路二段", "永康區大灣里", "文化中心"];

describe("judgeEncoding", () => {
  it.each(SIMPLIFIED)("finds %s in GBK", (text) => {
    expect(judgeEncoding([encodeAs("gb18030", text)], decode).encoding).toBe("gb18030");
  });

  it.each(TRADITIONAL)("finds %s in Big5", (text) => {
    expect(judgeEncoding([encodeAs("big5", text)], decode).encoding).toBe("big5");
  });

  it.each([...SIMPLIFIED, ...TRADITIONAL])("finds %s in UTF-8", (text) => {
    expect(judgeEncoding([bytesOf(text)], decode)).toEqual({
      encoding: "utf-8",
      runnerUp: null,
      clean: true,
    });
  });

  it("has no doubt about whole tables", () => {
    const gbk = judgeEncoding(
      SIMPLIFIED.map((text) => encodeAs("gb18030", text)),
      decode,
    );
    const big5 = judgeEncoding(
      TRADITIONAL.map((text) => encodeAs("big5", text)),
      decode,
    );
    expect([gbk.runnerUp, big5.runnerUp]).toEqual([null, null]);
  });

  it("takes Western accents for Western accents", () => {
    const names = ["Åland Islands", "Côte d'Ivoire", "Réunion", "Saint Barthélemy", "Curaçao"];
    const samples = names.map((name) => Uint8Array.from(name, (letter) => letter.charCodeAt(0)));
    expect(judgeEncoding(samples, decode).encoding).toBe("windows-1252");
  });

  it("does not believe a label that does not decode", () => {
    const samples = [encodeAs("gb18030", "星河社区")];
    expect(judgeEncoding(samples, decode, ["utf-8"]).encoding).toBe("gb18030");
    expect(judgeEncoding([bytesOf("星河社区")], decode, ["big5"]).encoding).toBe("utf-8");
  });

  it("finds Japanese in EUC-JP by its kana, and says what else it may be", () => {
    const names = ["東京都千代田区の町丁目", "さくら公園", "集合住宅はありません", "コミュニティセンター"];
    const verdict = judgeEncoding(
      names.map((text) => encodeAs("euc-jp", text)),
      decode,
    );
    expect(verdict).toMatchObject({ encoding: "euc-jp", clean: true });
    expect(verdict.runnerUp).not.toBeNull();
  });

  it("keeps Chinese Chinese when a kana stands among it", () => {
    const samples = [...SIMPLIFIED, "优の品便利店"].map((text) => encodeAs("gb18030", text));
    expect(judgeEncoding(samples, decode).encoding).toBe("gb18030");
  });

  it("says when two readings are possible", () => {
    const { encoding, runnerUp } = judgeEncoding([Uint8Array.of(0xc1, 0xc2)], decode);
    expect(encoding).not.toBe(runnerUp);
    expect(runnerUp).not.toBeNull();
  });

  it("reads cells that were cut in the middle of a character", () => {
    const cut = encodeAs("gb18030", "星河社区党群服务").subarray(0, 9);
    expect(judgeEncoding([cut], decode)).toMatchObject({ encoding: "gb18030", clean: true });
  });

  it("decides for the same encoding whatever the order of the samples", () => {
    const samples = SIMPLIFIED.map((text) => encodeAs("gb18030", text));
    fc.assert(
      fc.property(fc.shuffledSubarray(samples, { minLength: 1 }), (some) => {
        expect(judgeEncoding(some, decode).encoding).toBe("gb18030");
      }),
      { numRuns: 30 },
    );
  });
});

describe("normalLabel", () => {
  it.each([
    ["GBK", "gb18030"],
    ["CP936", "gb18030"],
    ["936", "gb18030"],
    ["ANSI 936", "gb18030"],
    ["GB2312", "gb18030"],
    ["UTF-8", "utf-8"],
    ["65001", "utf-8"],
    ["BIG-5", "big5"],
    ["950", "big5"],
    ["ISO-8859-1", "windows-1252"],
    ["ANSI 1251", "windows-1251"],
    ["<html>", null],
    ["", null],
  ])("takes %s for %s", (name, label) => {
    expect(normalLabel(name, decode)).toBe(label);
  });
});
