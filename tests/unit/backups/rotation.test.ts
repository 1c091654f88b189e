/** Which backups stay: the last ten, one a day, one a week; nothing is lost to a wrong clock or to damage. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { supersededBackups, type DatedBackup } from '#electron/backups/rotation.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2025, 5, 18, 15);

function at(...times: readonly number[]): readonly DatedBackup[] {
  return times.map((madeAtMilliseconds) => ({ madeAtMilliseconds, isDamaged: false }));
}

function keptOf(backups: readonly DatedBackup[], now = NOW): readonly number[] {
  const gone = new Set(supersededBackups(backups, now));
  return backups.filter((backup) => !gone.has(backup)).map(({ madeAtMilliseconds }) => madeAtMilliseconds);
}

/** A backup every half hour of eight working hours, rotated each time, for as many days. */
function work(days: number): readonly DatedBackup[] {
  let kept: readonly DatedBackup[] = [];
  for (let day = 0; day < days; day += 1) {
    for (let half = 0; half < 16; half += 1) {
      const now = NOW + day * DAY - 7 * HOUR + half * (HOUR / 2);
      const backups = [...kept, ...at(now)];
      const gone = new Set(supersededBackups(backups, now));
      kept = backups.filter((backup) => !gone.has(backup));
    }
  }
  return kept;
}

describe('rotation', () => {
  it('keeps the last ten however close together', () => {
    const minutes = Array.from({ length: 12 }, (_, index) => NOW - index * 60_000);
    expect(keptOf(at(...minutes))).toEqual(minutes.slice(0, 10));
  });

  it('keeps one a day for two weeks and one a week for half a year after a year of work', () => {
    const kept = work(400).map(({ madeAtMilliseconds }) => madeAtMilliseconds);
    const latest = Math.max(...kept);
    const agesInDays = kept.map((time) => Math.floor(latest / DAY) - Math.floor(time / DAY));
    for (let day = 1; day <= 13; day += 1) expect(agesInDays).toContain(day);
    const weeks = new Set(kept.map((time) => Math.floor(time / (7 * DAY))));
    expect(weeks.size).toBeGreaterThanOrEqual(26);
    expect(Math.max(...agesInDays)).toBeLessThanOrEqual(26 * 7);
    expect(kept.length).toBeLessThanOrEqual(10 + 14 + 27);
  });

  it('never takes the newest, and takes nothing a second time around', () => {
    const times = fc.array(fc.integer({ min: NOW - 300 * DAY, max: NOW }), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(times, (list) => {
        const backups = at(...list);
        const kept = backups.filter((backup) => !supersededBackups(backups, NOW).includes(backup));
        expect(kept.map((backup) => backup.madeAtMilliseconds)).toContain(Math.max(...list));
        expect(kept.length).toBeGreaterThanOrEqual(Math.min(10, list.length));
        expect(supersededBackups(kept, NOW)).toEqual([]);
      }),
    );
  });

  it('keeps all of last year’s when the clock is set back by a year, and the new ones too', () => {
    const future = Array.from({ length: 30 }, (_, index) => NOW + 365 * DAY - index * HOUR);
    expect(keptOf(at(NOW, ...future))).toEqual([NOW, ...future]);
  });

  it('does not let damaged ones push good ones out', () => {
    const damaged = Array.from({ length: 20 }, (_, index) => ({
      madeAtMilliseconds: NOW - index * 60_000,
      isDamaged: true,
    }));
    const good = at(...Array.from({ length: 10 }, (_, index) => NOW - 300 * DAY - index));
    const gone = supersededBackups([...damaged, ...good], NOW);
    expect(gone).toHaveLength(17);
    expect(gone.every(({ isDamaged }) => isDamaged)).toBe(true);
  });
});
