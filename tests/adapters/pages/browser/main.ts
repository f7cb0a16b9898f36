// The browser's painter of pages, for a test that drives a real browser.

import regular from "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf?url";
import bold from "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf?url";
import { createBrowserRasteriser } from "../../../../src/adapters/pages/browser-canvas.ts";
import { SAMPLE_PAGE } from "../../../helpers/sample-page.ts";

const read = async (url: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(url)).arrayBuffer());
const rasterise = createBrowserRasteriser(async () => ({
  regular: await read(regular),
  bold: await read(bold),
}));

declare global {
  interface Window {
    paintSample: (dpi: number) => Promise<number[]>;
  }
}
window.paintSample = async (dpi) => [...(await rasterise(SAMPLE_PAGE, dpi))];
