// What the writers of a report need of the program around them, and what they make.

import type { Box, Page } from "../../core/report/index.ts";
import type { PageFonts } from "./page-fonts.ts";

/** What writers need of the program around them. */
export interface PageHost {
  readonly fonts: () => Promise<PageFonts>;
  /** Paints one page as PNG at a resolution; a part of one as a picture for an office file, with few colours. */
  readonly rasterise: (page: Page, dpi: number, part?: Box) => Promise<Uint8Array>;
  /** "zh-CN" or "en". */
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
