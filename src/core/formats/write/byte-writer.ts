// A growing buffer of bytes for binary formats and long texts. Numbers go in with a stated byte order; texts go
// in as UTF-8 (WHATWG: a lone surrogate becomes U+FFFD). The buffer doubles, so writing n bytes costs O(n).

export interface ByteWriter {
  /** Bytes written so far. */
  readonly length: () => number;
  readonly u8: (value: number) => void;
  readonly u16: (value: number) => void;
  /** Little-endian unless `big`. */
  readonly i32: (value: number, big?: boolean) => void;
  readonly f64: (value: number) => void;
  readonly bytes: (source: ArrayLike<number>) => void;
  readonly fill: (value: number, count: number) => void;
  readonly text: (text: string) => void;
  /** Overwrites four bytes already written. */
  readonly setI32: (at: number, value: number, big?: boolean) => void;
  readonly setF64: (at: number, value: number) => void;
  /** What was written, without spare room. */
  readonly done: () => Uint8Array;
}

export function createByteWriter(capacity = 1024): ByteWriter {
  let buffer = new Uint8Array(capacity);
  let view = new DataView(buffer.buffer);
  let at = 0;
  /** Where `size` bytes go. To be called before buffer or view are named: it may replace them. */
  const room = (size: number): number => {
    if (at + size > buffer.length) {
      const grown = new Uint8Array(Math.max(2 * buffer.length, at + size));
      grown.set(buffer);
      buffer = grown;
      view = new DataView(buffer.buffer);
    }
    at += size;
    return at - size;
  };
  return {
    length: () => at,
    u8: (value) => {
      const from = room(1);
      view.setUint8(from, value);
    },
    u16: (value) => {
      const from = room(2);
      view.setUint16(from, value, true);
    },
    i32: (value, big = false) => {
      const from = room(4);
      view.setInt32(from, value, !big);
    },
    f64: (value) => {
      const from = room(8);
      view.setFloat64(from, value, true);
    },
    bytes: (source) => {
      const from = room(source.length);
      buffer.set(source, from);
    },
    fill: (value, count) => {
      const from = room(count);
      buffer.fill(value, from, from + count);
    },
    text: (text) => {
      const from = room(3 * text.length);
      at = from + encodeInto(text, buffer, from);
    },
    setI32: (offset, value, big = false) => view.setInt32(offset, value, !big),
    setF64: (offset, value) => view.setFloat64(offset, value, true),
    done: () => buffer.slice(0, at),
  };
}

export function encodeUtf8(text: string): Uint8Array {
  const buffer = new Uint8Array(3 * text.length);
  return buffer.slice(0, encodeInto(text, buffer, 0));
}

/** Writes `text` from `at` on; returns the number of bytes, at most three a code unit. */
function encodeInto(text: string, buffer: Uint8Array, at: number): number {
  let end = at;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code < 0x80) {
      buffer[end++] = code;
      continue;
    }
    if (code >= 0xd800 && code < 0xe000) {
      code = text.codePointAt(i)!;
      if (code > 0xffff) i++;
      else code = 0xfffd;
    }
    if (code < 0x800) buffer[end++] = 0xc0 | (code >> 6);
    else {
      if (code > 0xffff) {
        buffer[end++] = 0xf0 | (code >> 18);
        buffer[end++] = 0x80 | ((code >> 12) & 63);
      } else buffer[end++] = 0xe0 | (code >> 12);
      buffer[end++] = 0x80 | ((code >> 6) & 63);
    }
    buffer[end++] = 0x80 | (code & 63);
  }
  return end - at;
}
