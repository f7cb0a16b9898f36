// Paints pages as PNG in a browser, on a canvas off the screen: the same painter and the same font files as on the
// command line, made known under names of their own the first time a page is painted.

import type { Box, Page } from "../../core/report/index.ts";
import type { PageFonts } from "./page-fonts.ts";
import { PAGE_FAMILIES, paintPage, pixelsOf } from "./paint-page.ts";
import { palettePng } from "./palette-png.ts";
import { withDensity } from "./png-density.ts";
import { colorPng } from "./png-file.ts";

/** In a window or in a worker; `fonts` is asked once. */
export function createBrowserRasteriser(
  fonts: () => Promise<PageFonts>,
): (page: Page, dpi: number, part?: Box) => Promise<Uint8Array> {
  let ready: Promise<unknown> | null = null;
  return async (page, dpi, part) => {
    ready ??= fonts().then(({ regular, bold }) =>
      Promise.all([register(PAGE_FAMILIES[400], regular), register(PAGE_FAMILIES[700], bold)]),
    );
    await ready;
    const canvas = new OffscreenCanvas(...pixelsOf(part ?? page, dpi));
    const context = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
    if (context === null) throw new Error(`no 2d canvas of ${canvas.width} × ${canvas.height} pixels`);
    paintPage(page, context, dpi, part);
    const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
    return withDensity(await (part === undefined ? colorPng : palettePng)(pixels, deflate), dpi);
  };
}

/** By the browser itself, beside this thread. */
async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const packed = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

async function register(family: string, bytes: Uint8Array): Promise<void> {
  const face = new FontFace(family, bytes.slice().buffer);
  const scope: { readonly fonts: FontFaceSet } = typeof document === "undefined" ? workerScope() : document;
  scope.fonts.add(await face.load());
}

/** In a worker the set of fonts hangs on the global scope. */
const workerScope = (): { readonly fonts: FontFaceSet } =>
  globalThis as unknown as { readonly fonts: FontFaceSet };
