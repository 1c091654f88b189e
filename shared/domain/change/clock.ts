/**
 * A hybrid logical clock (Kulkarni et al. 2014): close to wall time, yet never behind a change already seen,
 * so that an edit made after seeing another always counts as later, however wrong the laptops' clocks are.
 */
export type ClockReading = { readonly milliseconds: number; readonly count: number };

export const CLOCK_START: ClockReading = { milliseconds: 0, count: 0 };

/** Negative when `a` is earlier than `b`. */
export function compareClocks(a: ClockReading, b: ClockReading): number {
  return a.milliseconds - b.milliseconds || a.count - b.count;
}

/** The next reading after `latest`, at wall time `nowMilliseconds`. */
export function advanceClock(latest: ClockReading, nowMilliseconds: number): ClockReading {
  return nowMilliseconds > latest.milliseconds
    ? { milliseconds: nowMilliseconds, count: 0 }
    : { milliseconds: latest.milliseconds, count: latest.count + 1 };
}
