// The slow, plain reading of the rules, written apart from the assessment: places as records, sums by
// filtering, and every unknown settled by trying extremes. What is certain is what all trials agree on.

import type { AssessInput, Verdict } from "../../src/core/assess/index.ts";
import type { Rule } from "../../src/core/standards/index.ts";

interface Home {
  /** null = unknown. */
  readonly households: number | null;
  readonly community: number;
  readonly standing: "near" | "far" | "unreachable" | "unlinked";
  readonly seconds: number;
  readonly nearest: number;
}

const UNREACHED = 4294967295;

export function homesOf(input: AssessInput): Home[] {
  const { residences, access, linked, walk } = input;
  return residences.id.map((_, i) => {
    const decimetres = access.distance[i]!;
    const seconds = decimetres === UNREACHED ? Infinity : decimetres / 10 / walk.speed;
    const near = seconds <= walk.minutes * 60 + 1e-9;
    return {
      households: Number.isNaN(residences.households[i]!) ? null : residences.households[i]!,
      community: input.residenceCommunity[i]!,
      standing: linked[i] !== 1 ? "unlinked" : near ? "near" : seconds === Infinity ? "unreachable" : "far",
      seconds,
      nearest: access.nearest[i]!,
    };
  });
}

const sum = (homes: readonly Home[]): number =>
  homes.reduce((total, { households }) => total + (households ?? 0), 0);

export function naiveTotals(input: AssessInput) {
  const homes = homesOf(input);
  const standing = (...kinds: Home["standing"][]) => homes.filter((home) => kinds.includes(home.standing));
  const within = (share: number) =>
    sum(standing("near").filter(({ seconds }) => seconds <= input.walk.minutes * 60 * share + 1e-9));
  const households = sum(homes);
  return {
    households,
    covered: sum(standing("near")),
    unlinked: sum(standing("unlinked")),
    unreachable: sum(standing("unreachable")),
    unlinkedResidences: standing("unlinked").length,
    unreachableResidences: standing("unreachable").length,
    coverage: households === 0 ? null : sum(standing("near")) / households,
    unknownResidences: homes.filter((home) => home.households === null).length,
    bands: [within(1 / 3), within(2 / 3), within(1)],
  };
}

export function naiveCenters(input: AssessInput) {
  const homes = homesOf(input).filter(({ standing }) => standing !== "unlinked");
  return input.centers.map(({ id }, center) => {
    const mine = homes.filter(({ nearest }) => nearest === center);
    return {
      id,
      households: sum(mine),
      coveredHouseholds: sum(mine.filter(({ standing }) => standing === "near")),
    };
  });
}

/** Verdict on coverage: all ways of filling in unknown counts and doubtful walks must agree. */
export function naiveAccess(input: AssessInput, community: number, rule: Rule): Verdict {
  const homes = homesOf(input).filter((home) => home.community === community);
  if (sum(homes) === 0) return "unknown";
  const ownUnlinked = input.centers.some(
    (_, c) => input.centerCommunity[c] === community && input.centerLinked[c] !== 1,
  );
  const verdicts = new Set<boolean>();
  for (const nearCount of [0, 1e15]) {
    for (const farCount of [0, 1e15]) {
      for (const optimism of [true, false]) {
        let [near, all] = [0, 0];
        for (const { households, standing } of homes) {
          const doubtful = standing === "unlinked" || (ownUnlinked && standing !== "near");
          const isNear = doubtful ? optimism : standing === "near";
          const count = households ?? (isNear ? nearCount : farCount);
          all += count;
          if (isNear) near += count;
        }
        // All but a handful of 1e15 is not all: compare households missing, not a rounded share.
        verdicts.add(rule.value === 1 ? near === all : near >= (rule.value as number) * all);
      }
    }
  }
  return settled(verdicts);
}

/** Verdict on floor area per hundred households, by the extremes of unknown counts and areas. */
export function naiveArea(input: AssessInput, community: number, rule: Rule): Verdict {
  const homes = homesOf(input).filter((home) => home.community === community);
  const blanks = homes.filter(({ households }) => households === null).length;
  const stated = input.communities.records[community]!.statedHouseholds;
  const byRoll = (homes.length === 0 || blanks > 0) && stated !== null && stated > 0;
  const counts = byRoll ? [stated] : blanks > 0 ? [sum(homes), 1e15] : [sum(homes)];
  if (counts.every((count) => count === 0)) return "unknown";
  const own = input.centers.filter(
    (center, c) => input.centerCommunity[c] === community && center.level === "community",
  );
  const known = own.reduce((total, { floorArea }) => total + (floorArea ?? 0), 0);
  const areas = own.some(({ floorArea }) => floorArea === null) ? [known, 1e30] : [known];
  const verdicts = counts
    .filter((count) => count > 0)
    .flatMap((count) => areas.map((area) => area * 100 >= (rule.value as number) * count));
  return settled(new Set(counts[0] === 0 ? [...verdicts, true] : verdicts));
}

/** Verdict on households within a range. */
export function naiveRange(
  counts: readonly (number | null)[],
  stated: number | null,
  low: number,
  high: number,
): Verdict {
  const known = counts.reduce<number>((total, count) => total + (count ?? 0), 0);
  const blanks = counts.filter((count) => count === null).length;
  if ((counts.length === 0 || blanks > 0) && stated !== null && stated > 0) {
    return stated >= low && stated <= high ? "met" : "unmet";
  }
  if (known === 0 && blanks === 0) return "unknown";
  if (blanks > 0) return known > high ? "unmet" : "unknown";
  return known >= low && known <= high ? "met" : "unmet";
}

function settled(verdicts: ReadonlySet<boolean>): Verdict {
  if (verdicts.size !== 1) return "unknown";
  return verdicts.has(true) ? "met" : "unmet";
}
