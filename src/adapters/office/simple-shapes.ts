// Drawings that an office program can hold as its own shapes: rules, boxes and single lines of text.

import type { Box, Fill, LabelShape, PathShape, Shape, Stroke } from "../../core/report/index.ts";

export type SimpleShape =
  | LabelShape
  | {
      readonly kind: "line" | "rect";
      readonly box: Box;
      readonly fill: Fill | null;
      readonly stroke: Stroke | null;
    };

/** null: not all of them are that simple. */
export function simpleShapes(shapes: readonly Shape[]): readonly SimpleShape[] | null {
  const simple = shapes.map(simplify);
  return simple.every((shape) => shape !== null) ? simple : null;
}

function simplify(shape: Shape): SimpleShape | null {
  if (shape.kind === "label") return shape;
  if (shape.kind !== "path" || shape.lines.offsets.length !== 2) return null;
  const { closed, fill, stroke } = shape;
  const box = boxOf(shape);
  const isFlat = box.width === 0 || box.height === 0;
  const corners = shape.lines.xy.length / 2;
  if (!closed && corners === 2 && isFlat) return { kind: "line", box, fill: null, stroke };
  return closed && corners === 4 && isUpright(shape, box) ? { kind: "rect", box, fill, stroke } : null;
}

function boxOf({ lines: { xy } }: PathShape): Box {
  const xs = xy.filter((_, i) => i % 2 === 0);
  const ys = xy.filter((_, i) => i % 2 === 1);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Every corner is a corner of the box. */
const isUpright = ({ lines: { xy } }: PathShape, { x, y, width, height }: Box): boolean =>
  xy.every((value, i) =>
    i % 2 === 0 ? value === x || isNear(value, x + width) : value === y || isNear(value, y + height),
  );

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 1e-3;
