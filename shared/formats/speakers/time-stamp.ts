/** Times of a recording as they stand in transcripts: 1:23, 00:01:23, 00:01:23.500, also in Arabic-Indic digits. */

const digit = '[0-9٠-٩۰-۹]';

/** Source of a pattern that finds a time; it has no groups, so that it can be put into others. */
export const timePattern = `${digit}{1,3}:${digit}{1,2}(?::${digit}{1,2})?(?:[.,]${digit}{1,3})?`;

const whole = new RegExp(`^${timePattern}$`);

/** Milliseconds, or null when the text is no time (or no possible one, such as minute 61). */
export function parseTime(text: string): number | null {
  const plain = text.trim();
  if (!whole.test(plain)) return null;
  const [clock = '', fraction = ''] = westernDigits(plain).replace(',', '.').split('.');
  const parts = clock.split(':').map(Number);
  const seconds = parts.pop() ?? 0;
  const minutes = parts.pop() ?? 0;
  const hours = parts.pop() ?? 0;
  if (seconds > 59 || (hours > 0 && minutes > 59)) return null;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
}

/** Arabic-Indic and Persian digits as 0 to 9. */
export function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (character) => String(character.charCodeAt(0) & 0x0f));
}
