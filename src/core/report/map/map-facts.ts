// What is the same on every map of a report, found once.

import type { ReportSubject } from "../report-input.ts";
import type { ReportWords } from "../report-words.ts";
import { type CommunityState, communityState, gridHues } from "./draw-areas.ts";
import { type ResidenceState, residenceStates } from "./draw-residences.ts";
import { type MapGround, prepareGround } from "./map-ground.ts";

export const MAP_THEMES = ["overview", "coverage", "assess", "gridNet", "community", "grid"] as const;
export type MapTheme = (typeof MAP_THEMES)[number];

export interface MapFacts {
  readonly ground: MapGround;
  readonly subject: ReportSubject;
  readonly states: readonly ResidenceState[];
  readonly communities: readonly CommunityState[];
  readonly gridHues: readonly number[];
  /** Rows of grids whose households are out of range. */
  readonly gridsOut: ReadonlySet<number>;
  readonly words: ReportWords;
}

export function prepareMaps(subject: ReportSubject, words: ReportWords): MapFacts {
  const { analysis, linked, baseline } = subject;
  const ground = prepareGround(baseline, subject.centers);
  const outOf = new Set(
    analysis.findings
      .filter(({ flag }) => flag === "gridTooLarge" || flag === "gridTooSmall")
      .map(({ place }) => place.id),
  );
  const results = new Map(analysis.communities.map((result) => [result.id, result]));
  return {
    ground,
    subject,
    states: residenceStates({ access: analysis.access, walk: analysis.walk, linked }),
    communities: baseline.communities.records.map(({ id }) => {
      const result = results.get(id);
      return result === undefined ? "unknown" : communityState(result);
    }),
    gridHues: gridHues(ground.grids),
    gridsOut: new Set(
      [...baseline.grids.records.keys()].filter((row) => outOf.has(baseline.grids.records[row]!.id)),
    ),
    words,
  };
}
