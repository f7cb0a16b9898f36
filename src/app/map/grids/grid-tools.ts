// The tools of a hand on the net, and what they share with panel and keyboard.

/** In the order of the tool bar. */
export const GRID_TOOLS = ["select", "brush", "compound", "lasso", "split", "border"] as const;
export type GridTool = (typeof GRID_TOOLS)[number];

/** Key of each tool; brush size changes with [ and ]. */
export const GRID_TOOL_KEYS: Readonly<Record<GridTool, string>> = {
  select: "v",
  brush: "b",
  compound: "c",
  lasso: "l",
  split: "s",
  border: "e",
};

/** Radii of the brush on screen, pixels; the keys step through them. */
export const BRUSH_SIZES = [6, 10, 16, 24, 36, 54, 80] as const;

export function nextBrush(size: number, step: 1 | -1): number {
  const at = BRUSH_SIZES.findIndex((own) => own >= size);
  const next = (at === -1 ? BRUSH_SIZES.length - 1 : at) + step;
  return BRUSH_SIZES[Math.min(BRUSH_SIZES.length - 1, Math.max(0, next))] ?? size;
}
