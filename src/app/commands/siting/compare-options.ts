// The options side by side by the same measures, and who is inside in one and not in the other.

import { reachLimit } from "../../../core/base/index.ts";
import type { OptionFigures } from "../../../core/engine/index.ts";
import type { ChangeEntry, History, OptionHistory } from "../../../core/model/index.ts";
import type { App } from "../../state/app.ts";
import { optionSetOf } from "../../state/plan-options.ts";
import { baselineOf, packOf } from "../../state/plan-selectors.ts";
import type { OptionDifference } from "../../state/site-work.ts";
import { noteTrouble } from "../run-work.ts";

export interface ComparedOption {
  readonly id: string;
  readonly name: string;
  readonly centers: number;
  readonly edits: number;
  readonly figures: OptionFigures;
}

/** null when there is nothing to compare, or it failed and said why. */
export async function compareOptions(app: App): Promise<readonly ComparedOption[] | null> {
  const state = app.store.getState();
  const pack = packOf(state);
  const { scene, settings } = state;
  if (scene === null || pack === null) return null;
  const { options } = optionSetOf(state);
  try {
    const figures = await app.engine.run("siting.compare", {
      scene: scene.scene,
      walk: settings.walk,
      pack,
      options: options.map(({ history }) => ({
        centers: history.plan.centers,
        links: history.plan.links,
        cost: costOf(history),
      })),
    });
    return options.flatMap(({ id, name, history }, i): ComparedOption[] => {
      const own = figures[i];
      const { centers } = history.plan;
      return own === undefined
        ? []
        : [{ id, name, centers: centers.length, edits: history.past.length, figures: own }];
    });
  } catch (error) {
    noteTrouble(app.store, error);
    return null;
  }
}

/** What the edits cost as they were taken, ten thousand yuan; null: a centre was added or changed at a cost nobody knows. */
export function costOf({ past }: Pick<History, "past">): number | null {
  const spends = past.map(({ entry }) => entry).filter(isSpending);
  if (spends.some(({ figures }) => figures["cost"] === undefined)) return null;
  return spends.reduce((sum, { figures }) => sum + (figures["cost"] ?? 0), 0);
}

const SPENDING: readonly ChangeEntry["label"][] = [
  "center.add",
  "center.resize",
  "center.remove",
  "link.add",
];
const isSpending = ({ label }: ChangeEntry): boolean => SPENDING.includes(label);

/** Residence by residence, from the first option to the second. */
export async function differenceOf(
  app: App,
  from: OptionHistory,
  to: OptionHistory,
  names: readonly [string, string],
): Promise<OptionDifference | null> {
  const state = app.store.getState();
  const pack = packOf(state);
  const baseline = baselineOf(state);
  const { scene, settings } = state;
  if (scene === null || pack === null || baseline === null) return null;
  const { walk } = settings;
  const limit = reachLimit(walk.minutes, walk.speed);
  try {
    const [before, after] = await Promise.all(
      [from, to].map(async ({ history }) => {
        const { centers, links } = history.plan;
        const { access } = await app.engine.run("scene.analyse", {
          scene: scene.scene,
          centers,
          links,
          walk,
          pack,
        });
        return access.distance.map((distance) => (distance <= limit ? 1 : 0));
      }),
    );
    if (before === undefined || after === undefined) return null;
    const change = Uint8Array.from(after, (own, i) => (own === before[i] ? 0 : own === 1 ? 1 : 2));
    const { households } = baseline.residences;
    const sum = (wanted: number): number =>
      change.reduce(
        (total, own, i) => total + (own === wanted && households[i]! > 0 ? households[i]! : 0),
        0,
      );
    return { from: names[0], to: names[1], change, won: sum(1), lost: sum(2) };
  } catch (error) {
    noteTrouble(app.store, error);
    return null;
  }
}
