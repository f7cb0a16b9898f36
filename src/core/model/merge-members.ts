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

/** `choices[i]` decides conflict i of these; mine when absent. */
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
    for (const { rows, ...meeting } of meetingsOf(a, b)) {
      const [mineEntry, theirsEntry] = [mine[meeting.mine]!, theirs[meeting.theirs]!];
      const claim = claimMeeting(meeting, mineEntry, theirsEntry);
      const decided = claim ?? { owner: choices[conflicts.length] ?? "mine", loss: "refused" };
      for (const row of rows) claims[level].set(row, decided);
      if (claim !== null) continue;
      conflicts.push({
        kind: "assigned",
        level,
        rows,
        mineEntries: [mineEntry],
        theirsEntries: [theirsEntry],
      });
    }
    const lost = {
      mine: rowsLost(a, "mine", records.mine, records.claims),
      theirs: rowsLost(b, "theirs", records.theirs, records.claims),
    };
    for (const row of new Set([...lost.mine, ...lost.theirs])) {
      const owner = !lost.mine.has(row) ? "mine" : lost.theirs.has(row) ? null : "theirs";
      claims[level].set(row, { owner, loss: "refused" });
    }
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

/** null = a conflict. */
function claimMeeting(
  { holds: [mineHolds, theirsHolds], differ }: Pick<Meeting, "holds" | "differ">,
  mine: ChangeEntry,
  theirs: ChangeEntry,
): Claim | null {
  if (mineHolds && theirsHolds && differ) return null;
  if (mineHolds !== theirsHolds) return { owner: mineHolds ? "mine" : "theirs", loss: "void" };
  return { owner: compareEntries(mine, theirs) <= 0 ? "mine" : "theirs", loss: mineHolds ? "same" : "void" };
}

/** A side that was refused the removal of a grid leaves its members there; one refused its use puts none into it. */
function rowsLost(moves: Moves, side: MergeSide, effects: Effects, records: Claims): ReadonlySet<number> {
  const refused = (id: string): boolean => {
    const claim = records.get(keyOf("grids", id))?.get("whole");
    return claim !== undefined && claim.owner !== side && claim.loss === "refused";
  };
  const removed = (id: string): boolean => {
    const effect = effects.get(keyOf("grids", id));
    return effect?.lifecycle === true && effect.before !== null;
  };
  const lost = [...moves].filter(
    ([, { before, after }]) => refused(after) || (refused(before) && removed(before)),
  );
  return new Set(lost.map(([row]) => row));
}
