// Settings remembered between visits. What is stored is checked field by field: a value of an older edition
// or a meddled one falls back to its default alone.

import type { AreaView } from "../../core/access/index.ts";
import { AREA_VIEWS, DEFAULT_WALK } from "../../core/access/index.ts";
import type { Settings } from "./app-state.ts";

export const SETTINGS_KEY = "quandian.settings";

export const DEFAULT_SETTINGS: Settings = {
  language: "zh-CN",
  walk: DEFAULT_WALK,
  packId: "hunan-2022",
  areaView: "dissolve",
  straightCircles: false,
  gridRange: { min: 300, max: 500 },
  microRange: { min: 50, max: 120 },
  author: "",
  leftWidth: null,
  rightWidth: null,
  drawerHeight: null,
};

/** Limits of a walk that can be asked for: minutes, and metres per second. */
export const WALK_LIMITS = { minutes: [1, 60], speed: [0.3, 3] } as const;

export function readSettings(stored: string | null): Settings {
  const found = parseRecord(stored);
  const walk = record(found["walk"]);
  return {
    language: found["language"] === "en" ? "en" : DEFAULT_SETTINGS.language,
    walk: {
      minutes: within(walk["minutes"], WALK_LIMITS.minutes) ?? DEFAULT_WALK.minutes,
      speed: within(walk["speed"], WALK_LIMITS.speed) ?? DEFAULT_WALK.speed,
    },
    packId: typeof found["packId"] === "string" ? found["packId"] : DEFAULT_SETTINGS.packId,
    areaView: AREA_VIEWS.includes(found["areaView"] as AreaView)
      ? (found["areaView"] as AreaView)
      : DEFAULT_SETTINGS.areaView,
    straightCircles: found["straightCircles"] === true,
    gridRange: range(found["gridRange"]) ?? DEFAULT_SETTINGS.gridRange,
    microRange: range(found["microRange"]) ?? DEFAULT_SETTINGS.microRange,
    author: typeof found["author"] === "string" ? found["author"].slice(0, LONGEST_NAME) : "",
    leftWidth: within(found["leftWidth"], PANEL_LIMITS),
    rightWidth: within(found["rightWidth"], PANEL_LIMITS),
    drawerHeight: within(found["drawerHeight"], PANEL_LIMITS),
  };
}

/** Households of a grid that can be asked for. */
const RANGE_LIMITS = [1, 100_000] as const;

function range(value: unknown): { readonly min: number; readonly max: number } | null {
  const found = record(value);
  const [min, max] = [within(found["min"], RANGE_LIMITS), within(found["max"], RANGE_LIMITS)];
  return min === null || max === null || min > max ? null : { min, max };
}

/** Characters. */
const LONGEST_NAME = 60;

const PANEL_LIMITS = [120, 1200] as const;

function parseRecord(text: string | null): Readonly<Record<string, unknown>> {
  if (text === null) return {};
  try {
    return record(JSON.parse(text));
  } catch {
    return {};
  }
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

function within(value: unknown, [low, high]: readonly [number, number]): number | null {
  return typeof value === "number" && value >= low && value <= high ? value : null;
}
