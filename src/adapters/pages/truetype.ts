// A TrueType font cut down to the glyphs a document uses (OpenType 1.9: cmap 12, glyf, loca, hmtx). Glyphs get new
// numbers in the order they are asked for; parts of composite glyphs follow. Hints are left out: paper has none.

export interface FontFile {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  /** [xMin, yMin, xMax, yMax] in font units. */
  readonly box: readonly [number, number, number, number];
  /** Glyph of a character; 0 (.notdef) when the font has none. */
  readonly glyphOf: (code: number) => number;
  readonly advanceOf: (glyph: number) => number;
  /** The bytes that describe a glyph's outline. */
  readonly outlineOf: (glyph: number) => Uint8Array;
  /** A font file of these glyphs in this order; glyph 0 comes first. Parts they are made of come after them. */
  readonly subset: (glyphs: readonly number[]) => Uint8Array;
}

export function openFont(bytes: Uint8Array): FontFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = readDirectory(view);
  const table = (tag: string): Table => {
    const found = tables.get(tag);
    if (found === undefined) throw new Error(`the font has no ${tag} table`);
    return found;
  };
  const head = table("head").start;
  const hhea = table("hhea").start;
  const hmtx = table("hmtx").start;
  const metrics = view.getUint16(hhea + 34);
  const advanceOf = (glyph: number): number => view.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1));
  const bearingOf = (glyph: number): number =>
    glyph < metrics
      ? view.getInt16(hmtx + 4 * glyph + 2)
      : view.getInt16(hmtx + 4 * metrics + 2 * (glyph - metrics));
  const outlineOf = outlineReader(
    bytes,
    view,
    table("loca").start,
    table("glyf").start,
    view.getInt16(head + 50),
  );
  return {
    unitsPerEm: view.getUint16(head + 18),
    ascent: view.getInt16(hhea + 4),
    descent: view.getInt16(hhea + 6),
    box: [
      view.getInt16(head + 36),
      view.getInt16(head + 38),
      view.getInt16(head + 40),
      view.getInt16(head + 42),
    ],
    glyphOf: readCharacterMap(view, table("cmap").start),
    advanceOf,
    outlineOf,
    subset(glyphs) {
      const { outlines, order } = gatherOutlines(glyphs, outlineOf);
      const copy = (tag: string): Uint8Array =>
        bytes.slice(table(tag).start, table(tag).start + table(tag).length);
      return assemble({
        head: withLongLoca(copy("head")),
        hhea: withCount(copy("hhea"), 34, order.length),
        maxp: withCount(copy("maxp"), 4, order.length),
        hmtx: metricsOf(order, advanceOf, bearingOf),
        ...joinOutlines(outlines),
      });
    },
  };
}

interface Table {
  readonly start: number;
  readonly length: number;
}

function readDirectory(view: DataView): Map<string, Table> {
  const tables = new Map<string, Table>();
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(at + k)));
    tables.set(tag, { start: view.getUint32(at + 8), length: view.getUint32(at + 12) });
  }
  return tables;
}

/** Looks a character up in the format 12 subtable by bisection. */
function readCharacterMap(view: DataView, cmap: number): (code: number) => number {
  let groups = -1;
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const at = cmap + view.getUint32(cmap + 8 + 8 * i);
    if (view.getUint16(at) === 12) groups = at;
  }
  if (groups === -1) throw new Error("the font has no character map of format 12");
  const count = view.getUint32(groups + 12);
  return (code) => {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (view.getUint32(groups + 16 + 12 * middle + 4) < code) low = middle + 1;
      else high = middle;
    }
    const at = groups + 16 + 12 * low;
    return low < count && view.getUint32(at) <= code ? view.getUint32(at + 8) + code - view.getUint32(at) : 0;
  };
}

const outlineReader =
  (bytes: Uint8Array, view: DataView, loca: number, glyf: number, isLong: number) =>
  (glyph: number): Uint8Array => {
    const at = (i: number): number =>
      isLong === 1 ? view.getUint32(loca + 4 * i) : 2 * view.getUint16(loca + 2 * i);
    return bytes.slice(glyf + at(glyph), glyf + at(glyph + 1));
  };

/** Outlines in their new order, the references of composite glyphs renumbered. */
function gatherOutlines(
  glyphs: readonly number[],
  outlineOf: (glyph: number) => Uint8Array,
): { readonly outlines: readonly Uint8Array[]; readonly order: readonly number[] } {
  const order = [...glyphs];
  const numbers = new Map(order.map((glyph, i) => [glyph, i]));
  const outlines: Uint8Array[] = [];
  for (let i = 0; i < order.length; i++) {
    const outline = outlineOf(order[i]!);
    for (const at of componentsOf(outline)) {
      const view = new DataView(outline.buffer, outline.byteOffset);
      const part = view.getUint16(at);
      if (!numbers.has(part)) {
        numbers.set(part, order.length);
        order.push(part);
      }
      view.setUint16(at, numbers.get(part)!);
    }
    outlines.push(outline);
  }
  return { outlines, order };
}

const ARGUMENTS_ARE_WORDS = 1;
const HAS_SCALE = 8;
const MORE = 32;
const HAS_TWO_SCALES = 64;
const HAS_MATRIX = 128;

/** Where in an outline the glyph numbers of its parts stand; none in a simple glyph. */
function componentsOf(outline: Uint8Array): number[] {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  if (outline.length === 0 || view.getInt16(0) >= 0) return [];
  const places: number[] = [];
  let at = 10;
  for (;;) {
    const flags = view.getUint16(at);
    places.push(at + 2);
    at += 4 + (flags & ARGUMENTS_ARE_WORDS ? 4 : 2);
    if (flags & HAS_SCALE) at += 2;
    else if (flags & HAS_TWO_SCALES) at += 4;
    else if (flags & HAS_MATRIX) at += 8;
    if (!(flags & MORE)) return places;
  }
}

function joinOutlines(outlines: readonly Uint8Array[]): {
  readonly loca: Uint8Array;
  readonly glyf: Uint8Array;
} {
  const loca = new Uint8Array(4 * (outlines.length + 1));
  const offsets = new DataView(loca.buffer);
  const glyf = new Uint8Array(outlines.reduce((sum, { length }) => sum + length + (-length & 3), 0));
  let end = 0;
  outlines.forEach((outline, i) => {
    glyf.set(outline, end);
    end += outline.length + (-outline.length & 3);
    offsets.setUint32(4 * (i + 1), end);
  });
  return { loca, glyf };
}

function metricsOf(
  order: readonly number[],
  advanceOf: (glyph: number) => number,
  bearingOf: (glyph: number) => number,
): Uint8Array {
  const bytes = new Uint8Array(4 * order.length);
  const view = new DataView(bytes.buffer);
  order.forEach((glyph, i) => {
    view.setUint16(4 * i, advanceOf(glyph));
    view.setInt16(4 * i + 2, bearingOf(glyph));
  });
  return bytes;
}

function withCount(bytes: Uint8Array, at: number, count: number): Uint8Array {
  new DataView(bytes.buffer).setUint16(at, count);
  return bytes;
}

function withLongLoca(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer);
  view.setUint32(8, 0);
  view.setInt16(50, 1);
  return bytes;
}

/** A font file of tables; each begins at a multiple of four bytes. */
function assemble(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const tags = Object.keys(tables).sort();
  const power = Math.floor(Math.log2(tags.length));
  const start = 12 + 16 * tags.length;
  const size = tags.reduce((sum, tag) => sum + tables[tag]!.length + (-tables[tag]!.length & 3), start);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tags.length);
  view.setUint16(6, 16 * 2 ** power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * (tags.length - 2 ** power));
  let end = start;
  tags.forEach((tag, i) => {
    const table = tables[tag]!;
    const at = 12 + 16 * i;
    for (let k = 0; k < 4; k++) view.setUint8(at + k, tag.charCodeAt(k));
    bytes.set(table, end);
    const padded = table.length + (-table.length & 3);
    view.setUint32(at + 4, checksum(view, end, padded));
    view.setUint32(at + 8, end);
    view.setUint32(at + 12, table.length);
    end += padded;
  });
  return bytes;
}

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i += 4) sum = (sum + view.getUint32(start + i)) >>> 0;
  return sum;
}
