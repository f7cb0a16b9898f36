// A name that nobody has yet, letter case apart: the name itself, else with _2, _3, … behind it.

/** Adds the lower-case form of the result to `taken`. */
export function uniqueName(wanted: string, taken: Set<string>, separator = "_"): string {
  let name = wanted;
  for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${wanted}${separator}${n}`;
  taken.add(name.toLowerCase());
  return name;
}

/** A table's name as a file name on every system. */
export const fileName = (name: string): string =>
  name
    .replace(UNSAFE, "_")
    .replace(/[. ]+$/, "")
    .trim() || "layer";

const UNSAFE = /[\\/:*?"<>|\p{Cc}]/gu;
