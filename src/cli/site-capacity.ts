// `site --model capacity`: the question from what was read, and the answer as JSON and as text.

import {
  CAPACITY_GOALS,
  type CapacityAnswer,
  type CapacityQuestion,
  type SiteAction,
} from "../core/siting/index.ts";
import type { Language } from "../messages/language.ts";
import { ACTION_LABELS, SITE_SUMMARY } from "../messages/siting.ts";
import type { SiteArguments } from "./site-arguments.ts";
import type { SiteInput } from "./site-input.ts";

/** `fixed`: 1 for the sites named by --fixed. What stands stays unless an action closes it. */
export function capacityQuestion(
  { k, budget, share, areaPer100, mostShort, unknownArea, goals }: SiteArguments,
  { table, weight, existing, area, price, actions, radius, sites }: SiteInput,
  fixed: Uint8Array,
): CapacityQuestion {
  const told = new Set(actions.map(({ site }) => site));
  const built = [...sites.keys()]
    .filter((site) => existing[site] === 0 && !told.has(site))
    .map((site): SiteAction => ({ site, kind: "build", area: area[site]!, cost: price[site]! }));
  const known = (metres: number): number => (Number.isNaN(metres) ? (unknownArea ?? Number.NaN) : metres);
  const all = [...actions, ...built].map((action) => ({ ...action, area: known(action.area) }));
  const isPriced = budget !== null || all.some(({ cost }) => !Number.isNaN(cost));
  return {
    table,
    weight,
    radius: radius!,
    existing,
    area: area.map(known),
    fixed,
    actions: all,
    areaPer100,
    k,
    budget,
    share: share ?? 0,
    mostShort,
    goals: goals ?? CAPACITY_GOALS.filter((goal) => goal !== "cost" || isPriced),
  };
}

export function capacityJson(
  { actions }: CapacityQuestion,
  answer: CapacityAnswer,
  { sites, demand }: SiteInput,
  seconds: number,
  reason: string | null,
) {
  const { status, goals, outside, covered, short, cost } = answer;
  const [first] = goals;
  const head = {
    model: "capacity",
    status,
    objective: first?.value ?? Number.NaN,
    bound: first?.bound ?? Number.NaN,
    gap: first?.gap ?? Number.NaN,
    sites: [...answer.sites].map((j) => sites[j]!),
  };
  if (status === "infeasible") return { ...head, seconds, reason };
  const { siteArea, siteHouseholds, siteShort, allotment } = answer;
  const loads = [...answer.sites].map((j) => ({
    site: sites[j]!,
    area: siteArea[j]!,
    households: siteHouseholds[j]!,
    short: siteShort[j]!,
  }));
  const { offsets, site, households } = allotment;
  const assignment = Object.fromEntries(
    demand.flatMap((id, i) => {
      let most = offsets[i]!;
      for (let k = most; k < offsets[i + 1]!; k++) if (households[k]! > households[most]!) most = k;
      return most < offsets[i + 1]! ? [[id, sites[site[most]!]!]] : [];
    }),
  );
  return {
    ...head,
    goals,
    actions: [...answer.actions].map((a) => {
      const { site: at, kind, area, cost: money } = actions[a]!;
      return { site: sites[at]!, action: kind, area, cost: money };
    }),
    outside,
    covered,
    short,
    cost,
    loads,
    assignment,
    seconds,
  };
}

export function printCapacity(
  { actions }: CapacityQuestion,
  answer: CapacityAnswer,
  { sites }: SiteInput,
  reason: string | null,
  language: Language,
): string {
  const label = (word: keyof typeof SITE_SUMMARY): string => SITE_SUMMARY[word][language];
  if (answer.status === "infeasible")
    return `${label("infeasible")}${language === "en" ? ": " : "："}${reason}\n`;
  const round = (value: number): string => String(Math.round(value * 100) / 100);
  const lines = [
    label(answer.status),
    ...answer.goals.map(
      ({ goal, value, bound, gap }) =>
        `${label(goal)}  ${round(value)}  ${label("bound")} ${round(bound)}  ${label("gap")} ${(100 * gap).toFixed(2)}%`,
    ),
    `${label("covered")}  ${round(answer.covered)}`,
    `${label("actions")} ${answer.actions.length}`,
    ...[...answer.actions].map((a) => {
      const { site, kind, area, cost } = actions[a]!;
      return `  ${ACTION_LABELS[kind][language]}  ${sites[site]!}  ${round(area)} ㎡  ${round(cost)}`;
    }),
  ];
  return `${lines.join("\n")}\n`;
}
