// 2 → 3. Version 2 knew the layers of a walking analysis only; version 3 has candidates, other departments' nets,
// transit stops, exercise points and renewal areas as well, none of which an older project has. Its edits are about
// centres and stay as they are: what a patch does not name does not change.

import type { ProjectTree } from "./project-tree.ts";

export function collectionsOfPlan(tree: ProjectTree): ProjectTree {
  const { baseline } = tree;
  if (typeof baseline !== "object" || baseline === null) return tree;
  const noPolygons = () => ({
    count: 0,
    featureOffsets: new Uint32Array(1),
    partOffsets: new Uint32Array(1),
    ringOffsets: new Uint32Array(1),
    xy: new Float64Array(0),
  });
  const noPoints = () => ({
    count: 0,
    id: [],
    name: [],
    kind: [],
    xy: new Float64Array(0),
    row: new Uint32Array(0),
  });
  const added = {
    candidates: [],
    departmentNets: [],
    transit: noPoints(),
    exercise: noPoints(),
    renewal: { kind: "renewal", polygons: noPolygons(), records: [] },
  };
  return { ...tree, baseline: { ...baseline, ...added } };
}
