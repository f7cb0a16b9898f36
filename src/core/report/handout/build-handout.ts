// Draws the hand-out's map once, by the same hands that draw printed maps, at a size between a sheet and a wall: fine
// enough to be looked at eight times enlarged.

import { interiorPoint } from "../../geo/index.ts";
import { drawLand, drawTopography } from "../map/draw-ground.ts";
import { drawBorders, drawTints, RESIDENCE_THEMES } from "../map/draw-map.ts";
import { MARK_RADIUS } from "../map/draw-marks.ts";
import { drawResidences } from "../map/draw-residences.ts";
import { setLegend } from "../map/legend.ts";
import { legendKeys } from "../map/legend-keys.ts";
import { extentOf } from "../map/map-ground.ts";
import { joinExtents, type MapWindow, openWindow, toPage, widen } from "../map/map-window.ts";
import { tracePolygons } from "../map/trace.ts";
import type { Millimetres } from "../page.ts";
import { fixes } from "../pages/community-fixes.ts";
import { communityFigures, findingsAbout, verdictColor } from "../pages/community-text.ts";
import { districtFigures } from "../pages/district-pages.ts";
import type { Desk } from "../pages/draft.ts";
import { formulaFoot } from "../pages/provenance.ts";
import { labelOf, type ReportWord, say } from "../report-words.ts";
import { writeArea, writeHouseholds } from "../write-figure.ts";
import {
  HANDOUT_LABELS,
  HANDOUT_THEMES,
  type Handout,
  type HandoutCenter,
  type HandoutLabel,
  type HandoutLayer,
  type HandoutPlace,
  type HandoutTheme,
  type HandoutThemeView,
} from "./handout.ts";

/** Longer side of the map. */
const SIDE: Millimetres = 840;
/** Width of a legend. */
const LEGEND: Millimetres = 92;

export function buildHandout(desk: Desk): Handout {
  const { subject, request, provenance, facts } = desk;
  const { words, audience, reviewNumber, stale, revision } = request;
  const window = handoutWindow(desk);
  const name = subject.baseline.name || say(words, "title.district");
  const hasGrids = facts.ground.grids.shapes.count > 0;
  const themes = HANDOUT_THEMES.filter((theme) => theme !== "gridNet" || hasGrids);
  return {
    title: say(words, "handout.title", { name }),
    subtitle: `${provenance.option} · ${provenance.walk}`,
    stamp:
      audience === "internal"
        ? say(words, "stamp.internal")
        : reviewNumber === ""
          ? say(words, "foot.reviewMissing")
          : say(words, "foot.review", { number: reviewNumber }),
    stale: stale ? say(words, "mark.stale", { revision }) : null,
    language: words.language,
    width: window.box.width,
    height: window.box.height,
    themes: themes.map((theme) => themeView(desk, theme)),
    layers: layersOf(desk, window, themes),
    places: placesOf(desk, window),
    centers: centersOf(desk, window),
    foot: [...desk.foot, formulaFoot(subject, words), say(words, "foot.made", { date: request.madeOn })],
    labels: Object.fromEntries(
      HANDOUT_LABELS.map((label) => [label, say(words, `handout.${label}` satisfies ReportWord)]),
    ) as Record<HandoutLabel, string>,
  };
}

/** The whole extent, circles that reach beyond it included, in a box of its own proportions. */
function handoutWindow({ facts, subject }: Desk): MapWindow {
  const { ground } = facts;
  const circles = extentOf(ground.frame.toMetres(subject.together.polygons.xy));
  const extent = joinExtents(ground.extent, circles);
  const { scale } = openWindow({ x: 0, y: 0, width: SIDE, height: SIDE }, extent, null);
  const [west, south, east, north] = widen(extent, 0.03);
  const side = (metres: number): Millimetres =>
    Math.max(SIDE / 3, Number.isFinite(metres) ? (metres * 1000) / scale : 0);
  const box = { x: 0, y: 0, width: side(east - west), height: side(north - south) };
  return openWindow(box, extent, scale);
}

function themeView(desk: Desk, theme: HandoutTheme): HandoutThemeView {
  const { facts, subject, request } = desk;
  const { words } = request;
  const { minutes } = subject.analysis.walk;
  const keys = legendKeys(facts, theme, [...subject.centers.keys()]);
  return {
    key: theme,
    title: say(words, `theme.${theme}` satisfies ReportWord),
    figures: districtFigures(desk, theme),
    legend: setLegend(0, 0, LEGEND, { keys, theme, minutes, words, type: 1 }),
  };
}

function layersOf({ facts }: Desk, window: MapWindow, themes: readonly HandoutTheme[]): HandoutLayer[] {
  const { ground, states } = facts;
  const kinds = [...new Set(themes.map((theme) => RESIDENCE_THEMES[theme]))];
  return [
    { themes: null, shapes: drawLand(ground, window) },
    ...themes.map((theme) => ({
      themes: [theme],
      shapes: drawTints(facts, { theme, window, focus: -1, type: 1 }),
    })),
    { themes: null, shapes: drawTopography(ground, window) },
    ...kinds.map((kind) => ({
      themes: themes.filter((theme) => RESIDENCE_THEMES[theme] === kind),
      shapes: drawResidences(ground, window, states, kind),
    })),
    { themes: ["gridNet" as const], shapes: drawBorders(facts, window, "gridNet") },
    {
      themes: themes.filter((theme) => theme !== "gridNet"),
      shapes: drawBorders(facts, window, "overview"),
    },
  ].filter(({ shapes }) => shapes.length > 0);
}

function placesOf({ subject, request, facts }: Desk, window: MapWindow): HandoutPlace[] {
  const { analysis, baseline } = subject;
  const { words, findingTexts } = request;
  const { communities } = facts.ground;
  const results = new Map(analysis.communities.map((result) => [result.id, result]));
  return baseline.communities.records.map(({ id, name }, row) => {
    const [x, y] = toPage(window, ...interiorPoint(communities.shapes, row));
    const result = results.get(id);
    return {
      id,
      name: name || id,
      x,
      y,
      outline: tracePolygons(communities, window, (other) => other === row),
      figures: result === undefined ? [] : communityFigures(subject, request, result, row),
      findings: findingsAbout(subject, row).map((i) => {
        const finding = analysis.findings[i]!;
        const { title, text, basis } = findingTexts[i]!;
        const about = finding.place.kind === "center" ? `${finding.place.name} · ` : "";
        const verdict = labelOf(words, `verdict.${finding.verdict}`);
        return { title: `${about}${title}`, verdict, color: verdictColor(finding), text, basis };
      }),
      fixes: fixes(subject, request, result, row, findingsAbout(subject, row)),
    };
  });
}

function centersOf({ subject, request: { words }, facts }: Desk, window: MapWindow): HandoutCenter[] {
  const { centers } = facts.ground;
  return subject.centers.map(({ name, id, level, floorArea }, row) => {
    const [x, y] = toPage(window, centers[2 * row]!, centers[2 * row + 1]!);
    const facts = [
      say(words, `legend.level.${level}` satisfies ReportWord),
      writeArea(floorArea, words),
      writeHouseholds(subject.analysis.centers[row]?.households ?? null, words),
    ];
    return {
      name: name || id,
      mark: say(words, `mark.${level}` satisfies ReportWord),
      ...{ x, y, radius: MARK_RADIUS[level], facts: facts.join(" · ") },
    };
  });
}
