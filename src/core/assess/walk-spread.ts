// How the walks of one community's households are spread: the longest, and the minutes within which half and
// nine tenths of the reached households live (least minutes at which the share is attained). Residences known
// to be empty do not count; those of unknown households count for the longest walk only. Distances and rows
// are sorted as one number, distance × 2^21 + row, which a double holds exactly (decimetres < 2^32).

import { UNREACHED } from "../base/index.ts";
import type { Ground } from "./ground.ts";

/** Decimetres; UNREACHED where no household is reached. */
export interface WalkSpread {
  readonly worst: number;
  readonly half: number;
  readonly most: number;
}

const ROWS = 2 ** 21;
const NOBODY: WalkSpread = { worst: UNREACHED, half: UNREACHED, most: UNREACHED };

export function walkSpread(ground: Ground, distance: Uint32Array, community: number): WalkSpread {
  const { residences, linked, memberOffsets, memberRows } = ground;
  const first = memberOffsets[community]!;
  const size = memberOffsets[community + 1]! - first;
  if (size > ROWS) throw new Error(`a community of ${size} residences; ${ROWS} is the most that is sorted`);
  const keys = new Float64Array(size);
  let reached = 0;
  let total = 0;
  for (let k = 0; k < size; k++) {
    const row = memberRows[first + k]!;
    const households = residences.households[row]!;
    if (linked[row] !== 1 || distance[row] === UNREACHED || households === 0) continue;
    keys[reached++] = distance[row]! * ROWS + k;
    if (!Number.isNaN(households)) total += households;
  }
  if (reached === 0) return NOBODY;
  const sorted = keys.subarray(0, reached).sort();
  const worst = Math.floor(sorted[reached - 1]! / ROWS);
  let [half, most, sum] = [UNREACHED, UNREACHED, 0];
  for (let k = 0; k < reached && most === UNREACHED; k++) {
    const at = Math.floor(sorted[k]! / ROWS);
    const households = residences.households[memberRows[first + (sorted[k]! % ROWS)]!]!;
    if (Number.isNaN(households)) continue;
    sum += households;
    if (half === UNREACHED && sum * 2 >= total) half = at;
    if (sum * 10 >= total * 9) most = at;
  }
  return { worst, half, most };
}
