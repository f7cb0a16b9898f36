// Field names of at most 10 bytes in the file's encoding: cut between characters, never inside one, and told apart
// by _1, _2, … where cutting makes them alike (letter case apart). Names that fit keep theirs, whatever comes first.

import type { EncodeText } from "./encode-gbk.ts";

export interface ShortName {
  readonly text: string;
  readonly bytes: Uint8Array;
}

export function shortNames(names: readonly string[], encode: EncodeText): ShortName[] {
  const fits = (text: string): boolean => encode(text).bytes.length <= LIMIT && encode(text).lost === 0;
  const taken = new Set(names.filter(fits).map((name) => name.toLowerCase()));
  return names.map((name) => {
    if (fits(name)) return { text: name, bytes: encode(name).bytes };
    let text = cut(name, LIMIT, encode);
    for (let n = 1; taken.has(text.toLowerCase()); n++) {
      const tail = `_${n}`;
      text = `${cut(name, LIMIT - tail.length, encode)}${tail}`;
    }
    taken.add(text.toLowerCase());
    return { text, bytes: encode(text).bytes };
  });
}

const LIMIT = 10;

/** Whole characters that the encoding has, within `limit` bytes. */
function cut(name: string, limit: number, encode: EncodeText): string {
  let text = "";
  for (const character of name) {
    const longer = encode(character).lost > 0 ? text : `${text}${character}`;
    if (encode(longer).bytes.length > limit) break;
    text = longer;
  }
  return text.trim() || "field";
}
