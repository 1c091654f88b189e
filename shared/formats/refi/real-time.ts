/** Days and times that exist: a schema refuses the 31st of February. */

/** Says whether the day of an ISO date or time is in the calendar and its hour on the clock. */
export function isRealTime(text: string): boolean {
  const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0'] =
    /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2}))?/.exec(text.trim()) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isDay = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) && Number(year) >= 100;
  return isDay && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
}
