// What is wrong with a register's declaration: it hangs on no known place, holds personal data, or has a colour or a
// choice nobody can read.

import type { Say } from "./pack-problem.ts";
import { isPersonalName } from "./personal-words.ts";
import { describesPlaces } from "./place-words.ts";
import type { Register } from "./register.ts";

export function registerProblems(
  { place, attributes }: Register,
  registers: readonly Register[],
  say: Say,
): void {
  if (!isPlace(place, registers))
    say("place", "notDeclared", `"${place}" is no place and no register`, { given: place });
  const seen = new Set<string>();
  attributes.forEach(({ id, name, type, options = [] }, index) => {
    const path = `attributes.${index}`;
    if (seen.has(id)) say(`${path}.id`, "duplicateId", `"${id}" is already an attribute`, { given: id });
    seen.add(id);
    const personal = [id, name.zh, name.en].find(isPersonalName);
    if (personal !== undefined) {
      say(`${path}.name`, "personal", `"${personal}" would hold personal data`, { given: personal });
    }
    if ((type === "choice" || type === "colour") !== options.length > 0) {
      say(
        `${path}.options`,
        "colourWithoutMeaning",
        `${type} ${options.length > 0 ? "takes no" : "needs"} options`,
      );
    }
    if (type === "colour" && options.some(({ colour }) => colour === undefined)) {
      say(`${path}.options`, "colourWithoutMeaning", "each option of a colour needs its #rrggbb", {
        wanted: "#rrggbb",
      });
    }
  });
}

/** A place word, or a register whose rows are places. */
export const isPlace = (word: string, registers: readonly Register[]): boolean =>
  describesPlaces({ id: word }) || registers.some(({ id }) => id === word);
