// Every kind of conflict and every fate has words in each language, with the centre's name.

import { describe, expect, it } from "vitest";
import { CONFLICT_KINDS, MERGE_FATES, type MergeConflict } from "../../src/core/model/index.ts";
import { LANGUAGES } from "../../src/messages/language.ts";
import { conflictSentence, fateLabel } from "../../src/messages/merge.ts";
import { centersOf } from "../helpers/random-edits.ts";

describe("words of a merge", () => {
  it("exist for each conflict and fate", () => {
    const [center = null] = centersOf(1);
    for (const language of LANGUAGES) {
      const said = CONFLICT_KINDS.map((kind) => {
        const sides =
          kind === "removedByMe" ? { mine: null, theirs: center } : { mine: center, theirs: null };
        const entries = { mineEntries: [], theirsEntries: [] };
        const conflict: MergeConflict =
          kind === "assigned"
            ? { kind, level: "grid", rows: [4, 5, 9], ...entries }
            : { kind, collection: "centers", id: "c0", ...sides, ...entries };
        const sentence = conflictSentence(conflict, language);
        expect(sentence).toContain(kind === "assigned" ? "3" : "centre 0");
        return sentence;
      });
      expect(new Set(said).size).toBe(CONFLICT_KINDS.length);
      expect(new Set(MERGE_FATES.map((fate) => fateLabel(fate, language))).size).toBe(MERGE_FATES.length);
    }
  });
});
