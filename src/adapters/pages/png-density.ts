// Writes the resolution into a PNG (chunk pHYs, PNG 1.2 § 4.2.4.2), so that it prints at the size it was drawn for.

/** The same picture with its dots per inch stated; a PNG that states them already is changed. */
export function withDensity(png: Uint8Array, dpi: number): Uint8Array {
  const perMetre = Math.round(dpi / 0.0254);
  const content = new Uint8Array(9);
  const view = new DataView(content.buffer);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  content[8] = 1;
  const chunk = pngChunk("pHYs", content);
  const kept = withoutChunk(png, "pHYs");
  const whole = new Uint8Array(kept.length + chunk.length);
  whole.set(kept.subarray(0, AFTER_HEADER));
  whole.set(chunk, AFTER_HEADER);
  whole.set(kept.subarray(AFTER_HEADER), AFTER_HEADER + chunk.length);
  return whole;
}

/** Length, type, content and checksum. */
export function pngChunk(type: string, content: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(content.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, content.length);
  for (let i = 0; i < 4; i++) chunk[4 + i] = type.charCodeAt(i);
  chunk.set(content, 8);
  view.setUint32(content.length + 8, checksum(chunk.subarray(4, content.length + 8)));
  return chunk;
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

/** CRC-32 of the PNG specification. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ TABLE[(crc ^ byte) & 0xff]!;
  return ~crc >>> 0;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});
