/** Dates as Excel counts them: days since the end of 1899. */

const DAY = 86_400_000;
/** Excel believes that 1900 was a leap year, so that days before this one are off by one there: they stay text. */
const FIRST_SAFE_DAY = Date.UTC(1900, 2, 1);
const LAST_DAY = Date.UTC(9999, 11, 31);
const EPOCH = Date.UTC(1899, 11, 30);

/** The serial number of a whole date `2024-05-17`; null for anything else, such as `2024-05` or 30 February. */
export function serialOfDate(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const time = Date.UTC(year, month - 1, day);
  const read = new Date(time);
  if (read.getUTCMonth() !== month - 1 || read.getUTCDate() !== day) return null;
  return time < FIRST_SAFE_DAY || time > LAST_DAY ? null : (time - EPOCH) / DAY;
}

/** The serial number of an ISO time, in UTC to the second; null for anything else. */
export function serialOfTime(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/u.test(text)) return null;
  const time = Date.parse(text);
  if (Number.isNaN(time) || time < FIRST_SAFE_DAY || time > LAST_DAY) return null;
  return Math.floor(time / 1000) / 86_400 - EPOCH / DAY;
}
