// Columns of numbers one after the other, as one.

export function joinFloats(parts: readonly Float64Array[]): Float64Array {
  if (parts.length === 1) return parts[0]!;
  const joined = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
