// The interactive hand-out as content: one large map in layers that themes show or hide, places to point at with their
// figures, findings and remedies, and the foot of every printed page. It holds results only; nothing can be edited.

import type { DrawingItem, FigureTrace, Millimetres, PathLines, Shape } from "../page.ts";

export const HANDOUT_THEMES = ["overview", "coverage", "assess", "gridNet"] as const;
export type HandoutTheme = (typeof HANDOUT_THEMES)[number];

export interface Handout {
  readonly title: string;
  readonly subtitle: string;
  /** 内部资料 or the review number; "" for none. */
  readonly stamp: string;
  /** The mark of stale figures; null when they are of the present plan. */
  readonly stale: string | null;
  readonly language: "zh" | "en";
  /** Of the map. */
  readonly width: Millimetres;
  readonly height: Millimetres;
  readonly themes: readonly HandoutThemeView[];
  /** From the ground up. */
  readonly layers: readonly HandoutLayer[];
  readonly places: readonly HandoutPlace[];
  readonly centers: readonly HandoutCenter[];
  readonly foot: readonly string[];
  readonly labels: Readonly<Record<HandoutLabel, string>>;
}

export interface HandoutThemeView {
  readonly key: HandoutTheme;
  readonly title: string;
  readonly figures: readonly FigureTrace[];
  readonly legend: DrawingItem;
}

export interface HandoutLayer {
  /** null: in every theme. */
  readonly themes: readonly HandoutTheme[] | null;
  readonly shapes: readonly Shape[];
}

/** A community. */
export interface HandoutPlace {
  readonly id: string;
  readonly name: string;
  /** Where its name stands. */
  readonly x: Millimetres;
  readonly y: Millimetres;
  readonly outline: PathLines;
  readonly figures: readonly FigureTrace[];
  readonly findings: readonly HandoutFinding[];
  readonly fixes: readonly string[];
}

export interface HandoutFinding {
  readonly title: string;
  readonly verdict: string;
  readonly color: string;
  readonly text: string;
  readonly basis: string;
}

export interface HandoutCenter {
  readonly name: string;
  /** One letter on its mark. */
  readonly mark: string;
  readonly x: Millimetres;
  readonly y: Millimetres;
  readonly radius: Millimetres;
  /** "社区级中心 · 410 ㎡ · 2,340 户". */
  readonly facts: string;
}

export const HANDOUT_LABELS = ["pick", "whole", "zoomIn", "zoomOut", "close", "list", "themes"] as const;
export type HandoutLabel = (typeof HANDOUT_LABELS)[number];
