// The drawing of a grid (图纸): its ground at a true scale with every building's households, its register and findings,
// as the report lays it out; one file a grid, several in a zip.

import type { Grid } from "../../../core/model/index.ts";
import type { Page } from "../../../core/report/index.ts";
import { reportFindings, reportWords } from "../../../messages/report-words.ts";
import { GRIDS_DICTIONARIES } from "../../i18n/use-grids-text.ts";
import type { App } from "../../state/app.ts";
import { recordId } from "../../state/judged-net.ts";
import { packOf } from "../../state/plan-selectors.ts";
import { isStale } from "../../state/result-keys.ts";
import { drawnNet } from "../drawn-net.ts";
import { runWork } from "../run-work.ts";

const SVG = "image/svg+xml";

export async function saveSheets(app: App, grids: readonly Grid[]): Promise<void> {
  const pages = await sheetsOf(app, grids);
  if (pages === null) return;
  const { writeSvg } = await import("../../../adapters/pages/write-svg.ts");
  const words = GRIDS_DICTIONARIES[app.store.getState().settings.language].register;
  const files = pages.map(({ name, page }) => ({
    name: `${words.sheetFile} ${name}.svg`,
    bytes: new TextEncoder().encode(writeSvg(page)),
  }));
  const [first, ...others] = files;
  if (first === undefined) return;
  if (others.length === 0) return app.host.download(first.name, first.bytes, SVG);
  const { zipSync } = await import("fflate");
  const entries = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));
  app.host.download(`${words.sheetFile}.zip`, zipSync(entries), "application/zip");
}

/** Pages of these grids, named by code and, where a grid takes several, their number; null when it failed. */
async function sheetsOf(
  app: App,
  grids: readonly Grid[],
): Promise<readonly { readonly name: string; readonly page: Page }[] | null> {
  const state = app.store.getState();
  const { scene, analysis, history, settings } = state;
  const pack = packOf(state);
  if (scene === null || analysis === null || pack === null) return null;
  const { language } = settings;
  const request = {
    content: "grids",
    paper: "A4",
    landscape: true,
    scale: null,
    only: [...new Set(grids.map(({ communityId }) => communityId))],
    audience: "internal",
    reviewNumber: "",
    maker: settings.author,
    madeOn: app.host.now().slice(0, 10),
    option: GRIDS_DICTIONARIES[language].register.present,
    revision: history.revision,
    stale: isStale(state),
    compared: [],
    meeting: null,
    handout: false,
    words: reportWords(language),
    findingTexts: reportFindings(analysis.value.findings, pack, language),
  } as const;
  const net = await drawnNet(app);
  const { centers } = history.plan;
  const input = { scene: scene.scene, centers, analysis: analysis.value, pack, ...net, request };
  const report = await runWork(app, { stage: "write" }, (options) =>
    app.engine.run("report.pages", input, options),
  );
  if (report === null) return null;
  return grids.flatMap((grid) => {
    const key = `grid:${recordId(grid)}`;
    const own = report.pages.filter((page) => page.key === key || page.key.startsWith(`${key}+`));
    const code = recordId(grid).replace(/[\\/:*?"<>|\p{Cc}]/gu, " ");
    return own.map((page, k) => ({ name: k === 0 ? code : `${code} ${k + 1}`, page }));
  });
}
