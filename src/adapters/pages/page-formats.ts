// The formats a report is written in, as one table: how many files it makes of the pages, and how one is made. Each
// writer is loaded when it is first used.

import type { Page } from "../../core/report/index.ts";
import type { PageFonts } from "./page-fonts.ts";

/** What writers need of the program around them. */
export interface PageHost {
  readonly fonts: () => Promise<PageFonts>;
  /** Paints one page as PNG at a resolution. */
  readonly rasterise: (page: Page, dpi: number) => Promise<Uint8Array>;
  readonly language: string;
  readonly title: string;
  /** Called between pages; stops the work by throwing. */
  readonly between: (done: number) => Promise<void>;
}

export interface PageFile {
  /** Stem of the page's file; "" for the one file of all pages. */
  readonly stem: string;
  readonly bytes: Uint8Array;
}

interface PageFormat {
  readonly extension: string;
  readonly write: (pages: readonly Page[], host: PageHost) => Promise<readonly PageFile[]>;
}

export const PNG_DPI = 300;

const perPage =
  (make: (page: Page, host: PageHost) => Promise<Uint8Array>): PageFormat["write"] =>
  async (pages, host) => {
    const digits = String(pages.length).length;
    const files: PageFile[] = [];
    for (const [i, page] of pages.entries()) {
      await host.between(i / pages.length);
      files.push({ stem: String(i + 1).padStart(digits, "0"), bytes: await make(page, host) });
    }
    return files;
  };

export const PAGE_FORMATS = {
  pdf: {
    extension: "pdf",
    write: async (pages, { fonts, title, language, between }) => {
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
} as const satisfies Readonly<Record<string, PageFormat>>;
export type PageFormatId = keyof typeof PAGE_FORMATS;
