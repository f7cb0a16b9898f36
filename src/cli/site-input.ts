// What `site` has once its files are read, whichever way they came.

import type { Issue } from "../core/base/index.ts";
import type { CostTable, SiteAction, TableFault } from "../core/siting/index.ts";
import type { SiteFlaw } from "./site-arguments.ts";

export interface SiteInput {
  readonly demand: readonly string[];
  readonly sites: readonly string[];
  readonly table: CostTable;
  readonly weight: Float64Array;
  /** 1: stands today. */
  readonly existing: Uint8Array;
  /** Square metres and money of each site; NaN: not given. */
  readonly area: Float64Array;
  readonly price: Float64Array;
  /** What may be done at sites; candidates without any are built as they are. */
  readonly actions: readonly SiteAction[];
  /** In the table's unit; null: not given. */
  readonly radius: number | null;
  /** Doubts of reading, residences of unknown households among them: those weigh nothing, and are said. */
  readonly issues: readonly Issue[];
}

/** A table of which nothing is used. */
export class UnusableTable extends Error {
  readonly file: string;
  readonly faults: readonly TableFault[];
  constructor(file: string, faults: readonly TableFault[]) {
    super(`${file}: ${faults.map(({ code, row }) => `${code} ${row}`).join("; ")}`);
    this.name = "UnusableTable";
    this.file = file;
    this.faults = faults;
  }
}

/** Arguments that only the data shows to be wrong. */
export class WrongSite extends Error {
  readonly flaw: SiteFlaw;
  constructor(flaw: SiteFlaw) {
    super(flaw.fault);
    this.name = "WrongSite";
    this.flaw = flaw;
  }
}
