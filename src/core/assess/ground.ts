// What the residences say of communities and grids before anyone walks: counted once, kept while centres move.

import type { Areas } from "../model/index.ts";
import type { GroundInput } from "./assess-input.ts";
import { indexRecords, type RecordIndex } from "./record-index.ts";
import { atLeast, exactly, NO_DATA, type Span } from "./span.ts";

/** Sums per place (index into the layer's records). */
export interface PlaceTally {
  readonly residences: Uint32Array;
  /** Known households. */
  readonly households: Float64Array;
  /** Residences whose households are unknown. */
  readonly unknown: Uint32Array;
}

export interface Ground extends GroundInput {
  readonly community: PlaceTally;
  readonly grid: PlaceTally;
  /** Community of each grid, -1 for none; grids per community. */
  readonly gridCommunity: Int32Array;
  readonly gridsOf: Uint32Array;
  readonly index: RecordIndex;
  /** CSR: residences of community c are memberRows[memberOffsets[c] .. memberOffsets[c+1]). */
  readonly memberOffsets: Uint32Array;
  readonly memberRows: Uint32Array;
}

export function layGround(input: GroundInput): Ground {
  const { residences, communities, grids, residenceCommunity, residenceGrid } = input;
  const community = tallyPlaces(residences.households, residenceCommunity, communities.records.length);
  const grid = tallyPlaces(residences.households, residenceGrid, grids.records.length);
  const members = groupRows(residenceCommunity, community.residences);
  const gridCommunity = placeGrids(input);
  const gridsOf = new Uint32Array(communities.records.length);
  for (const place of gridCommunity) if (place >= 0) gridsOf[place]! += 1;
  const index = indexRecords(input, gridCommunity);
  return { ...input, community, grid, gridCommunity, gridsOf, index, ...members };
}

/**
 * Households of a place: the sum of its residences; where some are unknown or there are none, the place's own
 * roll if it has one; else a lower bound, or no data. A place of nought households is no data either.
 */
export function rollOf(tally: PlaceTally, areas: Areas, place: number): Span {
  const known = tally.households[place]!;
  const unknown = tally.unknown[place]!;
  const stated = areas.records[place]!.statedHouseholds;
  const certain = tally.residences[place]! > 0 && unknown === 0;
  if (!certain && stated !== null && stated > 0) return exactly(stated);
  return known === 0 && unknown === 0 ? NO_DATA : atLeast(known, unknown);
}

function tallyPlaces(households: Float64Array, placeOf: Int32Array, count: number): PlaceTally {
  const tally = {
    residences: new Uint32Array(count),
    households: new Float64Array(count),
    unknown: new Uint32Array(count),
  };
  for (let i = 0; i < placeOf.length; i++) {
    const place = placeOf[i]!;
    if (place < 0) continue;
    tally.residences[place]! += 1;
    if (Number.isNaN(households[i]!)) tally.unknown[place]! += 1;
    else tally.households[place]! += households[i]!;
  }
  return tally;
}

function groupRows(placeOf: Int32Array, counts: Uint32Array): Pick<Ground, "memberOffsets" | "memberRows"> {
  const memberOffsets = new Uint32Array(counts.length + 1);
  for (let c = 0; c < counts.length; c++) memberOffsets[c + 1] = memberOffsets[c]! + counts[c]!;
  const memberRows = new Uint32Array(memberOffsets[counts.length]!);
  const next = memberOffsets.slice();
  for (let i = 0; i < placeOf.length; i++) {
    const place = placeOf[i]!;
    if (place >= 0) memberRows[next[place]!++] = i;
  }
  return { memberOffsets, memberRows };
}

/** A grid belongs to the community its file names, else to that of most of its residences. */
function placeGrids({ communities, grids, residenceCommunity, residenceGrid }: GroundInput): Int32Array {
  const indexOf = new Map(communities.records.map(({ id }, index) => [id, index]));
  const votes = grids.records.map(() => new Map<number, number>());
  for (let i = 0; i < residenceGrid.length; i++) {
    const vote = votes[residenceGrid[i]!];
    const community = residenceCommunity[i]!;
    if (vote !== undefined && community >= 0) vote.set(community, (vote.get(community) ?? 0) + 1);
  }
  return Int32Array.from(grids.records, ({ parentId }, grid) => {
    const named = parentId === null ? undefined : indexOf.get(parentId);
    return named ?? mostVoted(votes[grid]!) ?? -1;
  });
}

function mostVoted(votes: ReadonlyMap<number, number>): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const [community, count] of votes) {
    if (count > most || (count === most && best !== undefined && community < best)) {
      best = community;
      most = count;
    }
  }
  return best;
}
