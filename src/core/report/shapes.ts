// Small makers of shapes, so that drawings read as what they draw.

import type { Box, Fill, LabelShape, Millimetres, PathLines, PathShape, Stroke, TextStyle } from "./page.ts";
import { measureText } from "./text/measure-text.ts";

export interface LineLook {
  readonly color: string;
  readonly width: Millimetres;
  readonly opacity?: number;
  readonly dash?: readonly Millimetres[];
  readonly cap?: Stroke["cap"];
}

export const strokeOf = ({ color, width, opacity = 1, dash = [], cap = "butt" }: LineLook): Stroke => ({
  color,
  width,
  opacity,
  dash,
  cap,
});

export const fillOf = (color: string, opacity = 1): Fill => ({ color, opacity });

/** One open line through the pairs of `xy`. */
export const lineShape = (xy: readonly number[], look: LineLook): PathShape => ({
  kind: "path",
  lines: pathOf(xy),
  closed: false,
  fill: null,
  stroke: strokeOf(look),
});

export const boxShape = (box: Box, fill: Fill | null, stroke: Stroke | null = null): PathShape => ({
  kind: "path",
  lines: boxPath(box),
  closed: true,
  fill,
  stroke,
});

export const boxPath = ({ x, y, width, height }: Box): PathLines =>
  pathOf([x, y, x + width, y, x + width, y + height, x, y + height]);

export const pathOf = (xy: readonly number[]): PathLines => ({
  offsets: Uint32Array.of(0, xy.length / 2),
  xy: Float32Array.from(xy),
});

export const labelShape = (
  text: string,
  x: Millimetres,
  y: Millimetres,
  style: TextStyle,
  halo: LabelShape["halo"] = null,
): LabelShape => ({ kind: "label", x, y, text, ...style, width: measureText(text, style), halo });
