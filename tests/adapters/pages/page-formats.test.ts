// The writers looked at from outside: an independent reader (PDFium) takes text and picture out of the PDF, and the
// same page painted on a canvas must be the same picture.

import { PDFiumLibrary } from "@hyzyla/pdfium";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { beforeAll, describe, expect, it } from "vitest";
import { PAGE_FORMATS, type PageHost } from "../../../src/adapters/pages/page-formats.ts";
import { withDensity } from "../../../src/adapters/pages/png-density.ts";
import { openFont } from "../../../src/adapters/pages/truetype.ts";
import { createRasteriser, readPageFonts } from "../../../src/cli/page-canvas.ts";
import type { Page, ReportDocument } from "../../../src/core/report/index.ts";
import { openTown, textOfPage } from "../../helpers/report-town.ts";
import { inkByCell } from "../../helpers/sample-page.ts";

const rasterise = createRasteriser();
const host: PageHost = {
  fonts: () => Promise.resolve(readPageFonts()),
  rasterise,
  language: "zh-CN",
  title: "星河区 <布局> & 服务圈",
  between: () => Promise.resolve(),
};
const DPI = 100;

let report: ReportDocument;
let pages: readonly Page[];
let pdf: Uint8Array;

beforeAll(async () => {
  const town = await openTown({ names: ["桂花社区", "Riverside & <b>Hill</b>", "枫林社区"] });
  report = await town.report();
  pages = report.pages;
  const [file] = await PAGE_FORMATS.pdf.write(report, host);
  pdf = file!.bytes;
});

interface Seen {
  readonly text: string;
  readonly size: readonly [number, number];
  readonly pixels: Uint8Array;
  readonly width: number;
}

async function readPdf(bytes: Uint8Array): Promise<readonly Seen[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const seen: Seen[] = [];
  for (const page of document.pages()) {
    const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
    const text = page.getText();
    const picture = await page.render({
      scale: DPI / 72,
      render: ({ data }) => Promise.resolve(new Uint8Array(data)),
    });
    seen.push({ text, size: [width, height], pixels: picture.data, width: picture.width });
  }
  document.destroy();
  library.destroy();
  return seen;
}

const squeeze = (text: string): string => text.replace(/\s/g, "");

describe("the PDF", () => {
  it("has every page at its size, and all its text, Chinese included, to be found in another reader", async () => {
    const seen = await readPdf(pdf);
    expect(seen.length).toBe(pages.length);
    for (const [i, { text, size }] of seen.entries()) {
      expect(size[0]).toBeCloseTo((297 * 72) / 25.4, 0);
      expect(size[1]).toBeCloseTo((210 * 72) / 25.4, 0);
      const found = squeeze(text);
      for (const line of textOfPage(pages[i]!).split("\n")) {
        if (line.trim() !== "")
          expect({ line, isFound: found.includes(squeeze(line)) }).toEqual({ line, isFound: true });
      }
    }
    expect(squeeze(seen[1]!.text).split("桂花社区").length).toBe(
      squeeze(textOfPage(pages[1]!)).split("桂花社区").length,
    );
  });

  it("carries only the letters used: far smaller than the font", () => {
    expect(pdf.length).toBeLessThan(600_000);
    expect(readPageFonts().regular.length).toBeGreaterThan(5_000_000);
  });

  it("shows the picture that a canvas paints", async () => {
    const seen = await readPdf(pdf);
    for (const i of [0, 1, pages.length - 1]) {
      const image = await loadImage(Buffer.from(await rasterise(pages[i]!, DPI)));
      const canvas = createCanvas(image.width, image.height);
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      const painted = context.getImageData(0, 0, image.width, image.height).data;
      const { pixels, width } = seen[i]!;
      expect(Math.abs(width - image.width)).toBeLessThanOrEqual(1);
      const [a, b] = [inkByCell(pixels, width, image.height), inkByCell(painted, image.width, image.height)];
      const inked = a.filter((ink) => ink > 4).length;
      expect(inked).toBeGreaterThan(40);
      const off = a.map((ink, cell) => Math.abs(ink - b[cell]!));
      expect(Math.max(...off)).toBeLessThan(24);
      expect(off.reduce((sum, value) => sum + value) / off.length).toBeLessThan(2);
    }
  });
});

describe("the PNG", () => {
  it("has 300 dots an inch, and says so", async () => {
    const [file, ...others] = await PAGE_FORMATS.png.write({ ...report, pages: pages.slice(0, 2) }, host);
    expect([file!.stem, others.map(({ stem }) => stem)]).toEqual(["1", ["2"]]);
    const image = await loadImage(Buffer.from(file!.bytes));
    expect([image.width, image.height]).toEqual([3508, 2480]);
    const view = new DataView(file!.bytes.buffer, file!.bytes.byteOffset);
    expect(String.fromCharCode(...file!.bytes.subarray(37, 41))).toBe("pHYs");
    expect(view.getUint32(41) * 0.0254).toBeCloseTo(300, 1);
  });

  it("states a density once, however often it is written", async () => {
    const png = await rasterise(pages[0]!, 20);
    const twice = withDensity(png, 600);
    expect(twice.length).toBe(png.length);
    expect((await loadImage(Buffer.from(twice))).width).toBe(234);
  });
});

describe("the SVG", () => {
  it("is well-formed, in millimetres, with its text as text and nothing of a name as markup", async () => {
    const { DOMParser } = await import("@xmldom/xmldom");
    const files = await PAGE_FORMATS.svg.write(report, host);
    for (const [i, { bytes }] of files.entries()) {
      const text = new TextDecoder().decode(bytes);
      const document = new DOMParser({
        onError: (level, message) => {
          throw new Error(`${level}: ${message}`);
        },
      }).parseFromString(text, "image/svg+xml");
      const root = document.documentElement!;
      expect([root.getAttribute("width"), root.getAttribute("viewBox")]).toEqual(["297mm", "0 0 297 210"]);
      expect(document.getElementsByTagName("b").length).toBe(0);
      const said = squeeze(
        [...document.getElementsByTagName("text")].map((node) => node.textContent).join(""),
      );
      for (const line of textOfPage(pages[i]!).split("\n")) expect(said).toContain(squeeze(line));
    }
  });
});

describe("the font subset", () => {
  it("keeps outlines and widths of the glyphs asked for, and the parts of composite ones", () => {
    const font = openFont(readPageFonts().regular);
    const glyphs = [0, ..."圈点Aé372".split("").map((letter) => font.glyphOf(letter.codePointAt(0)!))];
    expect(glyphs.slice(1).every((glyph) => glyph > 0)).toBe(true);
    const bytes = font.subset(glyphs);
    expect(bytes.length).toBeLessThan(20_000);
    const view = new DataView(bytes.buffer);
    const tables = new Map(
      Array.from({ length: view.getUint16(4) }, (_, i) => [
        String.fromCharCode(...bytes.subarray(12 + 16 * i, 16 + 16 * i)),
        view.getUint32(12 + 16 * i + 8),
      ]),
    );
    expect([...tables.keys()]).toEqual(["glyf", "head", "hhea", "hmtx", "loca", "maxp"]);
    const count = view.getUint16(tables.get("maxp")! + 4);
    expect(count).toBeGreaterThanOrEqual(glyphs.length);
    glyphs.forEach((glyph, i) => {
      expect(view.getUint16(tables.get("hmtx")! + 4 * i)).toBe(font.advanceOf(glyph));
      const [from, to] = [0, 4].map((more) => view.getUint32(tables.get("loca")! + 4 * i + more));
      expect(to! - from!).toBe(font.outlineOf(glyph).length + (-font.outlineOf(glyph).length & 3));
    });
  });
});

describe("writing", () => {
  it("stops between pages when told to", async () => {
    let asked = 0;
    const impatient: PageHost = {
      ...host,
      between: () => {
        asked++;
        return asked > 1 ? Promise.reject(new Error("enough")) : Promise.resolve();
      },
    };
    for (const format of ["pdf", "png", "svg"] as const) {
      asked = 0;
      await expect(PAGE_FORMATS[format].write(report, impatient)).rejects.toThrow("enough");
      expect(asked).toBe(2);
    }
  });
});
