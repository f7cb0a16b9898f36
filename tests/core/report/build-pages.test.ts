import { describe, expect, it } from "vitest";
import {
  type Box,
  flattenPage,
  type Page,
  type PageItem,
  type TableCell,
} from "../../../src/core/report/index.ts";
import { labelsOf, openTown, type Town, textOfPage } from "../../helpers/report-town.ts";

const LONG_ZH = "星河区第一街道滨江路以北铁路以西老机械厂家属院及周边自建房片区联合社区居民委员会";
const LONG_EN = "Riverside-North Machinery Works Estate & Annexes Community <img src=x onerror=alert(1)>";
const MIXED = "万象城 Vientiane City 东区 B1–B7 栋 Phase II 及 LOFT 公寓社区";
const nameOf = (i: number): string => [LONG_ZH, LONG_EN, MIXED, `第${i}社区`][i % 4]!;

const towns = new Map<string, Promise<Town>>();
const town = (count: number): Promise<Town> => {
  const key = String(count);
  if (!towns.has(key)) {
    const names = Array.from({ length: count }, (_, i) => nameOf(i));
    towns.set(key, openTown({ names, centerName: (i) => `${nameOf(i + 1)}党群服务中心` }));
  }
  return towns.get(key)!;
};

/** Boxes that touch are fine; so is a hair of rounding. */
const HAIR = 0.02;
const share = (a: Box, b: Box): boolean =>
  a.x + HAIR < b.x + b.width &&
  b.x + HAIR < a.x + a.width &&
  a.y + HAIR < b.y + b.height &&
  b.y + HAIR < a.y + a.height;

function collisions({ items }: Page): string[] {
  return items.flatMap((a, i) =>
    items.slice(i + 1).flatMap((b) => (share(a.box, b.box) ? [`${say(a)} on ${say(b)}`] : [])),
  );
}

const say = (item: PageItem): string => `${item.kind} ${item.role} ${JSON.stringify(item.box)}`;

function outside({ width, height, items }: Page): string[] {
  return items
    .filter(({ box }) => box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height)
    .map(say);
}

/** Text that runs over the right edge of its own box. */
function overruns({ items }: Page): string[] {
  return items.flatMap((item) => {
    if (item.kind === "text") {
      return item.lines.filter(({ width }) => width > item.box.width + HAIR).map(() => say(item));
    }
    return item.kind === "drawing" && item.role !== "map"
      ? labelsOf(item.shapes)
          .filter(({ x, width }) => x + width > item.box.x + item.box.width + HAIR)
          .map(({ text }) => `${text} in ${say(item)}`)
      : [];
  });
}

const textOfCells = (cells: readonly TableCell[]): string[] =>
  cells.map(({ lines }) =>
    lines.flatMap(({ runs }) => runs.map(({ text }) => text.replaceAll(/\s/g, ""))).join(""),
  );

const SHEETS = [
  { paper: "A4", landscape: true },
  { paper: "A4", landscape: false },
  { paper: "A3", landscape: true },
  { paper: "8K", landscape: false },
] as const;

describe("pages", () => {
  for (const count of [1, 60]) {
    for (const language of ["zh-CN", "en"] as const) {
      it(`keep everything apart and on the sheet: ${count} communities of long names, ${language}`, async () => {
        const { pages } = await town(count);
        for (const sheet of count === 1 ? SHEETS : SHEETS.slice(1, 3)) {
          for (const content of ["atlas", "pack"] as const) {
            for (const page of await pages({ ...sheet, content, stale: true }, language)) {
              expect({ key: page.key, at: collisions(page) }).toEqual({ key: page.key, at: [] });
              expect({ key: page.key, at: outside(page) }).toEqual({ key: page.key, at: [] });
              expect({ key: page.key, at: overruns(page) }).toEqual({ key: page.key, at: [] });
            }
          }
        }
      });
    }
  }

  it("have one page a community at a true scale, numbered, with every figure of the analysis", async () => {
    const { pages, analysis, baseline } = await town(60);
    const atlas = (await pages()).filter(({ kind, key }) => kind === "community" && !key.includes("+"));
    expect(atlas.map(({ key }) => key)).toEqual(
      baseline.communities.records.map(({ id }) => `community:${id}`),
    );
    for (const [i, page] of atlas.entries()) {
      const { households, covered, coverage } = analysis.communities[i]!;
      const text = textOfPage(page);
      expect(text).toContain(`${households} 户`);
      expect(text).toContain(`${households! - covered} 户`);
      expect(text).toContain(`${Math.floor(coverage! * 1000 + 1e-9) / 10}%`);
      expect(page.scale).toBeGreaterThan(0);
      expect(page.figures.length).toBeGreaterThanOrEqual(6);
      for (const { value } of page.figures) expect(text.replaceAll("\n", "")).toContain(value);
    }
    const all = await pages();
    expect(textOfPage(all.at(-1)!)).toContain(`第 ${all.length} 页，共 ${all.length} 页`);
  });

  it("draw the scale asked for: 800 m of ground are 400 mm at 1:2000", async () => {
    const { pages } = await town(1);
    const page = (await pages({ scale: 2000 })).find(({ kind }) => kind === "community")!;
    expect(page.scale).toBe(2000);
    const bar = page.items.find(({ role }) => role === "scaleBar")!;
    const metres = Number(/(\d+) 米/.exec(textOfPage({ ...page, items: [bar] }))![1]);
    const blocks = flattenPage({ ...page, items: [bar] }).filter((shape) => shape.kind === "path");
    const xs = blocks.flatMap((shape) =>
      shape.kind === "path" ? [...shape.lines.xy].filter((_, i) => i % 2 === 0) : [],
    );
    expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo(metres / 2, 3);
  });

  it("say beside the map that a scale asked for cannot show all, and take no page for it", async () => {
    const { pages } = await town(1);
    const close = await pages({ scale: 500 });
    expect(close.map(({ key }) => key)).toEqual((await pages()).map(({ key }) => key));
    expect(textOfPage(close[1]!)).toContain("图边以外未显示");
    expect(textOfPage((await pages())[1]!)).not.toContain("图边以外未显示");
  });

  it("hold one community a sheet, whatever its findings", async () => {
    const { pages } = await openTown({ names: Array.from({ length: 12 }, (_, i) => `第${i}社区`) });
    for (const sheet of SHEETS) {
      const atlas = (await pages(sheet)).filter(({ kind }) => kind === "community");
      expect(atlas.map(({ key }) => key).filter((key) => key.includes("+"))).toEqual([]);
    }
  });

  it("set long tables side by side on a wide sheet, every row once, columns of even length", async () => {
    const { pages, baseline } = await town(60);
    const [page, ...more] = (await pages({ content: "pack", paper: "A3" })).filter(({ key }) =>
      key.startsWith("centers"),
    );
    expect(more).toEqual([]);
    const tables = page!.items.flatMap((item) => (item.kind === "table" ? [item] : []));
    expect(tables.length).toBe(2);
    const heads = tables.map(({ head }) => textOfCells(head));
    expect(heads[0]).toEqual(heads[1]);
    const names = tables.flatMap(({ rows }) => rows.map(({ cells }) => textOfCells(cells.slice(0, 1))[0]));
    expect(names).toEqual(baseline.centers.map(({ name }) => name.replaceAll(/\s/g, "")));
    const [left, right] = tables.map(({ box }) => box.height);
    const tallest = Math.max(...tables.flatMap(({ rows }) => rows.map(({ height }) => height)));
    expect(Math.abs(left! - right!)).toBeLessThanOrEqual(2 * tallest);
  });

  it("cut no word of a table's head", async () => {
    const { pages } = await town(60);
    for (const sheet of SHEETS) {
      for (const page of await pages({ ...sheet, content: "pack" }, "en")) {
        for (const item of page.items) {
          if (item.kind !== "table") continue;
          for (const { lines } of item.head) {
            const cut = lines.slice(0, -1).filter(({ joint }) => joint === "");
            expect({ key: page.key, cut }).toEqual({ key: page.key, cut: [] });
          }
        }
      }
    }
  });

  it("never say that all is met beside a finding that is not", async () => {
    const { pages, analysis, baseline } = await town(60);
    const atlas = (await pages()).filter(({ kind }) => kind === "community");
    const unmet = new Set(
      analysis.findings.flatMap(({ verdict, place }) => (verdict === "unmet" ? [place.id] : [])),
    );
    expect(baseline.communities.records.map(({ id }) => unmet.has(id))).toContain(true);
    for (const [i, page] of atlas.entries()) {
      const says = textOfPage(page).includes("各项均达标");
      if (unmet.has(baseline.communities.records[i]!.id)) expect(says).toBe(false);
    }
  });

  it("draw the walking time of every known household once", async () => {
    const { pages, analysis } = await town(1);
    const text = textOfPage((await pages())[1]!);
    const bars = text.split("\n").slice(text.split("\n").indexOf("住户步行时间（户）"));
    const counted = bars.flatMap((line) => (/^\d+$/.test(line) ? [Number(line)] : []));
    expect(counted.reduce((sum, n) => sum + n, 0)).toBe(analysis.communities[0]!.households);
  });

  it("carry option, revision, sources with dates, pack, speed, maker and stamp", async () => {
    const { pages } = await town(1);
    for (const page of await pages({ content: "pack" })) {
      const text = textOfPage(page).replaceAll("\n", "");
      for (const part of [
        "“现状”第 7 版",
        "residences.geojson",
        "2026-10-31",
        "WGS-84",
        "湖南 2022（2022-05-27 版）",
        "1.0 米/秒",
        "星河区社区治理中心",
        "内部资料",
      ]) {
        expect({ key: page.key, has: text.includes(part), part }).toEqual({ key: page.key, has: true, part });
      }
      expect(text).not.toContain("重新计算");
    }
  });

  it("cannot be printed stale without the mark", async () => {
    const { pages } = await town(1);
    for (const page of await pages({ content: "pack", stale: true })) {
      expect(textOfPage(page)).toContain("重新计算");
      expect(page.provenance.stale).toBe(true);
    }
  });

  it("say that a public map has no review number, or print it", async () => {
    const { pages } = await town(1);
    const [bare] = await pages({ audience: "public" });
    expect(textOfPage(bare!)).toContain("未取得审图号");
    const [reviewed] = await pages({ audience: "public", reviewNumber: "湘S(2026)001号" });
    expect(textOfPage(reviewed!)).toContain("审图号：湘S(2026)001号");
    expect(textOfPage(reviewed!)).not.toContain("内部资料");
  });

  it("say what is unknown instead of a nought", async () => {
    const { pages } = await openTown({
      names: ["甲社区", "乙社区"],
      households: (i, k) => (i === 0 ? null : k === 0 ? null : 50),
    });
    const [, first, second] = await pages();
    expect(first!.figures[0]!.value).toBe("未知");
    expect(second!.figures[0]!.value).toBe("至少 250 户");
  });

  it("list grids out of range, and where there are none how each community is divided", async () => {
    const names = ["甲社区", "乙社区"];
    const net = async (households: (i: number, k: number) => number | null): Promise<string> => {
      const { pages } = await openTown({ names, grids: true, households });
      const found = (await pages({ content: "pack" })).find(({ title }) => title.includes("网格划分"));
      return textOfPage(found!);
    };
    expect(await net((i) => 60 + i)).toMatch(/甲社区\s1\s360\s360\s乙社区\s1\s366\s366/);
    expect(await net((i, k) => (k === 0 && i === 0 ? null : 70))).toMatch(/甲社区\s1\s至少 350/);
    expect(await net((i) => (i === 0 ? 100 : 60))).toMatch(/甲社区网格\s600/);
  });

  it("come out without communities, with a line that says so", async () => {
    const { pages } = await openTown({ names: [] });
    const made = await pages({ content: "pack" });
    expect(made.length).toBeGreaterThan(3);
    expect(textOfPage(made[0]!)).toContain("没有社区图层");
    expect((await pages()).length).toBeGreaterThan(0);
  });

  it("print a meeting's lists, opinions and decisions, and say when a list is empty", async () => {
    const { pages } = await town(1);
    const meeting = {
      title: "一季度联席会",
      convened: "街道级，区委常委主持（提级召集）",
      entries: [
        {
          kind: "needs" as const,
          text: "加装扶手",
          place: "第1社区",
          owner: "物业",
          due: "2026-12-01",
          state: "待办",
          answers: [],
        },
      ],
      opinions: [{ from: "揽星街道", text: "同意" }],
      decisions: [{ text: "扩建中心", owner: "住建局", due: null, state: "通过" }],
      followUp: [],
    };
    const made = await pages({ content: "pack", meeting });
    const text = made.map(textOfPage).join("\n");
    for (const part of ["加装扶手", "2026-12-01", "同意", "扩建中心", "提级召集", "没有录入内容"])
      expect(text).toContain(part);
  });

  it("stop when cancelled", async () => {
    const { engine, scene, baseline, analysis, pages } = await town(60);
    const [any] = await pages({ content: "pack" });
    expect(any).toBeDefined();
    const signal = { aborted: false };
    const stages: string[] = [];
    const { readPack } = await import("../../helpers/demo-scene.ts");
    const { reportFindings, reportWords } = await import("../../../src/messages/report-words.ts");
    const pack = readPack("hunan-2022");
    const work = engine.run(
      "report.pages",
      {
        scene,
        centers: baseline.centers,
        analysis,
        pack,
        request: {
          content: "atlas",
          paper: "A4",
          landscape: true,
          scale: null,
          audience: "internal",
          reviewNumber: "",
          maker: "",
          madeOn: "2026-11-22",
          option: "现状",
          revision: 0,
          stale: false,
          compared: [],
          meeting: null,
          words: reportWords("en"),
          findingTexts: reportFindings(analysis.findings, pack, "en"),
        },
      },
      {
        signal,
        onProgress: ({ stage, done }) => {
          stages.push(stage);
          if (stage === "pages" && done > 0.05) signal.aborted = true;
        },
      },
    );
    await expect(work).rejects.toMatchObject({ code: "cancelled" });
    expect(stages.filter((stage) => stage === "pages").length).toBeLessThan(10);
  });
});
