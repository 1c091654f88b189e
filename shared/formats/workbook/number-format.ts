/** How a spreadsheet shows a number: as a date, a time, a share, with leading zeros, or as it is. */

export type NumberKind =
  | { readonly kind: 'plain' }
  | { readonly kind: 'date' | 'date-time' | 'time' | 'duration' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'padded'; readonly digits: number };

const plain: NumberKind = { kind: 'plain' };

/** Formats that every spreadsheet knows by number; 27 to 58 are dates in East Asian ones. */
function builtIn(id: number): NumberKind {
  if (id === 9 || id === 10) return { kind: 'percent' };
  if (id >= 14 && id <= 17) return { kind: 'date' };
  if (id >= 18 && id <= 21) return { kind: 'time' };
  if (id === 22) return { kind: 'date-time' };
  if (id === 45 || id === 47) return { kind: 'time' };
  if (id === 46) return { kind: 'duration' };
  return (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? { kind: 'date' } : plain;
}

/** Judges a format by its number, and by its code where the file has one of its own. */
export function numberKind(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return builtIn(id);
  // Words in quotes, escaped characters, colours and conditions are no parts of a date.
  const bare = (code.split(';')[0] ?? '')
    .slice(0, 200)
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .toLowerCase();
  if (/\[[hms]+\]/.test(bare)) return { kind: 'duration' };
  if (/^general$|^@$/.test(bare)) return plain;
  const hasTime = /[hs]/.test(bare);
  const hasDate = /[yd]/.test(bare) || (/m/.test(bare) && !hasTime);
  if (hasDate) return { kind: hasTime ? 'date-time' : 'date' };
  if (hasTime) return { kind: 'time' };
  if (bare.includes('%')) return { kind: 'percent' };
  return /^0{2,15}$/.test(bare) ? { kind: 'padded', digits: bare.length } : plain;
}

const DAY = 86_400_000;

/** A number as people see it: dates as ISO dates, full precision elsewhere, so that nothing is rounded away. */
export function showNumber(value: number, format: NumberKind, startsIn1904: boolean): string {
  switch (format.kind) {
    case 'date':
    case 'date-time':
    case 'time':
      return showDate(value, format.kind, startsIn1904);
    case 'duration':
      return showDuration(value);
    case 'percent':
      return `${precise(value * 100)}%`;
    case 'padded':
      return Number.isInteger(value) && value >= 0 ? String(value).padStart(format.digits, '0') : precise(value);
    case 'plain':
      return precise(value);
  }
}

/** Fifteen digits are what a spreadsheet holds: 0.1 + 0.2 is 0.3. */
function precise(value: number): string {
  return String(Number(value.toPrecision(15)));
}

function showDate(value: number, kind: 'date' | 'date-time' | 'time', startsIn1904: boolean): string {
  if (value < 0 || value >= 2_958_466) return precise(value);
  // Day 60 of the older calendar is a 29 February 1900 that never was.
  const days = startsIn1904 ? value + 1462 : value < 60 ? value + 1 : value;
  const date = new Date(Math.round((days * DAY) / 1_000) * 1_000 - 25_569 * DAY);
  const iso = date.toISOString();
  const time = iso.slice(11, 19);
  if (kind === 'time' && value < 1) return shortTime(time);
  const hasTime = kind !== 'date' && (time !== '00:00:00' || kind === 'date-time');
  return hasTime ? `${iso.slice(0, 10)} ${time}` : iso.slice(0, 10);
}

function showDuration(value: number): string {
  const seconds = Math.round(Math.abs(value) * 86_400);
  const pad = (part: number): string => String(part).padStart(2, '0');
  const text = `${Math.floor(seconds / 3_600)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return value < 0 ? `-${text}` : text;
}

function shortTime(time: string): string {
  return time.endsWith(':00') ? time.slice(0, 5) : time;
}
