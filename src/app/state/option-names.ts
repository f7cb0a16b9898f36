// What a new option is called: the first letter that no option has yet.

import type { OptionHistory } from "../../core/model/index.ts";

export function nextOptionName(
  options: readonly Pick<OptionHistory, "name">[],
  named: (letter: string) => string,
): string {
  const taken = new Set(options.map(({ name }) => name));
  for (let number = 0; ; number++) {
    const name = named(lettersOf(number));
    if (!taken.has(name)) return name;
  }
}

/** A … Z, AA, AB … */
function lettersOf(number: number): string {
  const last = String.fromCharCode(65 + (number % 26));
  return number < 26 ? last : lettersOf(Math.floor(number / 26) - 1) + last;
}
