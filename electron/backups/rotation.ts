/** Decides which backups have had their time: the last ten stay, then one a day, then one a week. Pure. */

const LAST = 10;
const DAILY_DAYS = 14;
const WEEKLY_WEEKS = 26;
const DAMAGED = 3;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

export type DatedBackup = {
  readonly madeAtMilliseconds: number;
  /** Found damaged when it was read back later. It must not push a good one out. */
  readonly isDamaged: boolean;
};

/** Those that may go. Days and weeks are counted by the calendar (UTC), so that what is kept today is kept tomorrow. */
export function supersededBackups<Backup extends DatedBackup>(
  backups: readonly Backup[],
  nowMilliseconds: number,
): readonly Backup[] {
  const newestFirst = [...backups].sort((a, b) => b.madeAtMilliseconds - a.madeAtMilliseconds);
  // A clock that was set back makes old backups look new: they neither count nor go until it is right again.
  const present = newestFirst.filter(({ madeAtMilliseconds }) => madeAtMilliseconds <= nowMilliseconds + HOUR);
  const good = present.filter(({ isDamaged }) => !isDamaged);
  const kept = new Set<Backup>([
    ...good.slice(0, LAST),
    ...newestOfEach(good, DAY, nowMilliseconds - DAILY_DAYS * DAY),
    ...newestOfEach(good, WEEK, nowMilliseconds - WEEKLY_WEEKS * WEEK),
    ...present.filter(({ isDamaged }) => isDamaged).slice(0, DAMAGED),
  ]);
  return present.filter((backup) => !kept.has(backup));
}

/** The newest of each day or week, back to a moment. `newestFirst` is sorted. */
function newestOfEach<Backup extends DatedBackup>(
  newestFirst: readonly Backup[],
  lengthMilliseconds: number,
  sinceMilliseconds: number,
): readonly Backup[] {
  const newest = new Map<number, Backup>();
  for (const backup of newestFirst) {
    if (backup.madeAtMilliseconds < sinceMilliseconds) break;
    const stretch = Math.floor(backup.madeAtMilliseconds / lengthMilliseconds);
    if (!newest.has(stretch)) newest.set(stretch, backup);
  }
  return [...newest.values()];
}
