import { expect, test } from "vitest";
import { validateNetwork } from "../../../src/core/network/index.ts";
import { drawMap } from "../../helpers/ascii-map.ts";
import { build } from "../../helpers/network-helpers.ts";

const map = drawMap(`
  a---b---c   f
      |       |
      d       g
`);

test("the validator names each kind of damage", async () => {
  const sound = await build(map.routes("abc", "bd", "fg"));
  expect(validateNetwork(sound)).toEqual([]);
  const changed = <T extends { slice: () => T; [index: number]: number }>(
    column: T,
    index: number,
    value: number,
  ) => {
    const copy = column.slice();
    copy[index] = value;
    return copy;
  };
  const damaged = [
    { lengths: changed(sound.lengths, 0, 7) },
    { targets: changed(sound.targets, 0, sound.targets[0]! + 1) },
    { edgeLength: changed(sound.edgeLength, 0, 999) },
    { shapeXY: changed(sound.shapeXY, 0, 1e6) },
    { component: changed(sound.component, 0, 1 - sound.component[0]!) },
    { componentCount: 3 },
    { nodeXY: sound.nodeXY.slice(2) },
    { report: { ...sound.report, lengthMeters: 1 } },
  ];
  for (const damage of damaged)
    expect(validateNetwork({ ...sound, ...damage }), JSON.stringify(Object.keys(damage))).not.toEqual([]);
});
