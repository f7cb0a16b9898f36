// What each rule found, in English: one sentence or two for every metric and verdict.

import type { Facts, SentenceTable } from "./findings-facts.ts";
import { registerSentences } from "./findings-registers.ts";

export const FINDINGS_EN: SentenceTable = {
  "community.accessCoverage": {
    met: (f) =>
      `${number(f, "covered")} of ${households(f)} can walk to a centre within ${f.text("minutes")} (${share(f)})${worst(f)}, at ${f.text("speed")}.`,
    unmet: (f) =>
      `${number(f, "uncovered")} of ${households(f)} cannot walk to any centre within ${f.text("minutes")}; coverage ${share(f)}${worst(f)}, at ${f.text("speed")}.${f.some("unlinked") ? ` Another ${f.text("unlinked")} are off the walking network and not counted as covered.` : ""}`,
    unknown: (f) => because(accessDoubts(f)),
  },
  "community.areaPer100Households": {
    met: (f) => `Serves ${households(f)}, ${knownArea(f)}, needs ${f.required}: met.${allocated(f)}`,
    unmet: (f) =>
      f.some("centers")
        ? `Serves ${households(f)}, ${knownArea(f)}, needs ${f.required}, short ${f.shortfall}.${allocated(f)}`
        : `Has ${households(f)} and no community centre; needs ${f.required}, short ${f.shortfall}.`,
    unknown: (f) =>
      because([
        ...householdDoubts(f),
        f.some("unknownAreas") ? areaDoubt(f) : `the floor area is ${f.text("floorArea")}`,
      ]),
  },
  "community.households": sizeSentences("The community"),
  "grid.households": sizeSentences("The grid"),
  "community.gridCount": {
    met: (f) => `${households(f)} in ${grids(f)}; ${gridRange(f)} would fit.`,
    unmet: (f) =>
      (f.number("gridsMost") ?? Infinity) < (f.number("gridsFewest") ?? 0)
        ? `${households(f)} cannot be divided into grids of ${range(f)} (now ${grids(f)}); only the nearest division is left.`
        : `${households(f)} in ${grids(f)}, where ${gridRange(f)} would fit: off by ${f.shortfall}.`,
    unknown: (f) => because([...householdDoubts(f), `there are ${grids(f)}`]),
  },
  "center.floorArea": {
    met: (f) => `Floor area ${f.actual}, standard ${f.text("limit")}: met.`,
    unmet: (f) => `Floor area ${f.actual}, standard ${f.required}, ${lackOrExcess(f)} ${f.shortfall}.`,
    unknown: (f) => because([`no floor area is given (standard ${f.text("limit")})`]),
  },
  "grid.compoundsSplit": {
    met: (f) => `No compound of up to ${f.text("splitAbove")} is cut.`,
    unmet: (f) =>
      `${f.text("compoundsCut")} ${f.number("compoundsCut") === 1 ? "compound" : "compounds"} of up to ${f.text("splitAbove")} cut between grids.`,
    unknown: (f) =>
      because([
        f.number("compoundsCut") === null
          ? "the grid has no residences"
          : `the size of ${f.text("compoundsDoubtful")} cut ${f.number("compoundsDoubtful") === 1 ? "compound" : "compounds"} is unknown and may be above ${f.text("splitAbove")}`,
      ]),
  },
  "grid.partyOrgs": countSentences("Party body", "Party bodies"),
  "grid.fullTimeWorkers": countSentences("full-time grid worker", "full-time grid workers"),
  ...registerSentences("en"),
};

const because = (doubts: readonly string[]): string => `Cannot be judged: ${doubts.join("; ")}.`;

const number = (f: Facts, name: "covered" | "uncovered"): string => f.write(f.number(name), "count");

function households(f: Facts): string {
  if (!f.some("unknownResidences")) return f.text("households");
  if (f.number("households") === f.number("statedHouseholds")) return `${f.text("households")} by its roll`;
  return `at least ${f.text("households")} (${unknownCounts(f)})`;
}

const unknownCounts = (f: Facts): string =>
  `${f.text("unknownResidences")} ${f.number("unknownResidences") === 1 ? "residence" : "residences"} of unknown count`;

const share = (f: Facts): string => f.write(f.finding.actual, "ratio");

const worst = (f: Facts): string =>
  f.some("worstMinutes") ? `, longest walk ${f.text("worstMinutes")}` : "";

function accessDoubts(f: Facts): string[] {
  if (!f.some("households")) return householdDoubts(f);
  return [
    ...(f.some("unlinked") ? [`${f.text("unlinked")} off the walking network`] : []),
    ...(f.some("unlinkedCenters")
      ? [
          `${f.text("unlinkedCenters")} ${f.number("unlinkedCenters") === 1 ? "centre" : "centres"} off the walking network, so ${f.text("uncovered")} may or may not be near`,
        ]
      : []),
    ...(f.some("unknownResidences") ? [unknownCounts(f)] : []),
    `${number(f, "covered")} of ${f.text("households")} known are within ${f.text("minutes")}`,
  ];
}

function householdDoubts(f: Facts): string[] {
  if (f.some("unknownResidences")) return [unknownCounts(f)];
  return f.some("households") ? [] : ["no household count is given"];
}

const knownArea = (f: Facts): string =>
  `${f.some("unknownAreas") ? "is known to have" : "has"} ${f.text("floorArea")}`;

const areaDoubt = (f: Facts): string =>
  f.number("unknownAreas") === f.number("centers")
    ? `no floor area is given (needed ${f.required})`
    : `the floor area of ${f.text("unknownAreas")} of ${f.text("centers")} centres is unknown (known ${f.text("floorArea")}, needed ${f.required})`;

const allocated = (f: Facts): string =>
  f.number("allocated") === null
    ? ""
    : ` By nearest centre: ${f.text("allocated")}, needing ${f.text("allocatedArea")}.`;

function range(f: Facts): string {
  const [low, high] = [f.number("limitLow"), f.number("limitHigh")];
  if (low === null) return `at most ${f.text("limitHigh")}`;
  if (high === null) return `at least ${f.text("limitLow")}`;
  return `${f.write(low, "count")} to ${f.text("limitHigh")}`;
}

const grids = (f: Facts): string => `${f.text("grids")} ${f.number("grids") === 1 ? "grid" : "grids"}`;

const gridRange = (f: Facts): string =>
  f.number("gridsMost") === null
    ? `${f.text("gridsFewest")} or more`
    : f.number("gridsMost") === f.number("gridsFewest")
      ? `exactly ${f.text("gridsMost")}`
      : `${f.text("gridsFewest")} to ${f.text("gridsMost")}`;

/** Below the range something is lacking, above it too much. */
const lackOrExcess = ({ finding }: Facts): string =>
  (finding.actual ?? 0) > (finding.required ?? Infinity) ? "over by" : "short";

function sizeSentences(place: string): SentenceTable["grid.households"] {
  return {
    met: (f) => `${place} has ${households(f)}; the rule is ${range(f)}: met.`,
    unmet: (f) => {
      const above = (f.number("households") ?? 0) > (f.finding.required ?? Infinity);
      return `${place} has ${households(f)}; the rule is ${range(f)}: ${f.shortfall} too ${above ? "many" : "few"}.`;
    },
    unknown: (f) => because([...householdDoubts(f), `the rule is ${range(f)}`]),
  };
}

function countSentences(one: string, many: string): SentenceTable["grid.partyOrgs"] {
  const some = (count: number | null, written: string) => `${written} ${count === 1 ? one : many}`;
  return {
    met: (f) => `Has ${some(f.finding.actual, f.actual)}, as asked.`,
    unmet: (f) =>
      `Has ${f.finding.actual === 0 ? `no ${one}` : some(f.finding.actual, f.actual)}; ${f.required} needed.`,
    unknown: () => because([`no number of ${many} is given`]),
  };
}
