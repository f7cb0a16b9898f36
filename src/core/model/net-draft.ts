// A net while a verb changes it: a copy of grids and members with the rules that hold between them. A residence
// that leaves a grid leaves its micro-grid too; a locked grid neither gains nor loses a member nor goes.

import { type Grid, type GridLevel, levelOf } from "./grid.ts";
import { isEmptyPatch, type Patch } from "./patch.ts";
import { patchBetween } from "./patch-between.ts";
import type { PlanState } from "./plan-state.ts";
import { type Refusal, type RefusalCode, refuse } from "./refusal.ts";

export class NetDraft {
  readonly #plan: PlanState;
  readonly #grids: Map<string, Grid>;
  readonly #columns: Record<GridLevel, string[] | null> = { grid: null, micro: null };
  #fault: RefusalCode | null = null;
  #recorded = false;

  constructor(plan: PlanState) {
    this.#plan = plan;
    this.#grids = new Map(plan.grids.map((grid) => [grid.id, grid]));
  }

  grid(id: string): Grid | undefined {
    return this.#grids.get(id);
  }

  get grids(): readonly Grid[] {
    return [...this.#grids.values()];
  }

  /** Grid of each residence as it now is; to be read only. */
  members(level: GridLevel): readonly string[] {
    return this.#columns[level] ?? this.#plan.members[level];
  }

  /** Residences of a grid, ascending. */
  rowsOf(grid: Grid): readonly number[] {
    const rows: number[] = [];
    const column = this.members(levelOf(grid));
    for (let row = 0; row < column.length; row++) if (column[row] === grid.id) rows.push(row);
    return rows;
  }

  add(grid: Grid): void {
    const parent = grid.parentId === null ? null : this.grid(grid.parentId);
    if (this.#grids.has(grid.id)) this.fail("grid.duplicateId");
    else if (parent !== null && (parent === undefined || parent.parentId !== null)) this.fail("grid.parent");
    else if (parent !== null && parent!.communityId !== grid.communityId) this.fail("grid.parent");
    else this.#put({ ...grid, name: grid.name.trim() });
  }

  change(id: string, fields: Partial<Grid>): void {
    const grid = this.grid(id);
    if (grid === undefined) this.fail("grid.unknown");
    else this.#put({ ...grid, ...fields });
  }

  /** Its members are in no grid then; its micro-grids go with it. */
  remove(id: string): void {
    const grid = this.grid(id);
    if (grid === undefined) {
      this.fail("grid.unknown");
      return;
    }
    for (const micro of this.grids) if (micro.parentId === id) this.remove(micro.id);
    this.move(levelOf(grid), this.rowsOf(grid), "");
    if (grid.locked) this.fail("grid.locked");
    this.#grids.delete(id);
    this.#recorded = true;
  }

  /** Puts residences into a grid of the level; "" = into none. */
  move(level: GridLevel, rows: Iterable<number>, id: string): void {
    const target = id === "" ? null : this.grid(id);
    if (target === undefined || (target !== null && levelOf(target) !== level)) {
      this.fail("grid.unknown");
      return;
    }
    const column = this.#column(level);
    for (const row of rows) {
      const from = column[row];
      if (from === undefined) this.fail("residence.unknown");
      else if (from !== id) {
        if (target?.locked || this.grid(from)?.locked) this.fail("grid.locked");
        if (target?.parentId != null && this.members("grid")[row] !== target.parentId)
          this.fail("residence.outside");
        column[row] = id;
        if (level === "grid") this.#leaveMicro(row);
      }
    }
  }

  /** The first reason counts. */
  fail(code: RefusalCode): void {
    this.#fault ??= code;
  }

  patch(): Patch | Refusal {
    if (this.#fault !== null) return refuse(this.#fault);
    const members = { grid: this.members("grid"), micro: this.members("micro") };
    const grids = this.#recorded ? this.grids : this.#plan.grids;
    const patch = patchBetween(this.#plan, { grids, members });
    return isEmptyPatch(patch) ? refuse("nothingChanged") : patch;
  }

  #put(grid: Grid): void {
    this.#grids.set(grid.id, grid);
    this.#recorded = true;
  }

  #leaveMicro(row: number): void {
    const micro = this.members("micro")[row];
    if (micro === undefined || micro === "") return;
    if (this.grid(micro)?.locked) this.fail("grid.locked");
    this.#column("micro")[row] = "";
  }

  #column(level: GridLevel): string[] {
    this.#columns[level] ??= this.#plan.members[level].slice();
    return this.#columns[level];
  }
}
