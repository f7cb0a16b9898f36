// CRC-32 (ISO 3309, reflected, polynomial EDB88320) as archives keep it of their members; eight bytes a step (Kounavis
// and Berry, "slicing-by-8", 2005).

export function crc32(bytes: Uint8Array): number {
  const whole = bytes.length & ~7;
  let crc = -1;
  let i = 0;
  for (; i < whole; i += 8) {
    crc ^= bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    crc =
      TABLES[1792 + (crc & 0xff)]! ^
      TABLES[1536 + ((crc >>> 8) & 0xff)]! ^
      TABLES[1280 + ((crc >>> 16) & 0xff)]! ^
      TABLES[1024 + (crc >>> 24)]! ^
      TABLES[768 + bytes[i + 4]!]! ^
      TABLES[512 + bytes[i + 5]!]! ^
      TABLES[256 + bytes[i + 6]!]! ^
      TABLES[bytes[i + 7]!]!;
  }
  for (; i < bytes.length; i++) crc = (crc >>> 8) ^ TABLES[(crc ^ bytes[i]!) & 0xff]!;
  return ~crc >>> 0;
}

/** [256 k + b]: what byte b does to the remainder k bytes further on. */
const TABLES = new Int32Array(2048);
for (let index = 0; index < TABLES.length; index++) {
  let value = index < 256 ? index : TABLES[index - 256]!;
  if (index < 256)
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  else value = (value >>> 8) ^ TABLES[value & 0xff]!;
  TABLES[index] = value;
}
