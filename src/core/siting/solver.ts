// Mixed-integer programs and whatever solves them. The core states programs; a host brings the solver (HiGHS in
// src/adapters), so that nothing heavy is loaded before the first question that needs it.

/** Minimise cost · x subject to rowLower <= A x <= rowUpper and lower <= x <= upper; bounds may be infinite. */
export interface MixedProgram {
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** 1 where the column must be whole. */
  readonly integer: Uint8Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** CSR rows: row r holds entries [offsets[r], offsets[r+1]) of `columns` and `values`. */
  readonly offsets: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

export interface SolveLimits {
  /** A feasible point to begin with; null when none is known. */
  readonly start: Float64Array | null;
  readonly seconds: number;
  /** Relative gap at which the answer is good enough; 0 asks for proof. */
  readonly gap: number;
  readonly cancelled: () => boolean;
  readonly report: (best: number, bound: number) => void;
}

export interface SolverAnswer {
  /** optimal: within the gap asked; stopped: a limit or the caller ended it. */
  readonly status: "optimal" | "infeasible" | "stopped";
  /** Best point found, null when there is none. */
  readonly values: Float64Array | null;
  /** Cost of `values`; Infinity when there is none. */
  readonly objective: number;
  /** No point costs less. -Infinity when nothing is known. */
  readonly bound: number;
}

export interface Solver {
  solve(program: MixedProgram, limits: SolveLimits): Promise<SolverAnswer>;
}
