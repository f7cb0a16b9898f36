// The core's Solver by HiGHS (Edinburgh; WebAssembly, one thread), loaded with the first program. A run blocks its
// thread, so it belongs in a worker or in the command line; it asks `cancelled` as it goes. Native memory is given
// back after every run.

import type { Highs, Model } from "highs";
import type { MixedProgram, SolveLimits, Solver, SolverAnswer } from "../core/siting/index.ts";

/** `wasmUrl`: where the host serves HiGHS's WebAssembly; beside its JavaScript when absent. */
export function createHighsSolver(wasmUrl?: string): Solver {
  let loading: Promise<Highs> | null = null;
  return {
    solve: async (program, limits) => {
      loading ??= import("highs").then(({ default: load }) =>
        load(wasmUrl === undefined ? {} : { locateFile: () => wasmUrl }),
      );
      const highs = await loading;
      return program.cost.length === 0 ? solveEmpty(program) : runHighs(highs, program, limits);
    },
  };
}

function runHighs(highs: Highs, program: MixedProgram, limits: SolveLimits): SolverAnswer {
  const model = highs.createModel({
    numCols: program.cost.length,
    numRows: program.rowLower.length,
    colCost: program.cost,
    colLower: program.lower,
    colUpper: program.upper,
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    integrality: Array.from(program.integer, (whole) =>
      whole === 1 ? highs.constants.variableType.integer : highs.constants.variableType.continuous,
    ),
    matrix: {
      format: "csr",
      numRows: program.rowLower.length,
      numCols: program.cost.length,
      starts: program.offsets,
      indices: program.columns,
      values: program.values,
    },
  });
  try {
    model.options.set({
      output_flag: true,
      log_to_console: false,
      mip_rel_gap: limits.gap,
      mip_abs_gap: 1e-6,
      ...(Number.isFinite(limits.seconds) ? { time_limit: limits.seconds } : {}),
    });
    if (limits.start !== null) model.setSolution({ colValue: limits.start });
    const { mipInterrupt, mipLogging } = highs.constants.callbackType;
    model.run({
      [mipInterrupt]: (event) => {
        if (limits.cancelled()) event.interrupt();
      },
      [mipLogging]: ({ data }) => {
        limits.report(data.mip_primal_bound ?? Infinity, data.mip_dual_bound ?? -Infinity);
      },
    });
    return answerOf(highs, model);
  } finally {
    model.dispose();
  }
}

function answerOf(highs: Highs, model: Model): SolverAnswer {
  const status = model.getModelStatus();
  const { optimal, infeasible } = highs.constants.modelStatus;
  if (status === infeasible)
    return { status: "infeasible", values: null, objective: Infinity, bound: Infinity };
  const isFeasible =
    Number(model.info.get("primal_solution_status")) === highs.constants.solutionStatus.feasible;
  const bound = Number(model.info.get("mip_dual_bound"));
  return {
    status: status === optimal ? "optimal" : "stopped",
    values: isFeasible ? model.getSolution().colValue : null,
    objective: isFeasible ? model.getObjectiveValue() : Infinity,
    bound: Number.isFinite(bound) ? bound : -Infinity,
  };
}

/** A program without columns: its rows hold or they do not. */
function solveEmpty({ rowLower, rowUpper }: MixedProgram): SolverAnswer {
  const holds = rowLower.every((lower, r) => lower <= 0 && rowUpper[r]! >= 0);
  return holds
    ? { status: "optimal", values: new Float64Array(0), objective: 0, bound: 0 }
    : { status: "infeasible", values: null, objective: Infinity, bound: Infinity };
}
