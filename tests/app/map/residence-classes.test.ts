import { describe, expect, it } from "vitest";
import { RESIDENCE_CLASSES } from "../../../src/app/map/palette.ts";
import {
  classifyResidences,
  hatchedResidences,
  type ResidenceFacts,
} from "../../../src/app/map/residence-classes.ts";
import { UNREACHED } from "../../../src/core/base/index.ts";

function facts(distances: readonly number[], more: Partial<ResidenceFacts> = {}): ResidenceFacts {
  const distance = Uint32Array.from(distances);
  return {
    theme: "circles",
    walk: { minutes: 15, speed: 1 },
    access: { distance, ownDistance: distance, nearest: new Int32Array(distance.length) },
    linked: new Uint8Array(distance.length).fill(1),
    households: new Float64Array(distance.length).fill(10),
    ...more,
  };
}
const names = (input: ResidenceFacts): string[] =>
  Array.from(classifyResidences(input), (code) => RESIDENCE_CLASSES[code]!);

describe("classifyResidences", () => {
  it("holds the bounds: 5:00, 10:00 and 15:00 are inside, a decimetre more is not", () => {
    expect(names(facts([0, 3000, 3001, 6000, 6001, 9000, 9001]))).toEqual([
      "near",
      "near",
      "middle",
      "middle",
      "far",
      "far",
      "outside",
    ]);
  });

  it("follows speed and minutes", () => {
    expect(names(facts([7200, 7201], { walk: { minutes: 15, speed: 0.8 } }))).toEqual(["far", "outside"]);
    expect(names(facts([6000, 6001], { walk: { minutes: 10, speed: 1 } }))).toEqual(["far", "outside"]);
  });

  it("tells a residence without a path from one that no centre reaches", () => {
    const input = facts([UNREACHED, UNREACHED], { linked: Uint8Array.of(0, 1) });
    expect(names(input)).toEqual(["unlinked", "outside"]);
    expect(hatchedResidences(classifyResidences(input), "circles")).toEqual([0]);
  });

  it("says nothing of walking before there is an analysis", () => {
    expect(names(facts([0, 9001], { access: null }))).toEqual(["plain", "plain"]);
  });

  it("marks unknown households on the data theme, never as none", () => {
    const input = facts([0, 0], { theme: "data", households: Float64Array.of(Number.NaN, 0) });
    expect(names(input)).toEqual(["unknown", "plain"]);
    expect(hatchedResidences(classifyResidences(input), "data")).toEqual([0]);
  });
});
