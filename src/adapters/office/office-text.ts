// What office formats share: fonts by the names that WPS and Office know, text that XML can hold, colours without "#",
// and which parts of a page make one picture.

import {
  type Box,
  bottom,
  type ItemRole,
  joinLines,
  type Page,
  right,
  type TextLine,
  type TextRun,
} from "../../core/report/index.ts";

/** Fonts that every WPS and Office has; a machine without them takes its own by the family it belongs to. */
export const OFFICE_FONTS = { heading: "微软雅黑", body: "微软雅黑", print: "宋体" } as const;

/** Dots per inch of maps in office files. */
export const OFFICE_DPI = 220;

/** Control characters that XML cannot hold are left out, unpaired surrogates too. */
export const officeText = (text: string): string =>
  text
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");

export const hexOf = (color: string): string => color.replace("#", "").toUpperCase();

/** A paragraph's runs as they were before it was broken into lines. */
export const runsOf = (lines: readonly TextLine[]): TextRun[] =>
  joinLines(lines).map((run) => ({ ...run, text: officeText(run.text) }));

export const textOf = (lines: readonly TextLine[]): string =>
  runsOf(lines)
    .map(({ text }) => text)
    .join("");

const PICTURED: ReadonlySet<ItemRole> = new Set(["map", "legend", "scaleBar", "north"]);
export const isPictured = (role: ItemRole): boolean => PICTURED.has(role);

/** The map with its scale bar, north arrow and legend: one picture; null on a page without a map. */
export function pictureBox({ items }: Page): Box | null {
  const boxes = items.filter(({ role }) => isPictured(role)).map(({ box }) => box);
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const width = Math.max(...boxes.map(right)) - x;
  return { x, y, width, height: Math.max(...boxes.map(bottom)) - y };
}

/** Bytes as base64, in steps that a call can take. */
export function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary);
}
