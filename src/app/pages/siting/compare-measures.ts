// The measures by which options are held side by side: how each is read, written and which way is better.

import type { ComparedOption } from "../../commands/siting/compare-options.ts";
import { formatArea, formatCount, formatMinutes, formatPlain, formatShare } from "../../ui/format.ts";

export const COMPARE_MEASURES = [
  "coverage",
  "covered",
  "p50",
  "p90",
  "mean",
  "worstTenth",
  "gini",
  "unreached",
  "areaPer100",
  "floorArea",
  "unknownAreas",
  "flags",
  "resolved",
  "raised",
  "cost",
  "centers",
  "edits",
] as const;
export type CompareMeasure = (typeof COMPARE_MEASURES)[number];

export type CompareUnit =
  | "percent"
  | "households"
  | "minutes"
  | "perHundred"
  | "area"
  | "count"
  | "items"
  | "cost"
  | "edits";

interface Measure {
  /** null = unknown. */
  readonly read: (option: ComparedOption) => number | null;
  readonly write: (value: number) => string;
  readonly unit: CompareUnit | null;
  /** 1: more is better, -1: less is; 0: neither. */
  readonly better: 1 | -1 | 0;
}

const share = (value: number): string => formatShare(value) ?? "";
const minutes = (value: number): string => formatMinutes(value) ?? "";
const area = (value: number): string => formatArea(value) ?? "";
const THREE = new Intl.NumberFormat("en-US", { minimumFractionDigits: 3, maximumFractionDigits: 3 });

export const MEASURES: Readonly<Record<CompareMeasure, Measure>> = {
  coverage: { read: ({ figures }) => figures.coverage, write: share, unit: "percent", better: 1 },
  covered: { read: ({ figures }) => figures.covered, write: formatCount, unit: "households", better: 1 },
  p50: { read: ({ figures }) => figures.p50, write: minutes, unit: "minutes", better: -1 },
  p90: { read: ({ figures }) => figures.p90, write: minutes, unit: "minutes", better: -1 },
  mean: { read: ({ figures }) => figures.mean, write: minutes, unit: "minutes", better: -1 },
  worstTenth: { read: ({ figures }) => figures.worstTenth, write: minutes, unit: "minutes", better: -1 },
  gini: {
    read: ({ figures }) => figures.gini,
    write: (value) => THREE.format(value),
    unit: null,
    better: -1,
  },
  unreached: { read: ({ figures }) => figures.unreached, write: formatCount, unit: "households", better: -1 },
  areaPer100: { read: ({ figures }) => figures.areaPer100, write: area, unit: "perHundred", better: 1 },
  floorArea: { read: ({ figures }) => figures.floorArea, write: area, unit: "area", better: 1 },
  unknownAreas: {
    read: ({ figures }) => figures.unknownAreas,
    write: formatCount,
    unit: "count",
    better: -1,
  },
  flags: { read: ({ figures }) => figures.flags, write: formatCount, unit: "items", better: -1 },
  resolved: { read: ({ figures }) => figures.resolved.length, write: formatCount, unit: "items", better: 1 },
  raised: { read: ({ figures }) => figures.raised.length, write: formatCount, unit: "items", better: -1 },
  cost: { read: ({ figures }) => figures.cost, write: formatPlain, unit: "cost", better: 0 },
  centers: { read: ({ centers }) => centers, write: formatCount, unit: "count", better: 0 },
  edits: { read: ({ edits }) => edits, write: formatCount, unit: "edits", better: 0 },
};

export interface Change {
  /** Signed, as written; null: no change, or one end is unknown. */
  readonly text: string | null;
  readonly verdict: "better" | "worse" | null;
}

/** From the first option to another, as the two read: what is not seen to change does not. */
export function changeOf(measure: CompareMeasure, from: ComparedOption, to: ComparedOption): Change {
  const { read, write, better } = MEASURES[measure];
  const [before, after] = [read(from), read(to)];
  if (before === null || after === null) return { text: null, verdict: null };
  const [was, is] = [write(before), write(after)];
  const by = numberOf(is) - numberOf(was);
  if (by === 0) return { text: null, verdict: null };
  const places = Math.max(placesOf(was), placesOf(is));
  const size = by.toLocaleString("en-US", { minimumFractionDigits: places, maximumFractionDigits: places });
  const verdict = better === 0 ? null : by * better > 0 ? "better" : "worse";
  return { text: by > 0 ? `+${size}` : size.replace("-", "−"), verdict };
}

const numberOf = (written: string): number => Number(written.replaceAll(",", ""));
const placesOf = (written: string): number => written.split(".")[1]?.length ?? 0;
