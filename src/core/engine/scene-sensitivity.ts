// What would be said at the pace of the elderly, or if the household counts were some percent off: the same plan judged
// again, minutes unchanged, and the findings that come out differently.

import { assess, flagFlips, householdFlips, type Sensitivity } from "../assess/index.ts";
import { type MetresPerSecond, reachLimit } from "../base/index.ts";
import { judgement } from "./analyse-scene.ts";
import type { Scene } from "./scene.ts";
import type { TaskInput } from "./tasks.ts";
import { walkCenters } from "./walk-centers.ts";

export function sceneSensitivity(
  scene: Scene,
  { centers, walk, pack, net, speeds, percents }: TaskInput<"scene.sensitivity">,
): Sensitivity {
  const { placed, access, reach } = walkCenters(scene, centers);
  const judged = (speed: MetresPerSecond) => {
    const own = { ...walk, speed };
    const sums = reach(reachLimit(own.minutes, speed));
    const { input, prepared } = judgement(scene, {
      centers,
      walk: own,
      pack,
      net,
      placed,
      access,
      reach: sums,
    });
    return { input, assessment: assess(input, prepared) };
  };
  const { input, assessment: base } = judged(walk.speed);
  return {
    speeds: speeds.map((speed) => ({ speed, flips: flagFlips(base, judged(speed).assessment) })),
    households: percents.map((percent) => ({ percent, flips: householdFlips(input, base, percent) })),
  };
}
