/** Measuring: medians of several runs, with the whole spread, and a check that what was measured is also right. */
export type Measurement = {
  readonly name: string;
  /** Median of the runs. */
  readonly value: number;
  readonly unit: 'ms' | 'MB' | 'ratio';
  readonly runs: number;
  readonly min: number;
  readonly max: number;
};

/** Runs `work` once unmeasured and `runs` times measured, in milliseconds. `prepare` is not measured. */
export async function measureMilliseconds<Prepared>(
  name: string,
  runs: number,
  prepare: () => Prepared | Promise<Prepared>,
  work: (prepared: Prepared) => unknown,
): Promise<Measurement> {
  const durations: number[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const prepared = await prepare();
    const begin = performance.now();
    await work(prepared);
    if (run > 0) durations.push(performance.now() - begin);
  }
  return summarise(name, 'ms', durations);
}

/** Puts figures into one measurement. */
export function summarise(name: string, unit: Measurement['unit'], figures: readonly number[]): Measurement {
  const sorted = [...figures].sort((a, b) => a - b);
  const round = (value: number | undefined): number => Math.round((value ?? Number.NaN) * 1000) / 1000;
  const middle = Math.floor(sorted.length / 2);
  const median = sorted.length % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  return { name, value: round(median), unit, runs: sorted.length, min: round(sorted[0]), max: round(sorted.at(-1)) };
}

/** A fast wrong number is worth nothing: stops the benchmark when a result is not what it must be. */
export function mustBe(what: string, actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`${what} is ${String(actual)}, and should be ${String(expected)}.`);
}
