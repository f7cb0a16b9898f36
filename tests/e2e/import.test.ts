// A street office's files, dropped together and not a question answered: a GBK Shapefile of residences and a road layer
// in CGCS2000 metres, both without .prj and .cpg, an Excel of centres in Baidu coordinates, communities in degrees.

import { readFileSync } from "node:fs";
import { unzipSync, zipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { convertFiles, type TextEncoding, type WriterId } from "../../src/core/formats/index.ts";
import { type AppHost, hostApp } from "../helpers/app-page.ts";
import {
  analysed,
  coverage,
  type DroppedFile,
  drop,
  eventually,
  goTo,
  households,
  mapDrawn,
  PATIENCE,
} from "../helpers/drive-app.ts";

const DEMO = new URL("../../data/demo/", import.meta.url);
const decode = (bytes: Uint8Array, label: string, fatal: boolean): string =>
  new TextDecoder(label, { fatal }).decode(bytes);

interface Handed {
  readonly from: string;
  readonly name: string;
  readonly format: WriterId;
  readonly fromDatum: string;
  readonly datum: string;
  readonly encoding: TextEncoding;
}

/** A file of the demo as another office would hand it over; of a Shapefile only .shp, .shx and .dbf. */
async function handOver({ from, name, format, fromDatum, datum, encoding }: Handed): Promise<DroppedFile> {
  const extension = from.slice(from.lastIndexOf("."));
  const { files } = await convertFiles(
    {
      files: [{ name: name + extension, bytes: readFileSync(new URL(from, DEMO)) }],
      format,
      options: { name, datum, encoding, time: "2026-01-01T00:00:00Z" },
      from: fromDatum,
    },
    { decode, libraries: {} },
  );
  const [file] = files;
  if (file === undefined) throw new Error(`${from} gave no ${format}`);
  if (format !== "shapefile") return { name: file.name, body: [...file.bytes] };
  const members = Object.entries(unzipSync(file.bytes)).filter(([member]) => !/\.(?:prj|cpg)$/.test(member));
  return { name: file.name, body: [...zipSync(Object.fromEntries(members))] };
}

const OFFICE = [
  {
    from: "residences.geojson",
    name: "居民楼",
    format: "shapefile",
    fromDatum: "wgs84",
    datum: "wgs84",
    encoding: "gbk",
  },
  {
    from: "roads.geojson",
    name: "道路",
    format: "shapefile",
    fromDatum: "wgs84",
    datum: "EPSG:4525",
    encoding: "gbk",
  },
  {
    from: "centers.csv",
    name: "党群服务中心",
    format: "xlsx",
    fromDatum: "gcj02",
    datum: "bd09",
    encoding: "utf8",
  },
  {
    from: "communities.geojson",
    name: "社区",
    format: "geojson",
    fromDatum: "wgs84",
    datum: "wgs84",
    encoding: "utf8",
  },
] as const satisfies readonly Handed[];

let host: AppHost;
let page: Page;
let trouble: readonly string[];
/** Coverage and households of the demo as it comes. */
let demo: { readonly share: number; readonly counts: readonly [number, number] };

beforeAll(async () => {
  host = await hostApp();
  ({ page, trouble } = await host.open());
  await analysed(page);
  await mapDrawn(page);
  demo = { share: await coverage(page), counts: await households(page) };
  await drop(page, await Promise.all(OFFICE.map(handOver)));
  await page.locator(".layer-head", { hasText: "党群服务中心.xlsx" }).waitFor(PATIENCE);
});
afterAll(() => host.close());

const openLayer = async (name: string): Promise<void> => {
  const head = page.locator(".layer-head", { hasText: name });
  if ((await head.getAttribute("aria-expanded")) !== "true") await head.click();
  await page.locator(".mapping").waitFor(PATIENCE);
};

describe("a street office's files", () => {
  it("are read with their words whole", async () => {
    const words = await page.locator(".left").innerText();
    expect(words).not.toMatch(/\uFFFD|锟斤拷/u);
    await openLayer("居民楼");
    await page.getByText("前几行").click();
    expect(await page.locator(".first-rows thead").innerText()).toContain("户数");
    expect(await page.locator(".mapping").innerText()).toMatch(/自动（(GBK|GB18030)）/);
  });

  it("say which datum each is in, how sure that is and why", async () => {
    await openLayer("党群服务中心.xlsx");
    const card = page.locator(".datum");
    expect(await page.getByRole("combobox", { name: "坐标系" }).first().inputValue()).toBe("bd09");
    expect(await card.innerText()).toMatch(/自动判断.*把握 9\d%/s);
    expect(await card.innerText()).toMatch(/% 落在各社区之内/);
    expect(await page.locator(".ask").count()).toBe(0);
    await openLayer("道路");
    expect(await page.getByRole("combobox", { name: "坐标系" }).first().inputValue()).toBe("EPSG:4525");
    expect(await card.innerText()).toContain("带号 37");
  });

  it("show where another datum would put a layer", async () => {
    await openLayer("党群服务中心.xlsx");
    await page.getByRole("button", { name: "在地图上比较" }).click();
    await page.locator(".datum-legend").waitFor(PATIENCE);
    expect(await page.locator(".datum-legend").innerText()).toContain("BD-09（百度）");
    await page.getByRole("button", { name: "结束比较" }).click();
    await page.locator(".datum-legend").waitFor({ state: "detached", timeout: PATIENCE.timeout });
  });

  it("land on each other: the demo's own coverage comes out", async () => {
    await goTo(page, 2);
    await analysed(page);
    expect(Math.abs((await coverage(page)) - demo.share)).toBeLessThan(4);
    const [, total] = await households(page);
    expect(Math.abs(total / demo.counts[1] - 1)).toBeLessThan(0.01);
    await goTo(page, 1);
  });

  it("are exported again in another format and datum", async () => {
    await page.getByRole("combobox", { name: "格式" }).selectOption("shapefile");
    await page.getByRole("combobox", { name: "属性编码" }).selectOption("gbk");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("region", { name: "导出" }).getByRole("button", { name: "导出" }).click(),
    ]);
    const names = Object.keys(unzipSync(readFileSync(await download.path())));
    expect(names.length).toBeGreaterThan(3);
    expect(trouble).toEqual([]);
  });
});

const pasteTable = (table: string): Promise<void> =>
  page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, table);

describe("a pasted table", () => {
  it("becomes a file, and a column that looks personal is left out until it is kept", async () => {
    await page.getByRole("button", { name: "新建", exact: true }).click();
    await pasteTable(
      "姓名\t户数\t登记数\t经度\t纬度\n张三\t12\t13\t112.26\t29.21\n李四\t14\t15\t112.261\t29.211\n",
    );
    await page.locator(".layer-head", { hasText: "粘贴的表格.csv" }).waitFor(PATIENCE);
    expect(await page.locator(".left").innerText()).toContain("这一列像是居民姓名");
    await openLayer("粘贴的表格.csv");
    const personal = page.getByRole("region", { name: "个人信息" });
    expect(await personal.innerText()).toContain("像居民姓名，未读入");
    expect(await page.locator(".first-rows").innerHTML()).not.toContain("张三");
    await personal.getByRole("checkbox").click();
    await eventually(() => personal.innerText()).toContain("已保留");
    expect(await page.locator(".first-rows").innerHTML()).toContain("张三");
  });

  it("is mapped as the user mapped its columns before", async () => {
    const personal = page.getByRole("region", { name: "个人信息" });
    await personal.getByRole("checkbox").click();
    await eventually(() => personal.innerText()).toContain("未读入");
    await page.getByRole("combobox", { name: "户数" }).selectOption("登记数");
    await eventually(() => page.locator(".mapping").innerText()).toContain("例：13、15");
    await page.getByRole("button", { name: "新建", exact: true }).click();
    await pasteTable(
      "姓名\t户数\t登记数\t经度\t纬度\n王五\t22\t23\t112.27\t29.22\n赵六\t24\t25\t112.271\t29.221\n",
    );
    await openLayer("粘贴的表格.csv");
    expect(await page.getByRole("combobox", { name: "户数" }).inputValue()).toBe("登记数");
  });
});
