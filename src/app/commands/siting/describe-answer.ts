// An answer in columns as the reader gets it: what to do, item by item, with whom each newly brings inside the minutes;
// who is inside afterwards, who is out of everybody's reach, and how good it is by proof.

import type {
  CapacityAnswer,
  CapacityQuestion,
  CostTable,
  SitingAnswer,
  SitingQuestion,
} from "../../../core/siting/index.ts";
import type { SiteAnswer, SiteGoal, SiteItem, SiteMeasure, SiteProof } from "../../state/site-work.ts";
import type { SiteList } from "./site-question.ts";

export interface Answered {
  readonly key: string;
  readonly goal: SiteGoal;
  readonly list: SiteList;
  readonly question: SitingQuestion | CapacityQuestion;
  readonly answer: SitingAnswer | CapacityAnswer;
  readonly table: string | null;
  readonly stopped: boolean;
  /** Of the residences. */
  readonly names: readonly string[];
}

export function describeAnswer({
  key,
  goal,
  list,
  question,
  answer,
  table,
  stopped,
  names,
}: Answered): SiteAnswer {
  const { weight } = question;
  const reach = new Reach(question.table, question.radius ?? Infinity);
  const open = Uint8Array.from(list.places, () => 0);
  for (const j of answer.sites) open[j] = 1;
  const standing = Uint8Array.from(list.places, (_, j) => (j < list.centers.length ? 1 : 0));
  const isLost = answer.status === "infeasible";
  const after = isLost ? standing : open;
  const [before, now, reachable] = [
    reach.within(standing),
    reach.within(after),
    reach.within(standing.map(() => 1)),
  ];
  const sum = (rows: Uint8Array, wanted = 1): number =>
    rows.reduce((total, own, i) => total + (own === wanted ? weight[i]! : 0), 0);
  const { reason } = answer;
  const said = (ids: SitingAnswer["reason"] & object): string[] =>
    ids.demand.length > 0
      ? ids.demand.map((i) => names[i]!)
      : ids.sites.map((j) => list.places[j]!.name || list.places[j]!.id);
  return {
    key,
    goal,
    status: answer.status,
    reason: reason === null ? null : { reason, names: said(reason) },
    proofs: isLost ? [] : proofsOf(answer, list),
    items: isLost ? [] : itemsOf(list, question, answer, reach, before),
    households: weight.reduce((total, count) => total + count, 0),
    coveredBefore: sum(before),
    covered: sum(now),
    unreachable: sum(reachable, 0),
    unreachableResidences: reachable.reduce(
      (count, own, i) => count + (own === 0 && weight[i]! > 0 ? 1 : 0),
      0,
    ),
    change: now.map((own, i) => (own === before[i] ? 0 : own === 1 ? 1 : 2)),
    ...("outOfReach" in answer ? leftOutOf(answer) : { leftOut: 0, leftOutResidences: 0 }),
    short: "short" in answer && !isLost ? answer.short : null,
    taken: [],
    table,
    stopped,
  };
}

const leftOutOf = ({ outOfReach }: SitingAnswer): Pick<SiteAnswer, "leftOut" | "leftOutResidences"> => ({
  leftOut: outOfReach.weight,
  leftOutResidences: outOfReach.demand.length,
});

/** Whom a set of sites has within the radius. */
class Reach {
  readonly #table: CostTable;
  readonly #radius: number;
  constructor(table: CostTable, radius: number) {
    this.#table = table;
    this.#radius = radius;
  }

  /** 1 per demand point with one of these sites within the radius. */
  within(open: Uint8Array): Uint8Array {
    const { demandCount, offsets, site, cost } = this.#table;
    const inside = new Uint8Array(demandCount);
    for (let i = 0; i < demandCount; i++) {
      for (let k = offsets[i]!; k < offsets[i + 1]! && cost[k]! <= this.#radius; k++) {
        if (open[site[k]!] !== 1) continue;
        inside[i] = 1;
        break;
      }
    }
    return inside;
  }
}

const MEASURES: Readonly<Record<Exclude<SiteGoal, "capacity">, SiteMeasure>> = {
  lscp: "sites",
  mclp: "households",
  pmedian: "walking",
  pcenter: "worst",
};

function proofsOf(answer: SitingAnswer | CapacityAnswer, list: SiteList): SiteProof[] {
  if ("goals" in answer)
    return answer.goals.map(({ goal, value, bound, gap }) => ({ measure: goal, value, bound, gap }));
  const { model, objective, bound, gap, sites } = answer;
  const standing = sites.filter((j) => j < list.centers.length).length;
  return [{ ...proofOf(model, objective, bound, standing), gap }];
}

/** Sites are told as new ones: those that stand count on neither side. */
export function proofOf(
  model: SitingAnswer["model"],
  objective: number,
  bound: number,
  standing: number,
): Pick<SiteProof, "measure" | "value" | "bound"> {
  const measure = MEASURES[model];
  const kept = measure === "sites" ? standing : 0;
  return { measure, value: objective - kept, bound: bound - kept };
}

interface Doing {
  readonly site: number;
  readonly kind: SiteItem["kind"];
  readonly area: number;
  readonly cost: number;
}

/** What is done, largest gain first: each next one is the one that brings most to those before it. */
function itemsOf(
  { centers, candidates, places }: SiteList,
  question: SitingQuestion | CapacityQuestion,
  answer: SitingAnswer | CapacityAnswer,
  reach: Reach,
  before: Uint8Array,
): SiteItem[] {
  const doings =
    "actions" in question
      ? "actions" in answer
        ? [...answer.actions].map((place): Doing => question.actions[place]!)
        : []
      : opened(question, answer, centers.length, places);
  const { weight } = question;
  const single = (site: number): Uint8Array =>
    reach.within(Uint8Array.from(places, (_, j) => (j === site ? 1 : 0)));
  const left = doings
    .filter(({ kind }) => kind === "build" || kind === "share")
    .map((doing) => ({ doing, inside: single(doing.site) }));
  const covered = before.slice();
  const items: SiteItem[] = [];
  const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
  const add = ({ site, kind, area, cost }: Doing, households: number): void => {
    const { id, name, lon, lat, floorArea } = places[site]!;
    const shared =
      kind === "build" &&
      site >= centers.length &&
      /共享|share/i.test(candidates[site - centers.length]!.kind ?? "");
    items.push({
      kind: shared ? "share" : kind,
      ...{ id, name, lon, lat, households },
      area: known(area),
      areaBefore: site < centers.length ? floorArea : null,
      cost: known(cost),
    });
  };
  const gainOf = (inside: Uint8Array): number =>
    inside.reduce((sum, own, i) => sum + (own === 1 && covered[i] === 0 ? weight[i]! : 0), 0);
  while (left.length > 0) {
    const gains = left.map(({ inside }) => gainOf(inside));
    const best = gains.indexOf(Math.max(...gains));
    const [next] = left.splice(best, 1);
    add(next!.doing, gains[best]!);
    next!.inside.forEach((own, i) => {
      if (own === 1) covered[i] = 1;
    });
  }
  for (const doing of doings) if (doing.kind === "enlarge") add(doing, 0);
  const closing = doings.filter(({ kind }) => kind === "close");
  const open = Uint8Array.from(places, (_, j) =>
    j < centers.length || doings.some(({ site }) => site === j) ? 1 : 0,
  );
  let inside = reach.within(open);
  for (const doing of closing) {
    open[doing.site] = 0;
    const rest = reach.within(open);
    add(doing, -inside.reduce((sum, own, i) => sum + (own === 1 && rest[i] === 0 ? weight[i]! : 0), 0));
    inside = rest;
  }
  return items;
}

/** Candidates that open, and centres that may go and do. */
function opened(
  { price }: SitingQuestion,
  { sites }: Pick<SitingAnswer, "sites">,
  standing: number,
  places: SiteList["places"],
): Doing[] {
  const open = new Set(sites);
  const built = [...sites]
    .filter((site) => site >= standing)
    .map(
      (site): Doing => ({
        site,
        kind: "build",
        area: places[site]!.floorArea ?? Number.NaN,
        cost: price[site]!,
      }),
    );
  const closed = Array.from({ length: standing }, (_, site) => site)
    .filter((site) => !open.has(site))
    .map((site): Doing => ({ site, kind: "close", area: 0, cost: Number.NaN }));
  return [...built, ...closed];
}
