// Who decides about the residences that both sides moved. Each row is an aspect of its own; rows that the same two
// entries decided differently are one conflict, for nobody wants to be asked five hundred times. A grid that one
// side removed and the other went on using is decided with its record; what its members do follows from that.

import { GRID_LEVELS, type GridLevel } from "./grid.ts";
import { eachMove } from "./member-change.ts";
import { type Effects, keyOf } from "./merge-effects.ts";
import { type Claim, type Claims, compareEntries, type MergeSide } from "./merge-sides.ts";
import type { ChangeEntry } from "./plan.ts";

/** Residences that two entries put into different grids. */
export interface MemberConflict {
  readonly kind: "assigned";
  readonly level: GridLevel;
  readonly rows: readonly number[];
  readonly mineEntries: readonly ChangeEntry[];
  readonly theirsEntries: readonly ChangeEntry[];
}

/** Claims by residence row; a row that is not in it belongs to the only side that moves it. */
export type MemberClaims = Readonly<Record<GridLevel, ReadonlyMap<number, Claim>>>;

interface Move {
  readonly before: string;
  readonly after: string;
  /** Index of the last entry that moves the row. */
  readonly last: number;
}
type Moves = ReadonlyMap<number, Move>;

/** Rows that the same two entries decide, in the same way. */
interface Meeting {
  readonly mine: number;
  readonly theirs: number;
  readonly holds: readonly [boolean, boolean];
  readonly differ: boolean;
  readonly rows: number[];
}

/** `choices[i]` decides conflict `from + i`; mine when absent. */
export function claimMembers(
  mine: readonly ChangeEntry[],
  theirs: readonly ChangeEntry[],
  choices: readonly MergeSide[],
  records: { readonly mine: Effects; readonly theirs: Effects; readonly claims: Claims },
): { readonly claims: MemberClaims; readonly conflicts: readonly MemberConflict[] } {
  const conflicts: MemberConflict[] = [];
  const claims: Record<GridLevel, Map<number, Claim>> = { grid: new Map(), micro: new Map() };
  for (const level of GRID_LEVELS) {
    const [a, b] = [movesOf(mine, level), movesOf(theirs, level)];
    for (const meeting of meetingsOf(a, b)) {
      const entries = [mine[meeting.mine]!, theirs[meeting.theirs]!] as const;
      const [mineHolds, theirsHolds] = meeting.holds;
      const isConflict = mineHolds && theirsHolds && meeting.differ;
      const claim = isConflict
        ? ({ owner: choices[conflicts.length] ?? "mine", loss: "refused" } as const)
        : claimAlike(meeting.holds, entries);
      if (isConflict) {
        const [mineEntries, theirsEntries] = [[entries[0]], [entries[1]]];
        conflicts.push({ kind: "assigned", level, rows: meeting.rows, mineEntries, theirsEntries });
      }
      for (const row of meeting.rows) claims[level].set(row, claim);
    }
    followRecords(a, "mine", records.mine, records.claims, claims[level]);
    followRecords(b, "theirs", records.theirs, records.claims, claims[level]);
  }
  return { claims, conflicts };
}

function movesOf(edits: readonly ChangeEntry[], level: GridLevel): Moves {
  const moves = new Map<number, Move>();
  for (const [last, { patch }] of edits.entries()) {
    for (const change of patch.members ?? []) {
      if (change.level !== level) continue;
      eachMove(change, (row, before, after) =>
        moves.set(row, { before: moves.get(row)?.before ?? before, after, last }),
      );
    }
  }
  return moves;
}

function meetingsOf(mine: Moves, theirs: Moves): readonly Meeting[] {
  const meetings = new Map<string, Meeting>();
  for (const row of [...mine.keys()].filter((each) => theirs.has(each)).sort((a, b) => a - b)) {
    const [a, b] = [mine.get(row)!, theirs.get(row)!];
    const holds = [a.before !== a.after, b.before !== b.after] as const;
    const differ = a.after !== b.after;
    const key = [a.last, b.last, ...holds, differ].join(" ");
    const meeting = meetings.get(key) ?? { mine: a.last, theirs: b.last, holds, differ, rows: [] };
    meeting.rows.push(row);
    meetings.set(key, meeting);
  }
  return [...meetings.values()];
}

function claimAlike(
  [mineHolds, theirsHolds]: Meeting["holds"],
  [mine, theirs]: readonly [ChangeEntry, ChangeEntry],
): Claim {
  if (mineHolds !== theirsHolds) return { owner: mineHolds ? "mine" : "theirs", loss: "void" };
  return { owner: compareEntries(mine, theirs) <= 0 ? "mine" : "theirs", loss: mineHolds ? "same" : "void" };
}

/** A side that was refused the removal of a grid leaves its members there; one refused its use puts none into it. */
function followRecords(
  moves: Moves,
  side: MergeSide,
  effects: Effects,
  records: Claims,
  claims: Map<number, Claim>,
): void {
  const other: Claim = { owner: side === "mine" ? "theirs" : "mine", loss: "refused" };
  const refused = (id: string): boolean => {
    const claim = records.get(keyOf("grids", id))?.get("whole");
    return claim !== undefined && claim.owner !== side && claim.loss === "refused";
  };
  const removed = (id: string): boolean => effects.get(keyOf("grids", id))?.after === null;
  for (const [row, { before, after }] of moves) {
    if ((removed(before) && refused(before)) || (after !== "" && !removed(after) && refused(after)))
      claims.set(row, other);
  }
}
