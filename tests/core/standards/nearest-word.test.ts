import * as fc from "fast-check";
import { expect, it } from "vitest";
import { loadRulePack } from "../../../src/core/standards/index.ts";
import { nearestWord } from "../../../src/core/standards/nearest-word.ts";
import { packProblemSentence } from "../../../src/messages/pack-problems.ts";
import { readPack } from "../../helpers/demo-scene.ts";

it("finds a word with one letter put in, left out or changed among words that are farther apart", () => {
  const words = ["households", "floorArea", "compoundsSplit", "accessCoverage"];
  const slip = fc.record({ at: fc.nat(7), letter: fc.constantFrom("", "x", "Q") });
  void fc.assert(
    fc.property(fc.constantFrom(...words), slip, fc.boolean(), (word, { at, letter }, keep) => {
      const slipped = word.slice(0, at) + letter + word.slice(keep ? at : at + 1);
      expect(nearestWord(slipped, words)).toBe(word);
    }),
  );
  expect(nearestWord("anything", [])).toBeNull();
});

it("asks of a misspelt metric whether the one it is most like was meant", () => {
  const pack = readPack("hunan-2022");
  const [first, ...rest] = pack.rules;
  const { problems } = loadRulePack({
    ...pack,
    rules: [{ ...first!, metric: "community.acessCoverge" }, ...rest],
  });
  expect(problems).toMatchObject([
    {
      code: "notListed",
      subject: first!.id,
      given: "community.acessCoverge",
      nearest: "community.accessCoverage",
    },
  ]);
  expect(packProblemSentence(problems[0]!, "a.json", "zh-CN")).toMatch(
    /^a\.json，条目 HN-03，rules\.0\.metric：.*“community\.acessCoverge”，是不是“community\.accessCoverage”.*请/,
  );
  expect(packProblemSentence(problems[0]!, "a.json", "en")).toMatch(
    /did you mean “community\.accessCoverage”/,
  );
});
