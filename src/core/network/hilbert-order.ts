// Order of points along a Hilbert curve (D. Hilbert 1891; bit by bit as in "Hacker's Delight", 16-5): nodes that
// are near on the ground get near numbers, so that a search walks neighbouring memory.

const ORDER = 15;

/** Indices of the points (pairs of `xy`) in the order of the curve over their box; ties by index. */
export function hilbertOrder(xy: Float64Array): Uint32Array {
  const count = xy.length / 2;
  const box = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (let i = 0; i < count; i++) {
    box[0] = Math.min(box[0]!, xy[2 * i]!);
    box[1] = Math.min(box[1]!, xy[2 * i + 1]!);
    box[2] = Math.max(box[2]!, xy[2 * i]!);
    box[3] = Math.max(box[3]!, xy[2 * i + 1]!);
  }
  const scale = (2 ** ORDER - 1) / Math.max(box[2]! - box[0]!, box[3]! - box[1]!, 1e-9);
  const values = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    values[i] = curvePosition((xy[2 * i]! - box[0]!) * scale, (xy[2 * i + 1]! - box[1]!) * scale);
  }
  return orderBy(values);
}

/**
 * Indices in ascending order of whole-number keys, ties by index. Key and index are packed into one double, so that
 * the native numeric sort does the work: key × count must stay below 2^53.
 */
export function orderBy(keys: Float64Array): Uint32Array {
  const count = keys.length;
  const packed = keys.map((key, i) => key * count + i).sort();
  return Uint32Array.from(packed, (value) => value % count);
}

/** Position along the curve of the cell that holds (x, y), both in [0, 2^15). */
function curvePosition(x: number, y: number): number {
  let column = Math.floor(x);
  let row = Math.floor(y);
  let position = 0;
  for (let bit = 1 << (ORDER - 1); bit > 0; bit >>= 1) {
    const east = (column & bit) > 0 ? 1 : 0;
    const north = (row & bit) > 0 ? 1 : 0;
    position = position * 4 + ((3 * east) ^ north);
    if (north === 0) {
      if (east === 1) {
        column = bit - 1 - (column & (bit - 1));
        row = bit - 1 - (row & (bit - 1));
      }
      [column, row] = [row, column];
    }
  }
  return position;
}
