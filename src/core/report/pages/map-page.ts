// A page with a map: the frame, under the map its north arrow, scale bar and legend, and beside it (landscape) or
// below it (upright) a column of text. Everything is measured before anything is placed.

import { type DrawnMap, drawMap, type MapOrder } from "../map/draw-map.ts";
import { drawMarks } from "../map/draw-marks.ts";
import { setLegend } from "../map/legend.ts";
import { legendKeys } from "../map/legend-keys.ts";
import type { MapFacts, MapTheme } from "../map/map-facts.ts";
import { type Extent, openWindow, showsAll, widen } from "../map/map-window.ts";
import { BAR_HEIGHT, northArrow, scaleBar } from "../map/scale-bar.ts";
import { type Box, bottom, type DrawingItem, type Millimetres, type PageItem, right } from "../page.ts";
import type { Sheet } from "../paper.ts";
import type { ReportRequest } from "../report-input.ts";
import { say } from "../report-words.ts";
import { type Block, flowBlocks, paragraph } from "./blocks.ts";
import { framePage } from "./page-frame.ts";
import { sized } from "./page-look.ts";

export interface MapPageOrder {
  readonly facts: MapFacts;
  readonly request: ReportRequest;
  readonly sheet: Sheet;
  readonly theme: MapTheme;
  readonly title: string;
  readonly subtitle: string;
  readonly foot: readonly string[];
  /** What the map must show; it is drawn with `margin` (a share of it) around. */
  readonly extent: Extent;
  readonly margin: number;
  readonly focus: number;
  readonly scale: number | null;
  /** Text beside or below the map, at a size of type; `isBrief`: with what needs no action in fewer words. */
  readonly blocksAt: (type: number, isBrief: boolean) => readonly Block[];
}

export interface MapPage {
  readonly items: readonly PageItem[];
  readonly map: DrawnMap;
  /** Text that found no room: for a page of its own. */
  readonly rest: readonly Block[];
}

const GAP: Millimetres = 4;
/** Width of the text beside a map: of the page, and at least, at the sheet's type. */
const TEXT_SHARE = 0.31;
const TEXT_WIDTH: Millimetres = 80;

export function setMapPage(order: MapPageOrder): MapPage {
  const { sheet, request, title, subtitle, foot } = order;
  const frame = framePage({ sheet, title, subtitle, request, foot, isMap: true });
  const { body } = frame;
  const isWide = body.width > body.height * 1.1;
  const mapPart: Box = isWide
    ? { ...body, width: body.width - Math.max(TEXT_SHARE * body.width, TEXT_WIDTH * sheet.type) - GAP / 2 }
    : { ...body, height: body.height * 0.6 };
  const set = setMap(order, mapPart);
  const flowed = flowTight(order, columnsBeside(body, mapPart, isWide), notesOn(order, set.map));
  return { items: [...frame.items, ...set.items, ...flowed.items], map: set.map, rest: flowed.rest };
}

/**
 * Rather a little smaller than a page for one line, but never below LEAST_TYPE; then in fewer words; what cannot be
 * helped goes on at full size and length.
 */
const SIZES = [1, 0.94, 0.88, 0.82, 0.76];
const LEAST_TYPE = 0.88;

function flowTight(
  { blocksAt, sheet }: MapPageOrder,
  columns: readonly Box[],
  notes: readonly string[],
): ReturnType<typeof flowBlocks> {
  const flow = (size: number, isBrief: boolean, mayCut = false): ReturnType<typeof flowBlocks> => {
    const type = size * sheet.type;
    const told = notes.map((text) =>
      paragraph([{ ...sized("small", type), text }], { role: "body", above: 0, below: 1.6 }),
    );
    return flowBlocks([...told, ...blocksAt(type, isBrief)], columns, mayCut);
  };
  for (const isBrief of [false, true]) {
    for (const size of SIZES) {
      if (size * sheet.type < LEAST_TYPE) break;
      const flowed = flow(size, isBrief);
      if (flowed.rest.length === 0) return flowed;
    }
  }
  return flow(1, false, true);
}

/** What a reader must know of the map itself. */
function notesOn({ extent, scale, request: { words } }: MapPageOrder, map: DrawnMap): string[] {
  const isWhole = showsAll(openWindow(map.item.box, extent, scale ?? map.scale), extent);
  return isWhole ? [] : [say(words, "note.offMap")];
}

function columnsBeside(body: Box, map: Box, isWide: boolean): Box[] {
  if (isWide) {
    const x = right(map) + GAP;
    return [{ x, y: body.y, width: right(body) - x, height: body.height }];
  }
  const y = bottom(map) + GAP / 2;
  const width = (body.width - GAP) / 2;
  const height = bottom(body) - y;
  return [
    { x: body.x, y, width, height },
    { x: body.x + width + GAP, y, width, height },
  ];
}

/** The map with its furniture under it: the legend is set first, the map gets the height it leaves. */
function setMap(
  order: MapPageOrder,
  part: Box,
): { readonly items: readonly PageItem[]; readonly map: DrawnMap } {
  const { facts, sheet, scale, theme, focus } = order;
  const extent = widen(order.extent, order.margin);
  const { fine: type } = sheet;
  const orderFor = (height: Millimetres): MapOrder => ({
    theme,
    window: openWindow({ ...part, height }, extent, scale),
    focus,
    type,
  });
  const { window } = orderFor(part.height - BAR_HEIGHT * type - AIR);
  const marks =
    theme === "grid" ? [] : drawMarks(facts.ground, window, facts.subject.centers, facts.words).rows;
  const keys = legendKeys(facts, theme, marks);
  const legendX = part.x + LEGEND_AT * type;
  const legendAt = (y: Millimetres): DrawingItem =>
    setLegend(legendX, y, right(part) - legendX, {
      keys,
      theme,
      minutes: facts.subject.analysis.walk.minutes,
      words: facts.words,
      type,
    });
  const room = Math.max(BAR_HEIGHT * type, legendAt(0).box.height) + AIR;
  const map = drawMap(facts, orderFor(part.height - room));
  const y = bottom(map.item.box) + AIR;
  const north = northArrow(part.x, y, facts.words, type);
  const bar = scaleBar(right(north.box) + 2 * type, y, BAR_WIDTH * type, map.scale, facts.words, type);
  return { items: [map.item, north, bar, legendAt(y)], map };
}

const AIR: Millimetres = 1.8;
const BAR_WIDTH: Millimetres = 40;
/** Where the legend begins, right of north arrow and scale bar. */
const LEGEND_AT: Millimetres = 7 + 2 + BAR_WIDTH + 3;
