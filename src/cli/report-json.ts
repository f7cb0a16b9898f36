// The one JSON object of `--json`: the figures of an analysis by the names that other programs rely on.

import type { Issue } from "../core/base/index.ts";
import type { Analysis, SceneSummary } from "../core/engine/index.ts";
import type { Baseline } from "../core/model/index.ts";
import { issueSentence } from "../messages/issues.ts";
import type { Language } from "../messages/language.ts";

/** Everything one run found out. */
export interface RunResult {
  readonly baseline: Baseline;
  readonly summary: SceneSummary;
  readonly analysis: Analysis;
  readonly issues: readonly Issue[];
}

/** Numbers that are unknown are null. */
export function reportJson({ baseline, summary, analysis, issues }: RunResult, language: Language) {
  const { totals, walk } = analysis;
  return {
    households: totals.households,
    covered: totals.covered,
    unlinked: totals.unlinked,
    coverage: totals.coverage,
    speed: walk.speed,
    minutes: walk.minutes,
    network: {
      nodes: summary.nodes,
      edges: summary.edges,
      components: summary.components,
      lengthMeters: summary.lengthMeters,
    },
    estimate: summary.estimate,
    pack: analysis.packId,
    unlinkedResidences: summary.linked.reduce((count, linked) => count + (linked === 0 ? 1 : 0), 0),
    unreachableResidences: totals.unreachable,
    unknownResidences: totals.unknownResidences,
    centers: analysis.centers.map(({ id, name, households, coveredHouseholds, floorArea, linked }) => ({
      id,
      name,
      households,
      coveredHouseholds,
      floorArea,
      linked,
    })),
    communities: analysis.communities.map((community) => ({
      id: community.id,
      name: community.name,
      households: community.households,
      covered: community.covered,
      coverage: community.coverage,
      floorArea: community.floorArea,
      requiredArea: community.requiredArea,
      flags: community.flags,
    })),
    residences: baseline.residences.count,
    issues: issues.map((issue) => ({
      code: issue.code,
      file: issue.file ?? null,
      row: issue.row ?? null,
      message: issueSentence(issue, language),
      severity: issue.severity,
      field: issue.field ?? null,
    })),
  };
}
