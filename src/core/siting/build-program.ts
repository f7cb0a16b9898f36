// A program put together column by column and row by row.

import type { MixedProgram } from "./solver.ts";

export class ProgramBuilder {
  private readonly cost: number[] = [];
  private readonly lower: number[] = [];
  private readonly upper: number[] = [];
  private readonly integer: number[] = [];
  private readonly rowLower: number[] = [];
  private readonly rowUpper: number[] = [];
  private readonly offsets: number[] = [0];
  private readonly columns: number[] = [];
  private readonly values: number[] = [];

  get columnCount(): number {
    return this.cost.length;
  }

  get entryCount(): number {
    return this.columns.length;
  }

  /** A column in [lower, upper]; returns its index. */
  column(cost: number, lower: number, upper: number, integer: boolean): number {
    this.integer.push(integer ? 1 : 0);
    this.lower.push(lower);
    this.upper.push(upper);
    return this.cost.push(cost) - 1;
  }

  /** A column that is 0 or 1. */
  choice(cost: number): number {
    return this.column(cost, 0, 1, true);
  }

  setCost(column: number, cost: number): void {
    this.cost[column] = cost;
  }

  /** The column is 0. */
  forbid(column: number): void {
    this.upper[column] = 0;
  }

  /** An entry of the row that `row` will close. */
  entry(column: number, value: number): void {
    this.columns.push(column);
    this.values.push(value);
  }

  /** Closes the row of the entries since the last one. */
  row(lower: number, upper: number): void {
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
    this.offsets.push(this.columns.length);
  }

  build(): MixedProgram {
    return {
      cost: Float64Array.from(this.cost),
      lower: Float64Array.from(this.lower),
      upper: Float64Array.from(this.upper),
      integer: Uint8Array.from(this.integer),
      rowLower: Float64Array.from(this.rowLower),
      rowUpper: Float64Array.from(this.rowUpper),
      offsets: Int32Array.from(this.offsets),
      columns: Int32Array.from(this.columns),
      values: Float64Array.from(this.values),
    };
  }
}
