// What carries a rule or system, as both languages say it: by the names of the packs, and by ids until those are read.

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Coverage, carriersOf } from "../../src/core/standards/index.ts";
import { carrierWords } from "../../src/messages/carriers.ts";
import { readPack } from "../helpers/demo-scene.ts";

const FILE = new URL("../../data/standards/coverage.json", import.meta.url);
const { rules, systems } = JSON.parse(readFileSync(FILE, "utf8")) as Coverage;
const entries = [...rules, ...systems];
const said = (
  id: string,
  language: "zh-CN" | "en",
  packOf = readPack as (pack: string) => ReturnType<typeof readPack> | null,
) => carrierWords(carriersOf(entries.find((entry) => entry.id === id)!), packOf, language);

describe("what carries", () => {
  it.each([
    ["HN-36", "规则 HN-36、HN-36-owners", "rules HN-36, HN-36-owners"],
    ["HN-10", "登记“走访统计”", "register “Visit totals”"],
    ["QJ-04", "图层“党群服务中心”", "layer “service centres”"],
    ["S30", "规则包说明“长春朝阳区”", "notes of the pack “Chaoyang, Changchun”"],
    ["WH-19", "", ""],
  ])("%s: %s", (id, zh, en) => {
    expect([said(id, "zh-CN"), said(id, "en")]).toEqual([zh, en]);
  });

  it("is said by its id while its pack is not read", () => {
    expect(said("HN-10", "zh-CN", () => null)).toBe("登记“visitTally”");
  });

  it("never shows an id where a name is known, nor Chinese in English", () => {
    for (const { id } of entries) {
      const [zh, en] = [said(id, "zh-CN"), said(id, "en")];
      expect(zh.replace(/规则 [^；]*/, ""), id).not.toMatch(/“[a-z]\w*”/i);
      expect(en, id).not.toMatch(/[\u4e00-\u9fff]/);
    }
  });
});
