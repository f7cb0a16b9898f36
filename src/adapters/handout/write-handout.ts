// The interactive hand-out as one HTML file that opens by a double click: drawing, data, style and script are inside, and
// its own policy forbids every connection. Names from data are only ever text: escaped in the markup, and set as text
// by the script.

import type { Handout, ReportDocument } from "../../core/report/index.ts";
import { toBase64 } from "../office/office-text.ts";
import type { PageHost } from "../pages/page-host.ts";
import { newInk, pathOf, svgOf, toXml } from "../pages/write-svg.ts";
import { sha256 } from "./sha256.ts";
import script from "./viewer.js?raw";
import { VIEWER_STYLE } from "./viewer-style.ts";

export async function writeHandout(
  { handout }: Pick<ReportDocument, "handout">,
  { between }: Pick<PageHost, "between">,
): Promise<Uint8Array> {
  if (handout === null) throw new Error("the report was made without its hand-out");
  await between(0);
  const html = htmlOf(handout);
  await between(1);
  return new TextEncoder().encode(html);
}

const hashOf = (text: string): string => `'sha256-${toBase64(sha256(text))}'`;

function htmlOf(handout: Handout): string {
  const { title, subtitle, stamp, stale, language, width, height, labels } = handout;
  const [first = "", ...rest] = handout.foot;
  const policy = `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(VIEWER_STYLE)}`;
  const ink = newInk();
  const layers = handout.layers.map(({ themes, shapes }) => {
    const shown = themes === null ? "" : ` data-themes="${themes.join(" ")}"`;
    return `<g${shown}>${svgOf(shapes, ink)}</g>`;
  });
  const places = handout.places.map(
    ({ outline }, i) => `<path class="place" data-place="${i}" d="${pathOf(outline, true)}"/>`,
  );
  const legends = handout.themes.map(({ key, legend }) => {
    const { box } = legend;
    const view = `0 0 ${Math.ceil(box.width)} ${Math.ceil(box.height)}`;
    return `<svg class="legend" data-themes="${key}" viewBox="${view}">${svgOf(legend.shapes, ink)}</svg>`;
  });
  const button = (id: string, sign: string, label: string): string =>
    `<button type="button" id="${id}" title="${toXml(label)}" aria-label="${toXml(label)}">${sign}</button>`;
  return `<!doctype html>
<html lang="${language === "en" ? "en" : "zh-CN"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${toXml(title)}</title>
<style>${VIEWER_STYLE}</style>
</head>
<body>
<header>
<div><h1>${toXml(title)}</h1><p>${toXml(subtitle)}</p></div>
<nav id="themes" role="radiogroup" aria-label="${toXml(labels.themes)}"></nav>
<span class="stamp">${toXml(stamp)}</span>
</header>
${stale === null ? "" : `<p class="stale">${toXml(stale)}</p>`}
<main>
<div id="stage" tabindex="0"><svg id="map" data-width="${width}" data-height="${height}" role="img" aria-label="${toXml(title)}"><g id="view">${layers.join("\n")}<g id="places">${places.join("")}</g></g><g id="over"></g></svg>
<div id="tools">${button("in", "+", labels.zoomIn)}${button("out", "−", labels.zoomOut)}${button("whole", "▣", labels.whole)}</div>
<div id="tip" hidden></div></div>
<aside id="panel"><div id="about"></div><div id="legends">${legends.join("")}</div><div id="list"></div></aside>
</main>
<footer><details><summary>${toXml(first)}</summary>${rest.map((line) => `<p>${toXml(line)}</p>`).join("")}</details></footer>
<script type="application/json" id="data">${jsonOf(handout)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** What the script needs and the drawing does not hold; "<" cannot end the element it stands in. */
function jsonOf({ places, centers, themes, labels }: Handout): string {
  const round = (value: number): number => Math.round(value * 100) / 100;
  const data = {
    places: places.map(({ outline: _, x, y, figures, ...place }) => ({
      ...place,
      x: round(x),
      y: round(y),
      figures: figures.map(figureOf),
    })),
    centers: centers.map((center) => ({ ...center, x: round(center.x), y: round(center.y) })),
    themes: themes.map(({ key, title, figures }) => ({ key, title, figures: figures.map(figureOf) })),
    labels,
  };
  return JSON.stringify(data).replaceAll("<", "\\u003c");
}

const figureOf = ({ label, value, formula, rule }: Handout["themes"][number]["figures"][number]) => ({
  label,
  value,
  how: rule === null ? formula : `${formula} [${rule}]`,
});
