/** Which texts are numbers that come back exactly as they stand. */

/** A plain decimal number without leading zeros that a spreadsheet would show as it stands; null otherwise. */
export function plainNumber(text: string): number | null {
  if (!/^-?(0|[1-9]\d{0,10})(\.\d{1,4})?$/u.test(text)) return null;
  const value = Number(text);
  return String(value) === text ? value : null;
}
