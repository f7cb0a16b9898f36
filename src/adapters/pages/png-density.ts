// Writes the resolution into a PNG (chunk pHYs, PNG 1.2 § 4.2.4.2), so that it prints at the size it was drawn for.

/** The same picture with its dots per inch stated; a PNG that states them already is changed. */
export function withDensity(png: Uint8Array, dpi: number): Uint8Array {
  const perMetre = Math.round(dpi / 0.0254);
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set([0x70, 0x48, 0x59, 0x73], 4);
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  chunk[16] = 1;
  view.setUint32(17, checksum(chunk.subarray(4, 17)));
  const kept = withoutChunk(png, "pHYs");
  const whole = new Uint8Array(kept.length + chunk.length);
  whole.set(kept.subarray(0, AFTER_HEADER));
  whole.set(chunk, AFTER_HEADER);
  whole.set(kept.subarray(AFTER_HEADER), AFTER_HEADER + chunk.length);
  return whole;
}

/** End of the signature and of the first chunk, IHDR. */
const AFTER_HEADER = 33;

function withoutChunk(png: Uint8Array, type: string): Uint8Array {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let at = 8; at + 12 <= png.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (String.fromCharCode(...png.subarray(at + 4, at + 8)) === type) {
      const rest = new Uint8Array(png.length - (end - at));
      rest.set(png.subarray(0, at));
      rest.set(png.subarray(end), at);
      return rest;
    }
    at = end;
  }
  return png;
}

/** CRC-32 of the PNG specification, bit by bit: thirteen bytes are not worth a table. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}
