// The grids that are judged, printed and exported: the plan's own where it has any, else those of the files.

import type { Areas, Baseline, LayerRole } from "../model/index.ts";

/** A plan's grids and who is in which: rows of `grids` per residence, -1 = none. */
export interface PlanNet {
  readonly grids: Areas;
  readonly residenceGrid: Int32Array;
  /** Micro-grid of each residence, -1 = none; absent = no grid is divided further. */
  readonly residenceMicro?: Int32Array;
}

/** The part of a scene that is asked. */
interface NetSource {
  readonly baseline: Baseline;
  readonly residenceGrid: Int32Array;
}
type Files = Readonly<Partial<Record<LayerRole, string>>>;

export const netOf = ({ baseline, residenceGrid }: NetSource, net: PlanNet | undefined): PlanNet =>
  net ?? { grids: baseline.grids, residenceGrid };

/** Files of the layers judged; grids of a plan come from none. */
export function filesOf({ files }: { readonly files: Files }, net: PlanNet | undefined): Files {
  if (net === undefined) return files;
  const { grids: _, ...others } = files;
  return others;
}

export const isSameNet = (a: PlanNet, b: PlanNet): boolean =>
  (a.grids === b.grids || JSON.stringify(a.grids.records) === JSON.stringify(b.grids.records)) &&
  isSame(a.residenceGrid, b.residenceGrid) &&
  isSame(a.residenceMicro, b.residenceMicro);

const isSame = (a: Int32Array | undefined, b: Int32Array | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.every((place, i) => place === b[i]));
