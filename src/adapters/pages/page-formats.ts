// The formats a report is written in, as one table: how many files it makes of the pages, and how one is made. Each
// writer is loaded when it is first used.

import type { Page, PaperSize, ReportDocument } from "../../core/report/index.ts";
import type { PageFile, PageHost } from "./page-host.ts";

export type { PageFile, PageHost };

interface PageFormat {
  readonly extension: string;
  /** Needs the map of the interactive hand-out (`handout` of the request). */
  readonly handout?: true;
  /** Sheet it is made for; A4 across otherwise. */
  readonly sheet?: { readonly paper: PaperSize; readonly landscape: boolean };
  readonly write: (report: ReportDocument, host: PageHost) => Promise<readonly PageFile[]>;
}

export const PNG_DPI = 300;

const whole =
  (make: (report: ReportDocument, host: PageHost) => Promise<Uint8Array>): PageFormat["write"] =>
  async (report, host) => [{ stem: "", bytes: await make(report, host) }];

const perPage =
  (make: (page: Page, host: PageHost) => Promise<Uint8Array>): PageFormat["write"] =>
  async ({ pages }, host) => {
    const digits = String(pages.length).length;
    const files: PageFile[] = [];
    const making: Promise<Uint8Array>[] = [];
    const take = async (i: number): Promise<void> => {
      files.push({ stem: String(i + 1).padStart(digits, "0"), bytes: await making[i]! });
    };
    for (const [i, page] of pages.entries()) {
      await host.between(i / pages.length);
      const made = make(page, host);
      // Its failure is told where it is taken; one that is never taken was stopped.
      made.catch(() => undefined);
      making.push(made);
      if (i >= AHEAD) await take(i - AHEAD);
    }
    for (let i = files.length; i < pages.length; i++) await take(i);
    return files;
  };

/** Pages painted while others are packed: two cores have work, and few large pictures are held. */
const AHEAD = 2;

export const PAGE_FORMATS = {
  pdf: {
    extension: "pdf",
    write: async ({ pages }, { fonts, title, language, between }) => {
      const { writePdf } = await import("./write-pdf.ts");
      const bytes = await writePdf(pages, await fonts(), { title, language }, (page) =>
        between(page / pages.length),
      );
      return [{ stem: "", bytes }];
    },
  },
  png: { extension: "png", write: perPage((page, host) => host.rasterise(page, PNG_DPI)) },
  svg: {
    extension: "svg",
    write: perPage(async (page) => {
      const { writeSvg } = await import("./write-svg.ts");
      return new TextEncoder().encode(writeSvg(page));
    }),
  },
  pptx: {
    extension: "pptx",
    sheet: { paper: "16:9", landscape: true },
    write: whole(async (report, host) => (await import("../office/write-pptx.ts")).writePptx(report, host)),
  },
  docx: {
    extension: "docx",
    sheet: { paper: "A4", landscape: false },
    write: whole(async (report, host) => (await import("../office/write-docx.ts")).writeDocx(report, host)),
  },
  xlsx: {
    extension: "xlsx",
    write: whole(async (report, host) =>
      (await import("../office/write-workbook.ts")).writeWorkbook(report, host),
    ),
  },
  html: {
    extension: "html",
    handout: true,
    write: whole(async (report, host) =>
      (await import("../handout/write-handout.ts")).writeHandout(report, host),
    ),
  },
} as const satisfies Readonly<Record<string, PageFormat>>;
export type PageFormatId = keyof typeof PAGE_FORMATS;

/** What a format asks of the report. */
export const formatOf = (id: PageFormatId): PageFormat => PAGE_FORMATS[id];

/** The sheet a format is laid out on while nobody asks for another. */
export const sheetFor = (id: PageFormatId): NonNullable<PageFormat["sheet"]> =>
  formatOf(id).sheet ?? { paper: "A4", landscape: true };
