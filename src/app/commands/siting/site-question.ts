// What the siting step asks, as the question the engine answers: sites are the option's centres, then its candidates;
// what is not known stays unknown and is asked for. The command line's `site` builds the same question.

import type { WalkSettings } from "../../../core/access/index.ts";
import type { CandidateSite, PlanState, ServiceCenter } from "../../../core/model/index.ts";
import {
  CAPACITY_GOALS,
  type CapacityQuestion,
  type CostTable,
  type SiteAction,
  type SitingModel,
  type SitingQuestion,
} from "../../../core/siting/index.ts";
import type { SiteGoal, SiteLack, SiteWish } from "../../state/site-work.ts";

/** The sites of a question, existing ones first. */
export interface SiteList {
  readonly centers: readonly ServiceCenter[];
  readonly candidates: readonly CandidateSite[];
  /** All of them as the engine walks to them. */
  readonly places: readonly ServiceCenter[];
}

export function sitesOf(
  { centers, candidates }: Pick<PlanState, "centers" | "candidates">,
  excluded: ReadonlySet<string>,
): SiteList {
  const asked = candidates.filter(({ id }) => !excluded.has(id));
  return { centers, candidates: asked, places: [...centers, ...asked.map(asCenter)] };
}

export const asCenter = (site: CandidateSite): ServiceCenter => {
  const { id, name, kind, lon, lat, floorArea, communityId, row } = site;
  return { id, name, level: "community", kind, lon, lat, floorArea, communityId, row };
};

/** A room that is there already and is used together (共享用房). */
export const isShared = ({ kind }: Pick<CandidateSite, "kind">): boolean => /共享|share/i.test(kind ?? "");

export const radiusOf = ({ minutes, speed }: WalkSettings): number => minutes * 60 * speed;

/** How far walks are looked for: everywhere where the goal weighs every walk. */
export const walkLimit = (goal: SiteGoal, walk: WalkSettings): number | null =>
  goal === "pmedian" || goal === "pcenter" ? null : radiusOf(walk);

export const weightsOf = (households: Float64Array): Float64Array =>
  households.map((count) => (count > 0 ? count : 0));

export function sitingQuestion(
  model: SitingModel,
  wish: SiteWish,
  { centers, candidates, places }: SiteList,
  table: CostTable,
  weight: Float64Array,
  radius: number,
): SitingQuestion {
  const isCounted = model === "pcenter" || wish.limit === "count";
  const kept = wish.keepsCenters ? centers.length : 0;
  return {
    model,
    table,
    weight,
    fixed: Uint8Array.from(places, (_, j) => (j < kept ? 1 : 0)),
    k: model !== "lscp" && isCounted ? kept + (wish.count ?? 0) : null,
    budget: model === "lscp" || isCounted ? null : wish.budget,
    price: Float64Array.from(places, (_, j) =>
      j < centers.length ? 0 : (candidates[j - centers.length]?.cost ?? Number.NaN),
    ),
    radius,
    share: wish.share,
  };
}

export function capacityQuestion(
  wish: SiteWish,
  list: SiteList,
  table: CostTable,
  weight: Float64Array,
  radius: number,
): CapacityQuestion {
  const { centers, places } = list;
  const known = (area: number | null): number => area ?? wish.assumedArea ?? Number.NaN;
  const actions = actionsOf(wish, list, known);
  const budget = wish.limit === "budget" ? wish.budget : null;
  const isPriced = budget !== null || actions.every(({ cost }) => !Number.isNaN(cost));
  return {
    table,
    weight,
    radius,
    existing: Uint8Array.from(places, (_, j) => (j < centers.length ? 1 : 0)),
    area: Float64Array.from(places, ({ floorArea }) => known(floorArea)),
    fixed: new Uint8Array(places.length),
    actions,
    areaPer100: wish.areaPer100 ?? Number.NaN,
    k: wish.limit === "count" && wish.count !== null ? centers.length + wish.count : null,
    budget,
    share: 0,
    mostShort: null,
    goals: CAPACITY_GOALS.filter((goal) => goal !== "cost" || isPriced),
  };
}

/** A shared room is shared, another candidate built; what stands is enlarged or closed by the same measure each. */
function actionsOf(
  { actions: allowed, enlargeBy, enlargePrice, closePrice }: SiteWish,
  { centers, candidates }: SiteList,
  known: (area: number | null) => number,
): SiteAction[] {
  const standing = centers.flatMap(({ floorArea }, site): SiteAction[] => {
    const added = enlargeBy ?? Number.NaN;
    const enlarge = {
      site,
      kind: "enlarge",
      area: known(floorArea) + added,
      cost: added * (enlargePrice ?? Number.NaN),
    } as const;
    const close = { site, kind: "close", area: 0, cost: closePrice ?? Number.NaN } as const;
    return [...(allowed.enlarge ? [enlarge] : []), ...(allowed.close ? [close] : [])];
  });
  const opened = candidates.flatMap((candidate, j): SiteAction[] => {
    const kind = isShared(candidate) ? "share" : "build";
    const { floorArea, cost } = candidate;
    return allowed[kind]
      ? [{ site: centers.length + j, kind, area: known(floorArea), cost: cost ?? Number.NaN }]
      : [];
  });
  return [...standing, ...opened];
}

export interface Lack {
  readonly lack: SiteLack;
  readonly names: readonly string[];
}

/** What has to be said before this can be asked, the first thing missing first; null when all is there. */
export function lackOf(wish: SiteWish, list: SiteList): Lack | null {
  const { goal, limit, share, count, budget } = wish;
  const isCapacity = goal === "capacity";
  const isPaid = goal !== "lscp" && goal !== "pcenter" && limit === "budget";
  if (goal === "lscp" && !(share > 0)) return say("share");
  if (!isCapacity && list.candidates.length === 0) return say("candidates");
  if (goal !== "lscp" && !isCapacity && !isPaid && count === null) return say("count");
  if (isPaid && budget === null) return say("budget");
  const unpriced = list.candidates.filter(({ cost }) => cost === null);
  if (isPaid && unpriced.length > 0) return say("costs", unpriced);
  return isCapacity ? lackOfArea(wish, list, isPaid) : null;
}

function lackOfArea(wish: SiteWish, { centers, candidates }: SiteList, isPaid: boolean): Lack | null {
  const { actions, areaPer100, enlargeBy, enlargePrice, closePrice, assumedArea } = wish;
  if (areaPer100 === null) return say("areaPer100");
  if (actions.enlarge && enlargeBy === null) return say("enlargeBy");
  if (isPaid && actions.enlarge && enlargePrice === null) return say("enlargePrice");
  if (isPaid && actions.close && closePrice === null) return say("closePrice");
  const opened = candidates.filter((candidate) => actions[isShared(candidate) ? "share" : "build"]);
  const unknown = [...centers, ...opened].filter(({ floorArea }) => floorArea === null);
  return assumedArea === null && unknown.length > 0 ? say("areas", unknown) : null;
}

const say = (
  lack: SiteLack,
  sites: readonly { readonly id: string; readonly name: string }[] = [],
): Lack => ({
  lack,
  names: sites.map(({ id, name }) => name || id),
});
