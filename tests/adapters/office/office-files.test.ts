// Office files opened again from outside: their XML is unzipped and parsed, and what stands in it is held against the
// analysis. Names are long, mixed and wicked.

import { DOMParser } from "@xmldom/xmldom";
import { unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { PAGE_FORMATS, type PageFormatId, type PageHost } from "../../../src/adapters/pages/page-formats.ts";
import { createRasteriser, readPageFonts } from "../../../src/cli/page-canvas.ts";
import type { Meeting, ReportDocument } from "../../../src/core/report/index.ts";
import { openTown, type Town, textOfPage } from "../../helpers/report-town.ts";

const WICKED = '<img src=x onerror=alert(1)> & "甲"社区';
const FORMULA = '=HYPERLINK("http://x","点我")';
const LONG = "星河区第一街道滨江路以北铁路以西老机械厂家属院及周边自建房片区联合社区居民委员会";
const NAMES = ["桂花社区", WICKED, FORMULA, LONG];

const host: PageHost = {
  fonts: () => Promise.resolve(readPageFonts()),
  rasterise: createRasteriser(),
  language: "zh-CN",
  title: "星河区 <布局> & 服务圈",
  between: () => Promise.resolve(),
};

const MEETING: Meeting = {
  title: "联席会议",
  convened: "街道级 · 提级召集",
  entries: [
    {
      ...{ kind: "needs", text: "加装扶手 <b>", place: WICKED, owner: "住建局" },
      ...{ due: "2026-12-01", state: "待办", answers: [] },
    },
  ],
  opinions: [],
  decisions: [{ text: "@扩建中心", owner: "组织部", due: null, state: "已决定" }],
  followUp: [],
};

let town: Town;
let pack: ReportDocument;
const files = new Map<PageFormatId, Uint8Array>();

beforeAll(async () => {
  town = await openTown({
    names: NAMES,
    centerName: (i) => NAMES[i]!,
    households: (i, k) => (i === 3 ? null : 61 + 100 * i + k),
  });
  const { totals, communities } = town.analysis;
  const deleted = { name: "方案A（已删）", revision: 3, totals, communities, centers: 9 };
  pack = await town.report({ content: "pack", compared: [deleted], meeting: MEETING, stale: true });
  for (const format of ["pptx", "docx", "xlsx"] as const) {
    const [file] = await PAGE_FORMATS[format].write(pack, host);
    files.set(format, file!.bytes);
  }
}, 60_000);

/** Every XML part parsed; a part that is not well formed throws. */
function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const text = new TextDecoder().decode(content);
    const faults: string[] = [];
    new DOMParser({ onError: (_, message) => faults.push(message) }).parseFromString(text, "text/xml");
    expect({ name, faults }).toEqual({ name, faults: [] });
    parts.set(name, text);
  }
  return parts;
}

/** What a reader sees: the text of the elements of one name, in order. */
const textOf = (xml: string, element: string): string[] =>
  [...new DOMParser().parseFromString(xml, "text/xml").getElementsByTagName(element)].map(
    ({ textContent }) => textContent ?? "",
  );

const squeeze = (text: string): string => text.replace(/\s/g, "");

describe("slides", () => {
  it("have a slide a page with all its text as text, well formed whatever the names are", () => {
    const parts = partsOf(files.get("pptx")!);
    for (const [i, page] of pack.pages.entries()) {
      const xml = parts.get(`ppt/slides/slide${i + 1}.xml`)!;
      const seen = squeeze(textOf(xml, "a:t").join(""));
      const plain = {
        ...page,
        items: page.items.filter(({ kind, role }) => kind !== "chart" && !PICTURED.has(role)),
      };
      for (const line of textOfPage(plain).split("\n")) {
        expect({ key: page.key, has: seen.includes(squeeze(line)), line }).toEqual({
          key: page.key,
          has: true,
          line,
        });
      }
    }
    expect(parts.has(`ppt/slides/slide${pack.pages.length + 1}.xml`)).toBe(false);
  });

  it("have charts whose numbers are the analysis's, tables of their own, and Chinese fonts by name", () => {
    const parts = partsOf(files.get("pptx")!);
    const charts = [...parts].filter(([name]) => /charts\/chart\d+\.xml$/.test(name));
    expect(charts.length).toBe(pack.charts.length);
    const values = charts.map(([, xml]) =>
      textOf(xml, "c:v")
        .map(Number)
        .filter((n) => !Number.isNaN(n)),
    );
    for (const { series } of pack.charts) {
      const wanted = [...series[0]!.values].sort();
      expect(values.some((found) => wanted.every((value) => found.includes(value)))).toBe(true);
    }
    const [known] = town.analysis.communities;
    const shares = pack.charts.find(({ key }) => key === "coverage")!;
    expect(shares.series[0]!.values[shares.categories.indexOf(known!.name)]).toBe(
      Math.floor(known!.coverage! * 1000 + 1e-9) / 10,
    );
    const slides = [...parts].filter(([name]) => /slides\/slide\d+\.xml$/.test(name)).map(([, xml]) => xml);
    expect(slides.some((xml) => xml.includes("<a:tbl>"))).toBe(true);
    expect(slides.every((xml) => xml.includes('typeface="微软雅黑"'))).toBe(true);
  });

  it("say in their notes where figures come from", () => {
    const notes = [...partsOf(files.get("pptx")!)].filter(([name]) => /notesSlide\d+\.xml$/.test(name));
    expect(notes.length).toBe(pack.pages.length);
    const all = notes.map(([, xml]) => textOf(xml, "a:t").join("")).join("");
    const { formula, label } = pack.pages[0]!.figures[0]!;
    expect(all).toContain(formula);
    expect(all).toContain(label);
  });
});

const PICTURED: ReadonlySet<string> = new Set(["map", "legend", "scaleBar", "north"]);

describe("the document", () => {
  it("has every figure, table row and finding as text, formulas in footnotes, the basis in its footer", () => {
    const parts = partsOf(files.get("docx")!);
    const body = squeeze(textOf(parts.get("word/document.xml")!, "w:t").join(""));
    for (const page of pack.pages) {
      for (const item of page.items) {
        if (item.kind !== "table") continue;
        for (const { cells } of item.rows) {
          for (const { lines } of cells) {
            for (const { runs } of lines) {
              const text = squeeze(runs.map((run) => run.text).join(""));
              expect(body).toContain(text);
            }
          }
        }
      }
      if (page.items.some(({ role }) => role === "figures")) {
        for (const { value } of page.figures) expect(body).toContain(squeeze(value));
      }
    }
    const notes = textOf(parts.get("word/footnotes.xml")!, "w:t").join("");
    expect(notes).toContain(pack.pages[0]!.figures[0]!.formula);
    const footer = [...parts].find(([name]) => /word\/footer\d+\.xml$/.test(name))![1];
    expect(textOf(footer, "w:t").join("")).toContain("现状 · 7");
    expect(body).toContain("方案已改动");
    expect([...parts.keys()].filter((name) => /charts\/chart\d+\.xml$/.test(name)).length).toBe(
      pack.charts.length,
    );
  });
});

describe("the workbook", () => {
  it("has the analysis's own numbers, unrounded; what is unknown in words, never a nought", async () => {
    const { sheets } = await readXlsx(files.get("xlsx")!);
    const [head, ...rows] = sheets[0]!.rows;
    const at = (label: string): number => head!.findIndex((cell) => String(cell).startsWith(label));
    expect(head).toContain("户数 (户)");
    expect(head).toContain("现有中心面积 (㎡)");
    for (const [i, result] of town.analysis.communities.entries()) {
      const row = rows[i]!;
      expect(row[0]).toBe(result.id);
      expect(row[at("户数 (户)")]).toBe(result.households ?? "未知");
      expect(row[at("覆盖率")]).toBe(result.coverage ?? "未知");
      expect(row[at("最远步行")]).toBe(result.worstMinutes ?? "未知");
      expect(row[at("应有中心面积")]).toBe(result.requiredArea ?? "未知");
    }
    expect(rows[3]![at("户数 (户)")]).toBe("未知");
  });

  it("makes formulas harmless, freezes and filters each head, ends with its sources", async () => {
    const parts = partsOf(files.get("xlsx")!);
    const { sheets } = await readXlsx(files.get("xlsx")!);
    const cells = sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === "string");
    expect(cells).toContain(`'${FORMULA}`);
    expect(cells).toContain("'@扩建中心");
    expect(cells.filter((cell) => /^[=+@-]./.test(cell))).toEqual([]);
    const bare = [...parts].filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name)).map(([, xml]) => xml);
    expect(bare.length).toBe(pack.tables.length + pack.charts.length);
    for (const xml of bare) {
      expect(xml).toContain('state="frozen"');
      expect(xml).toContain("<autoFilter");
      expect(xml).not.toContain("<f>");
    }
    const sources = sheets.at(-1)!;
    expect(sources.name).toBe("来源与口径");
    for (const part of ["方案“现状”第 7 版", "residences.geojson", "2026-10-31", "内部资料"])
      expect(sources.rows.flat()).toContain(part);
    expect(sources.rows.flat().join()).toContain("方案已改动");
  });

  it("names sheets as Excel allows, each once", async () => {
    const { sheets } = await readXlsx(files.get("xlsx")!);
    const names = sheets.map(({ name }) => name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[^\\/?*[\]:]{1,31}$/);
  });

  it("repeats each head in print, by names of sheets in quotes", () => {
    const book = partsOf(files.get("xlsx")!).get("xl/workbook.xml")!;
    const titles = [...book.matchAll(/<definedName name="_xlnm.Print_Titles"[^>]*>([^<]*)</g)];
    expect(titles).toHaveLength(pack.tables.length + pack.charts.length);
    for (const [, range] of titles) expect(range).toMatch(/^(?:'|&apos;).+(?:'|&apos;)!\$1:\$1$/);
  });
});

describe("office files", () => {
  it("come out without communities, and in English", async () => {
    const empty = await openTown({ names: [] });
    const report = await empty.report({ content: "pack", compared: [] }, "en");
    for (const format of ["pptx", "docx", "xlsx"] as const) {
      const [file] = await PAGE_FORMATS[format].write(report, { ...host, language: "en" });
      const parts = partsOf(file!.bytes);
      if (format !== "xlsx") {
        const text = [...parts.values()].join("");
        expect(text).toContain("There is no community layer");
      }
    }
  });

  it("come out without a single page", async () => {
    const nothing: ReportDocument = { pages: [], tables: [], charts: [], handout: null };
    for (const format of ["pptx", "docx"] as const) {
      const [file] = await PAGE_FORMATS[format].write(nothing, host);
      expect(file!.bytes.length).toBeGreaterThan(1000);
    }
  });

  it("stop when told to", async () => {
    const impatient = { ...host, between: () => Promise.reject(new Error("enough")) };
    for (const format of ["pptx", "docx", "xlsx"] as const) {
      await expect(PAGE_FORMATS[format].write(pack, impatient)).rejects.toThrow("enough");
    }
  });
});
