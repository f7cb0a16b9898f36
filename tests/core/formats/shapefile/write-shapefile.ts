// Shapefiles built byte by byte, by the specification and not by our own writer, for tests of the reader.

export type Ring = readonly (readonly [number, number])[];

export type Shape =
  | { readonly type: 0 }
  | { readonly type: 1 | 11 | 21; readonly point: readonly [number, number] }
  | { readonly type: 3 | 5 | 13 | 15 | 8; readonly parts: readonly Ring[] };

export interface Field {
  readonly name: string | Uint8Array;
  readonly type: string;
  readonly length: number;
}

export function shpBytes(shapes: readonly Shape[]): { shp: Uint8Array; shx: Uint8Array } {
  const bodies = shapes.map(bodyOf);
  const shp = new DataView(new ArrayBuffer(100 + bodies.reduce((sum, body) => sum + 8 + body.length, 0)));
  const shx = new DataView(new ArrayBuffer(100 + 8 * bodies.length));
  for (const view of [shp, shx]) {
    view.setInt32(0, 9994);
    view.setInt32(24, view.byteLength / 2);
    view.setInt32(28, 1000, true);
    view.setInt32(32, shapes.find(({ type }) => type !== 0)?.type ?? 0, true);
  }
  let at = 100;
  bodies.forEach((body, i) => {
    shx.setInt32(100 + 8 * i, at / 2);
    shx.setInt32(104 + 8 * i, body.length / 2);
    shp.setInt32(at, i + 1);
    shp.setInt32(at + 4, body.length / 2);
    new Uint8Array(shp.buffer).set(body, at + 8);
    at += 8 + body.length;
  });
  return { shp: new Uint8Array(shp.buffer), shx: new Uint8Array(shx.buffer) };
}

function bodyOf(shape: Shape): Uint8Array {
  const numbers: [at: number, value: number, double: boolean][] = [[0, shape.type, false]];
  let size = 4;
  if ("point" in shape) {
    for (const [i, value] of shape.point.entries()) numbers.push([4 + 8 * i, value, true]);
    size = shape.type === 1 ? 20 : shape.type === 21 ? 28 : 36;
  }
  if ("parts" in shape) {
    const points = shape.parts.flat();
    const counted = shape.type === 8 ? [points.length] : [shape.parts.length, points.length];
    const starts = shape.type === 8 ? [] : shape.parts.map((_, i) => shape.parts.slice(0, i).flat().length);
    for (const [i, value] of [...counted, ...starts].entries()) numbers.push([36 + 4 * i, value, false]);
    const from = 36 + 4 * (counted.length + starts.length);
    for (const [i, [x, y]] of points.entries()) {
      numbers.push([from + 16 * i, x, true], [from + 16 * i + 8, y, true]);
    }
    size = from + 16 * points.length + (shape.type > 10 ? 16 + 8 * points.length : 0);
  }
  const view = new DataView(new ArrayBuffer(size));
  for (const [at, value, double] of numbers) {
    if (double) view.setFloat64(at, value, true);
    else view.setInt32(at, value, true);
  }
  return new Uint8Array(view.buffer);
}

/** Cells are bytes as they stand in the record, filled up with blanks; a record may be marked as deleted. */
export function dbfBytes(
  fields: readonly Field[],
  records: readonly (readonly (string | Uint8Array)[])[],
  { language = 0, deleted = [] as readonly number[] } = {},
): Uint8Array {
  const first = 33 + 32 * fields.length;
  const width = 1 + fields.reduce((sum, { length }) => sum + length, 0);
  const bytes = new Uint8Array(first + width * records.length + 1).fill(0x20, first);
  const view = new DataView(bytes.buffer);
  bytes.set([3, 126, 3, 1]);
  view.setUint32(4, records.length, true);
  view.setUint16(8, first, true);
  view.setUint16(10, width, true);
  bytes[29] = language;
  fields.forEach(({ name, type, length }, i) => {
    bytes.set(bytesOf(name).subarray(0, 11), 32 + 32 * i);
    bytes[43 + 32 * i] = type.charCodeAt(0);
    bytes[48 + 32 * i] = length;
  });
  bytes[first - 1] = 0x0d;
  records.forEach((cells, record) => {
    let at = first + width * record;
    if (deleted.includes(record)) bytes[at] = 0x2a;
    at++;
    cells.forEach((cell, i) => {
      bytes.set(bytesOf(cell).subarray(0, fields[i]!.length), at);
      at += fields[i]!.length;
    });
  });
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}

const bytesOf = (text: string | Uint8Array): Uint8Array =>
  typeof text === "string" ? new TextEncoder().encode(text) : text;
