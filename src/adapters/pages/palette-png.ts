// A picture of a drawn map as PNG with at most 256 colours: a third of the bytes of one in full colour, and maps have few
// colours anyway. Palette by popularity (Heckbert 1982) over cells of five bits a channel, each cell standing for the
// colour most seen in it, so that flat tints stay what they are; soft edges take the nearest.

import { type Deflate, type Pixels, pngFile } from "./png-file.ts";

export async function palettePng(pixels: Pixels, deflate: Deflate): Promise<Uint8Array> {
  const { width, height, data } = pixels;
  const { palette, entryOf } = choosePalette(data);
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0, from = 0; y < height; y++) {
    const start = y * (width + 1) + 1;
    for (let x = 0; x < width; x++, from += 4) rows[start + x] = entryOf[cellOf(data, from)]!;
  }
  return pngFile({ width, height, palette, rows }, deflate);
}

const CELLS = 1 << 15;
const MOST = 256;

const cellOf = (data: Pixels["data"], at: number): number =>
  ((data[at]! >> 3) << 10) | ((data[at + 1]! >> 3) << 5) | (data[at + 2]! >> 3);

/** Colours as triples of bytes, and the entry of each cell that occurs. */
function choosePalette(data: Pixels["data"]): { palette: Uint8Array; entryOf: Uint8Array } {
  const counts = new Uint32Array(CELLS);
  for (let at = 0; at < data.length; at += 4) counts[cellOf(data, at)]!++;
  const seen = [...counts.keys()].filter((cell) => counts[cell]! > 0);
  const chosen = seen.toSorted((a, b) => counts[b]! - counts[a]!).slice(0, MOST);
  const colors = commonest(data, chosen);
  const entryOf = new Uint8Array(CELLS);
  for (const cell of seen)
    entryOf[cell] = nearest(colors, (cell >> 10) << 3, ((cell >> 5) & 31) << 3, (cell & 31) << 3);
  for (const [entry, cell] of chosen.entries()) entryOf[cell] = entry;
  return { palette: colors, entryOf };
}

/** The colour most seen in each cell: the majority vote of Boyer and Moore, one pass and three columns. */
function commonest(data: Pixels["data"], cells: readonly number[]): Uint8Array {
  const indexOf = new Int16Array(CELLS).fill(-1);
  for (const [i, cell] of cells.entries()) indexOf[cell] = i;
  const colors = new Uint8Array(3 * cells.length);
  const votes = new Uint32Array(cells.length);
  for (let at = 0; at < data.length; at += 4) {
    const i = indexOf[cellOf(data, at)]!;
    if (i === -1) continue;
    const isSame =
      colors[3 * i] === data[at] && colors[3 * i + 1] === data[at + 1] && colors[3 * i + 2] === data[at + 2];
    if (isSame) votes[i]!++;
    else if (votes[i]! > 0) votes[i]!--;
    else {
      colors.set([data[at]!, data[at + 1]!, data[at + 2]!], 3 * i);
      votes[i] = 1;
    }
  }
  return colors;
}

function nearest(colors: Uint8Array, red: number, green: number, blue: number): number {
  let best = 0;
  let least = Infinity;
  for (let i = 0; i < colors.length; i += 3) {
    const [r, g, b] = [colors[i]! - red - 4, colors[i + 1]! - green - 4, colors[i + 2]! - blue - 4];
    const distance = 2 * r * r + 4 * g * g + 3 * b * b;
    if (distance < least) [best, least] = [i / 3, distance];
  }
  return best;
}
