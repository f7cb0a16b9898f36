// One line of a bench: our median beside a plain reference measured in the same run. Only the ratio means
// anything on a shared machine.

export interface BenchRow {
  readonly name: string;
  readonly unit?: "ms" | "%" | "MB";
  /** Medians and our least. */
  readonly ours: number;
  readonly reference?: number;
  readonly min: number;
}

/** Times two ways of doing the same in turns, so that a busy machine slows both; medians of `rounds`. */
export function compare(
  name: string,
  rounds: number,
  ours: () => void,
  reference: (() => void) | null,
): BenchRow {
  for (let i = 0; i < 3; i++) ours();
  const mine: number[] = [];
  const theirs: number[] = [];
  for (let i = 0; i < rounds; i++) {
    mine.push(timeOf(ours));
    if (reference) theirs.push(timeOf(reference));
  }
  const row = { name, unit: "ms" as const, ours: median(mine), min: Math.min(...mine) };
  return reference ? { ...row, reference: median(theirs) } : row;
}

/** As `compare`, where ours takes turns of the event loop; warmed up by one round. */
export async function compareAsync(
  name: string,
  rounds: number,
  ours: () => Promise<void>,
  reference: () => void,
): Promise<BenchRow> {
  await ours();
  const mine: number[] = [];
  const theirs: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    await ours();
    mine.push(performance.now() - start);
    theirs.push(timeOf(reference));
  }
  return { name, unit: "ms", ours: median(mine), reference: median(theirs), min: Math.min(...mine) };
}

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
