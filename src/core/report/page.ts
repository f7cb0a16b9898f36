// A page as content: what stands where, in millimetres from the top left corner, with the provenance of every
// figure on it. Nothing here knows PDF, a canvas or a slide. Text blocks and tables stay what they are, so that
// an office format can take them natively; drawings are flat lists of shapes.

import type { Metres } from "../base/index.ts";
import type { ReportChart } from "./tables/report-chart.ts";

/** Millimetres. */
export type Millimetres = number;

export interface Box {
  readonly x: Millimetres;
  readonly y: Millimetres;
  readonly width: Millimetres;
  readonly height: Millimetres;
}

export const PAGE_KINDS = [
  "overview",
  "coverage",
  "assess",
  "gridNet",
  "community",
  "grid",
  "table",
  "chart",
  "comparison",
  "lists",
  "decisions",
] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

export interface Page {
  /** Stable name, for example "community:S1-03". */
  readonly key: string;
  readonly kind: PageKind;
  readonly title: string;
  readonly width: Millimetres;
  readonly height: Millimetres;
  /** Painted in this order. */
  readonly items: readonly PageItem[];
  /** Scale of the map on it: 2000 for 1:2000; null without a map. */
  readonly scale: number | null;
  readonly provenance: Provenance;
  readonly figures: readonly FigureTrace[];
}

/** What every figure of a page rests on; printed at its foot. */
export interface Provenance {
  readonly option: string;
  readonly revision: number;
  /** The plan has been changed since the figures were computed: the page carries a mark. */
  readonly stale: boolean;
  readonly pack: string;
  readonly walk: string;
  /** One entry a layer: "residences.geojson, 2026-10-31, WGS-84". */
  readonly sources: readonly string[];
}

/** One figure: where it stands is the item's business, where it comes from is said here. */
export interface FigureTrace {
  readonly label: string;
  /** As printed, with its unit. */
  readonly value: string;
  /** Rule and article where it is measured against one; null for a plain count. */
  readonly rule: string | null;
  readonly formula: string;
  /** "households = 2,340 (residences.geojson)" */
  readonly inputs: readonly string[];
  readonly asOf: string | null;
}

export type PageItem = TextItem | TableItem | DrawingItem | ChartItem;

/** What an item is for; an office format or a check of overlaps goes by it. */
export type ItemRole =
  | "title"
  | "stamp"
  | "map"
  | "legend"
  | "scaleBar"
  | "north"
  | "figures"
  | "body"
  | "sources"
  | "maker"
  | "mark";

export type Align = "start" | "middle" | "end";

/** One paragraph, already broken into lines by the page's own metrics. */
export interface TextItem {
  readonly kind: "text";
  readonly role: ItemRole;
  readonly box: Box;
  readonly lines: readonly TextLine[];
  readonly align: Align;
  /** Distance of baselines. */
  readonly leading: Millimetres;
}

export interface TextLine {
  readonly runs: readonly TextRun[];
  readonly width: Millimetres;
  /** What the text has between this line and the next: a line feed of its own, a blank, or nothing. */
  readonly joint: "" | " " | "\n";
}

export interface TextStyle {
  /** Points. */
  readonly size: number;
  readonly weight: 400 | 700;
  readonly color: string;
}

export interface TextRun extends TextStyle {
  readonly text: string;
}

export interface TableItem {
  readonly kind: "table";
  readonly role: ItemRole;
  readonly box: Box;
  readonly columns: readonly TableColumn[];
  readonly head: readonly TableCell[];
  readonly headHeight: Millimetres;
  readonly rows: readonly TableRow[];
}

export interface TableColumn {
  readonly width: Millimetres;
  readonly align: Align;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  readonly height: Millimetres;
}

export interface TableCell {
  readonly lines: readonly TextLine[];
  readonly leading: Millimetres;
}

export interface DrawingItem {
  readonly kind: "drawing";
  readonly role: ItemRole;
  readonly box: Box;
  readonly shapes: readonly Shape[];
}

/** A chart with its numbers, and the same drawn for formats that know no charts. */
export interface ChartItem {
  readonly kind: "chart";
  readonly role: ItemRole;
  readonly box: Box;
  readonly chart: ReportChart;
  readonly shapes: readonly Shape[];
}

/** Lines and outlines: vertices of line i are pairs [offsets[i], offsets[i+1]) of `xy`, millimetres on the page. */
export interface PathLines {
  readonly offsets: Uint32Array;
  readonly xy: Float32Array;
}

export interface Fill {
  readonly color: string;
  /** 0..1 */
  readonly opacity: number;
}

export interface Stroke {
  readonly color: string;
  readonly width: Millimetres;
  readonly opacity: number;
  /** Lengths of dashes and gaps; empty for a whole line. */
  readonly dash: readonly Millimetres[];
  readonly cap: "butt" | "round";
}

export type Shape = PathShape | DiscShape | LabelShape | ClipShape;

/** Filled by the non-zero rule (outer rings one way round, holes the other), then stroked. */
export interface PathShape {
  readonly kind: "path";
  readonly lines: PathLines;
  readonly closed: boolean;
  readonly fill: Fill | null;
  readonly stroke: Stroke | null;
}

export interface DiscShape {
  readonly kind: "disc";
  readonly x: Millimetres;
  readonly y: Millimetres;
  readonly radius: Millimetres;
  readonly fill: Fill | null;
  readonly stroke: Stroke | null;
}

/** One line of text; `x` is its left end, `y` its baseline. */
export interface LabelShape extends TextStyle {
  readonly kind: "label";
  readonly x: Millimetres;
  readonly y: Millimetres;
  readonly text: string;
  readonly width: Millimetres;
  readonly halo: { readonly color: string; readonly width: Millimetres } | null;
}

/** Shapes seen only inside `to` (non-zero rule). */
export interface ClipShape {
  readonly kind: "clip";
  readonly to: PathLines;
  readonly shapes: readonly Shape[];
}

/** Millimetres on the page for metres on the ground. */
export const onPage = (metres: Metres, scale: number): Millimetres => (metres * 1000) / scale;

export const POINT: Millimetres = 25.4 / 72;

export const right = ({ x, width }: Box): Millimetres => x + width;
export const bottom = ({ y, height }: Box): Millimetres => y + height;

/** Do two boxes share ground? Touching edges do not. */
export const overlap = (a: Box, b: Box): boolean =>
  a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);
