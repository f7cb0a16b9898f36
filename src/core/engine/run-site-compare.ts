// Options side by side, by the same measures: what each covers, how walking is shared out, floor area, money, and which
// flags of the first option it resolves or raises.

import type { Finding } from "../assess/index.ts";
import { Failure, type TaskControl } from "../base/index.ts";
import { measureSpread } from "../siting/index.ts";
import { analyseScene } from "./analyse-scene.ts";
import type { Scene } from "./scene.ts";
import { sceneWithLinks } from "./scene-links.ts";
import type { FlagOfPlace, OptionFigures, SiteTaskMap } from "./site-tasks.ts";

export async function compareOptions(
  scene: Scene,
  { options, walk, pack }: SiteTaskMap["siting.compare"]["input"],
  control: TaskControl,
): Promise<readonly OptionFigures[]> {
  const quiet = { ...control, report: () => undefined };
  const figures: OptionFigures[] = [];
  let first: ReadonlyMap<string, Finding> | null = null;
  for (const [place, { centers, cost, links }] of options.entries()) {
    control.report({ stage: "assess", done: place / options.length });
    await control.pause();
    if (control.cancelled()) throw new Failure("cancelled");
    const own = await sceneWithLinks(scene, links, quiet);
    const { totals, access, findings } = analyseScene(own, { scene: own.id, centers, walk, pack }, quiet);
    const found = new Map(findings.map((finding) => [keyOf(finding), finding]));
    first ??= found;
    const areas = centers.filter(({ level }) => level === "community").map(({ floorArea }) => floorArea);
    const floorArea = areas.reduce<number>((sum, area) => sum + (area ?? 0), 0);
    figures.push({
      households: totals.households,
      covered: totals.covered,
      coverage: totals.coverage,
      ...measureSpread(access.distance, own.baseline.residences.households, own.linked, walk.speed),
      floorArea,
      unknownAreas: areas.filter((area) => area === null).length,
      areaPer100: totals.households > 0 ? (100 * floorArea) / totals.households : null,
      cost,
      flags: findings.filter(({ flag }) => flag !== null).length,
      resolved: flagsLost(first, found),
      raised: flagsWon(first, found),
    });
  }
  return figures;
}

const keyOf = ({ ruleId, place }: Finding): string => JSON.stringify([ruleId, place.kind, place.id]);

/** Flagged at first, and the same rule on the same place is not flagged now; a place that is gone resolves nothing. */
function flagsLost(first: ReadonlyMap<string, Finding>, own: ReadonlyMap<string, Finding>): FlagOfPlace[] {
  return [...first].flatMap(([key, finding]) =>
    finding.flag !== null && own.get(key)?.flag === null ? [flagOf(finding)] : [],
  );
}

function flagsWon(first: ReadonlyMap<string, Finding>, own: ReadonlyMap<string, Finding>): FlagOfPlace[] {
  return [...own].flatMap(([key, finding]) =>
    finding.flag !== null && (first.get(key)?.flag ?? null) === null ? [flagOf(finding)] : [],
  );
}

const flagOf = ({ ruleId, place, flag }: Finding): FlagOfPlace => ({
  ruleId,
  kind: place.kind,
  id: place.id,
  name: place.name,
  flag: flag!,
});
