// The outline of a TrueType glyph as curves (OpenType 1.9, glyf table): for halos, which are drawn as lines and not as
// text, so that a name in a document is found once.

/** A contour: on-curve points and the controls of its quadratic curves, in font units. */
export type Contour = readonly { readonly x: number; readonly y: number; readonly isOn: boolean }[];

export interface GlyphParts {
  readonly contours: readonly Contour[];
  /** Glyphs this one is made of, shifted. */
  readonly parts: readonly { readonly glyph: number; readonly dx: number; readonly dy: number }[];
}

const ON = 1;
const X_SHORT = 2;
const Y_SHORT = 4;
const REPEAT = 8;
const X_SAME = 16;
const Y_SAME = 32;

export function readOutline(bytes: Uint8Array): GlyphParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length === 0) return { contours: [], parts: [] };
  const count = view.getInt16(0);
  return count < 0
    ? { contours: [], parts: readParts(view) }
    : { contours: readContours(view, count), parts: [] };
}

function readContours(view: DataView, count: number): Contour[] {
  const ends = Array.from({ length: count }, (_, i) => view.getUint16(10 + 2 * i));
  const points = (ends.at(-1) ?? -1) + 1;
  let at = 10 + 2 * count;
  at += 2 + view.getUint16(at);
  const flags: number[] = [];
  while (flags.length < points) {
    const flag = view.getUint8(at++);
    flags.push(flag);
    if (flag & REPEAT) for (let left = view.getUint8(at++); left > 0; left--) flags.push(flag);
  }
  const read = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if (flag & short) value += flag & same ? view.getUint8(at++) : -view.getUint8(at++);
      else if (!(flag & same)) {
        value += view.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = read(X_SHORT, X_SAME);
  const ys = read(Y_SHORT, Y_SAME);
  return ends.map((end, i) => {
    const start = i === 0 ? 0 : ends[i - 1]! + 1;
    return Array.from({ length: end + 1 - start }, (_, k) => ({
      x: xs[start + k]!,
      y: ys[start + k]!,
      isOn: (flags[start + k]! & ON) !== 0,
    }));
  });
}

const ARE_WORDS = 1;
const ARE_OFFSETS = 2;
const SCALES = 8 | 64 | 128;
const MORE = 32;

/** Parts that are only shifted; a scaled part (there is none in this font's Latin and Chinese) is left without halo. */
function readParts(view: DataView): GlyphParts["parts"][number][] {
  const parts: GlyphParts["parts"][number][] = [];
  let at = 10;
  for (;;) {
    const flags = view.getUint16(at);
    const glyph = view.getUint16(at + 2);
    const areWords = (flags & ARE_WORDS) !== 0;
    const dx = areWords ? view.getInt16(at + 4) : view.getInt8(at + 4);
    const dy = areWords ? view.getInt16(at + 6) : view.getInt8(at + 5);
    if (!(flags & SCALES)) parts.push(flags & ARE_OFFSETS ? { glyph, dx, dy } : { glyph, dx: 0, dy: 0 });
    if (!(flags & MORE) || flags & SCALES) return parts;
    at += areWords ? 8 : 6;
  }
}

/** Draws a contour with straight lines and cubic curves; quadratic ones are raised a degree. */
export function walkContour(
  contour: Contour,
  pen: {
    readonly move: (x: number, y: number) => void;
    readonly line: (x: number, y: number) => void;
    readonly curve: (x1: number, y1: number, x2: number, y2: number, x: number, y: number) => void;
  },
): void {
  const points = withMiddles(contour);
  const first = points[0];
  if (first === undefined) return;
  pen.move(first.x, first.y);
  let from = first;
  for (let i = 1; i <= points.length; i++) {
    const next = points[i % points.length]!;
    if (next.isOn) {
      if (i < points.length) pen.line(next.x, next.y);
      from = next;
      continue;
    }
    const to = points[(i + 1) % points.length]!;
    const toward = (end: { x: number; y: number }): [number, number] => [
      end.x + (2 / 3) * (next.x - end.x),
      end.y + (2 / 3) * (next.y - end.y),
    ];
    pen.curve(...toward(from), ...toward(to), to.x, to.y);
    from = to;
    i++;
  }
}

/** Between two controls lies a point of the curve that the file leaves out; the walk begins at one on the curve. */
function withMiddles(contour: Contour): Contour {
  const points = contour.flatMap((point, i) => {
    const next = contour[(i + 1) % contour.length]!;
    return point.isOn || next.isOn
      ? [point]
      : [point, { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2, isOn: true }];
  });
  const start = points.findIndex(({ isOn }) => isOn);
  return [...points.slice(start), ...points.slice(0, start)];
}
