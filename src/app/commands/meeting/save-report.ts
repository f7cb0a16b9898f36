// Writes a report in a format and hands it to the browser to keep: one file as it is, several in a zip. Between pages it
// gives the screen a turn, says how far it is and stops when asked.

import regular from "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url";
import bold from "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf?url";
import { createBrowserRasteriser } from "../../../adapters/pages/browser-canvas.ts";
import type { PageFonts } from "../../../adapters/pages/page-fonts.ts";
import { PAGE_FORMATS, type PageFormatId } from "../../../adapters/pages/page-formats.ts";
import { Failure } from "../../../core/base/index.ts";
import type { RunOptions } from "../../../core/engine/index.ts";
import type { App } from "../../state/app.ts";
import { baselineOf } from "../../state/plan-selectors.ts";
import type { MadeReport } from "./make-report.ts";

export interface SavedReport {
  readonly name: string;
  readonly files: number;
  /** Bytes. */
  readonly size: number;
}

export async function saveReport(
  app: App,
  report: MadeReport,
  format: PageFormatId,
  title: string,
  { signal, onProgress }: RunOptions,
): Promise<SavedReport> {
  const { language } = app.store.getState().settings;
  const fonts = (): Promise<PageFonts> => readFonts(app);
  const { extension, write } = PAGE_FORMATS[format];
  const files = await write(report, {
    fonts,
    rasterise: createBrowserRasteriser(fonts),
    language,
    title,
    between: async (done) => {
      onProgress?.({ stage: "write", done });
      await new Promise((resolve) => setTimeout(resolve));
      if (signal?.aborted === true) throw new Failure("cancelled");
    },
  });
  const stem = fileStem(`${baselineOf(app.store.getState())?.name ?? ""} ${title}`);
  const named = files.map(({ stem: page, bytes }) => ({
    name: page === "" ? `${stem}.${extension}` : `${stem}-${page}.${extension}`,
    bytes,
  }));
  const [first] = named;
  if (first === undefined) throw new Failure("internal", { reason: format });
  if (named.length === 1) {
    app.host.download(first.name, first.bytes, BINARY);
    return { name: first.name, files: 1, size: first.bytes.length };
  }
  const { zipSync } = await import("fflate");
  const bytes = zipSync(Object.fromEntries(named.map((file) => [file.name, file.bytes])), { level: 0 });
  app.host.download(`${stem}.zip`, bytes, "application/zip");
  return { name: `${stem}.zip`, files: named.length, size: bytes.length };
}

const BINARY = "application/octet-stream";

const fileStem = (text: string): string => text.replace(/[\\/:*?"<>|\p{Cc}]/gu, " ").trim() || "quandian";

const read = new WeakMap<App, Promise<PageFonts>>();

/** The font files, read once. */
function readFonts(app: App): Promise<PageFonts> {
  const known = read.get(app);
  if (known !== undefined) return known;
  const fonts = Promise.all([app.host.fetchFile(regular), app.host.fetchFile(bold)]).then(
    ([thin, thick]) => ({
      regular: thin,
      bold: thick,
    }),
  );
  read.set(app, fonts);
  fonts.catch(() => read.delete(app));
  return fonts;
}
