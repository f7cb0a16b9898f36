// Where this process finds the printed font, and how it paints a page without a browser. Both are loaded when the
// first page needs them.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { deflate } from "node:zlib";
import type { PageFonts } from "../adapters/pages/page-fonts.ts";
import { PAGE_FAMILIES, paintPage, pixelsOf } from "../adapters/pages/paint-page.ts";
import { palettePng } from "../adapters/pages/palette-png.ts";
import { withDensity } from "../adapters/pages/png-density.ts";
import { colorPng, type Deflate } from "../adapters/pages/png-file.ts";
import type { Box, Page } from "../core/report/index.ts";

/** Reads the font files of the package that ships them. */
export function readPageFonts(): PageFonts {
  const require = createRequire(import.meta.url);
  return {
    regular: readFileSync(
      require.resolve("@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
    ),
    bold: readFileSync(require.resolve("@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf")),
  };
}

/** null when the files are not there. */
export function findPageFonts(read: () => PageFonts = readPageFonts): PageFonts | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && "code" in error && MISSING.has(String(error.code))) return null;
    throw error;
  }
}

const MISSING: ReadonlySet<string> = new Set(["MODULE_NOT_FOUND", "ENOENT"]);

/**
 * A painter of pages as PNG, of parts with few colours; the fonts are registered once. Where they are missing the
 * machine's own take their place.
 */
export function createRasteriser(
  fonts: () => PageFonts | null = readPageFonts,
): (page: Page, dpi: number, part?: Box) => Promise<Uint8Array> {
  let isReady = false;
  return async (page, dpi, part) => {
    const { createCanvas, GlobalFonts } = await import("@napi-rs/canvas");
    if (!isReady) {
      const found = fonts();
      if (found !== null) {
        GlobalFonts.register(Buffer.from(found.regular), PAGE_FAMILIES[400]);
        GlobalFonts.register(Buffer.from(found.bold), PAGE_FAMILIES[700]);
      }
      isReady = true;
    }
    const [width, height] = pixelsOf(part ?? page, dpi);
    const canvas = createCanvas(width, height);
    const context = canvas.getContext("2d");
    paintPage(page, context, dpi, part);
    const { data } = context.getImageData(0, 0, width, height);
    const encode = part === undefined ? colorPng : palettePng;
    return withDensity(await encode({ width, height, data }, packed), dpi);
  };
}

/** On a thread of its own. */
const packed: Deflate = promisify<Uint8Array, Uint8Array>(deflate);
