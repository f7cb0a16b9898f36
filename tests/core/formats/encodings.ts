// Text in the encodings of old Chinese files, by turning the platform's decoder round.

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Bytes of `text`; characters that the encoding lacks are an error of the test. */
export function encodeAs(label: "gb18030" | "big5" | "euc-jp", text: string): Uint8Array {
  let table = tables.get(label);
  if (table === undefined) {
    table = turnRound(label);
    tables.set(label, table);
  }
  return Uint8Array.from(
    [...text].flatMap((character) => {
      if (character < "\u0080") return [character.charCodeAt(0)];
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`${label} has no ${character}`);
      return [...bytes];
    }),
  );
}

function turnRound(label: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(label, { fatal: true });
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      try {
        const character = decoder.decode(Uint8Array.of(lead, trail));
        if ([...character].length === 1) table.set(character, [lead, trail]);
      } catch {}
    }
  }
  return table;
}
