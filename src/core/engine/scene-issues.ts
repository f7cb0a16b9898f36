// What joining the layers brought to light: residences and centres off the network, a network that lies
// elsewhere or in pieces, residences in no community, communities without residences.

import type { Issue } from "../base/index.ts";
import type { LayerRole, ServiceCenter } from "../model/index.ts";
import type { PlacedCenters, Scene } from "./scene.ts";

/** Issues that do not depend on the centres. */
export function sceneIssues(scene: Scene): Issue[] {
  return [...networkIssues(scene), ...residenceIssues(scene), ...communityIssues(scene)];
}

/** Issues of one state of the centres. */
export function centerIssues(
  scene: Scene,
  centers: readonly ServiceCenter[],
  placed: PlacedCenters,
): Issue[] {
  const issues: Issue[] = [];
  const hasCommunities = scene.baseline.communities.records.length > 0;
  centers.forEach((center, i) => {
    const values = { id: center.id, name: center.name };
    if (placed.linked[i] === 0) {
      issues.push({
        code: "center.unlinked",
        severity: "warning",
        ...at(scene, "centers", center.row),
        values: { ...values, cap: scene.settings.accessCap },
      });
    }
    if (hasCommunities && placed.community[i] === -1) {
      issues.push({
        code: "center.noCommunity",
        severity: "warning",
        ...at(scene, "centers", center.row),
        values,
      });
    }
    if (center.floorArea === null) {
      issues.push({
        code: "center.noArea",
        severity: "warning",
        ...at(scene, "centers", center.row),
        values,
      });
    }
  });
  return issues;
}

function networkIssues({ network, baseline, linked, settings, files }: Scene): Issue[] {
  const file = files.network === undefined ? {} : { file: files.network };
  if (network === null) {
    return [{ code: "network.estimate", severity: "warning", values: { ratio: settings.detourRatio } }];
  }
  const issues: Issue[] = [];
  if (baseline.residences.count > 0 && !linked.includes(1)) {
    issues.push({ code: "network.apart", severity: "error", ...file, values: { cap: settings.accessCap } });
  }
  const { report } = network;
  if (network.componentCount > 1) {
    issues.push({
      code: "network.components",
      severity: "info",
      ...file,
      values: {
        components: network.componentCount,
        largestShare: Math.round((1000 * (report.componentLengths[0] ?? 0)) / report.lengthMeters) / 10,
      },
    });
  }
  if (report.crossingsLeft > 0) {
    issues.push({
      code: "network.crossings",
      severity: "info",
      ...file,
      values: { crossings: report.crossingsLeft },
    });
  }
  return issues;
}

function residenceIssues(scene: Scene): Issue[] {
  const { residences, communities } = scene.baseline;
  const issues: Issue[] = [];
  for (let i = 0; i < residences.count; i++) {
    const values = { id: residences.id[i]!, name: residences.name[i]! };
    if (scene.linked[i] === 0) {
      issues.push({
        code: "residence.unlinked",
        severity: "warning",
        ...at(scene, "residences", residences.row[i]!),
        values: { ...values, cap: scene.settings.accessCap },
      });
    }
    if (communities.records.length > 0 && scene.residenceCommunity[i] === -1) {
      issues.push({
        code: "residence.noCommunity",
        severity: "warning",
        ...at(scene, "residences", residences.row[i]!),
        values,
      });
    }
  }
  return issues;
}

function communityIssues(scene: Scene): Issue[] {
  const inhabited = new Set(scene.residenceCommunity);
  return scene.baseline.communities.records.flatMap((record, index): Issue[] =>
    inhabited.has(index)
      ? []
      : [
          {
            code: "community.noResidences",
            severity: "warning",
            ...at(scene, "communities", record.row),
            values: { id: record.id, name: record.name },
          },
        ],
  );
}

function at({ files }: Scene, role: LayerRole, row: number): Pick<Issue, "file" | "row"> {
  const file = files[role];
  return file === undefined ? {} : row > 0 ? { file, row } : { file };
}
