// The words about files in and out: the same keys by type; here, that every word is there and in its own language.

import { describe, expect, it } from "vitest";
import { DATA_DICTIONARIES } from "../../../src/app/i18n/use-data-text.ts";
import { DATUM_REASONS } from "../../../src/core/geo/index.ts";
import { datumLabel } from "../../../src/messages/datum-label.ts";
import { reasonClause } from "../../../src/messages/datum-reasons.ts";

function wordsOf(value: unknown, path = ""): [path: string, word: string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [[path, String(value("7", "9", "3"))]];
  return Object.entries(value as object).flatMap(([key, part]) => wordsOf(part, `${path}.${key}`));
}

describe("words about files", () => {
  it("are all there, no Chinese in English, nothing shouted", () => {
    const [chinese, english] = [wordsOf(DATA_DICTIONARIES["zh-CN"]), wordsOf(DATA_DICTIONARIES.en)];
    expect(english.map(([path]) => path)).toEqual(chinese.map(([path]) => path));
    expect(english.filter(([, word]) => /\p{Script=Han}/u.test(word))).toEqual([]);
    for (const [path, word] of [...chinese, ...english]) {
      expect(word.trim(), path).not.toBe("");
      expect(word, path).not.toMatch(/[!！]/);
    }
  });
});

describe("datums in words", () => {
  it.each([
    ["wgs84", "WGS-84 经纬度", "WGS-84 degrees"],
    ["gcj02/yx", "GCJ-02（高德、腾讯），纵横颠倒", "GCJ-02 (Amap, Tencent), axes turned"],
    ["EPSG:4525", "CGCS2000 3°带 37 带，中央经线 111°", "CGCS2000 3-degree zone 37, meridian 111°"],
    ["EPSG:4546", "CGCS2000 3°带，中央经线 111°", "CGCS2000 3-degree meridian 111°"],
    ["EPSG:4508", "CGCS2000 6°带，中央经线 111°", "CGCS2000 6-degree meridian 111°"],
    ["EPSG:32649", "UTM 49N", "UTM 49N"],
    ["EPSG:4490", "CGCS2000 经纬度", "CGCS2000 degrees"],
    ["beijing54", "beijing54", "beijing54"],
  ])("calls %s by its name", (datum, zh, en) => {
    expect([datumLabel(datum, "zh-CN"), datumLabel(datum, "en")]).toEqual([zh, en]);
  });

  it("gives a clause for every reason, without a gap", () => {
    const values = { share: 0.984, zone: 37, centralMeridian: 111, name: "X", metres: 12.7 };
    for (const code of DATUM_REASONS) {
      expect(reasonClause({ code, values }, "zh-CN")).toMatch(/^[^?{}]+$/);
      expect(reasonClause({ code, values }, "en")).toMatch(/^[^?{}\u4e00-\u9fff]+$/);
    }
    expect(reasonClause({ code: "insideReference", values }, "zh-CN")).toContain("98%");
    expect(reasonClause({ code: "nearReference", values }, "en")).toContain("13 m");
  });
});
