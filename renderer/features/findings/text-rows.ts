/** How many lines a field needs for what is in it: Chromium 114 cannot size a field by its text. */
const CHARACTERS_PER_LINE = 62;
const MAXIMUM_ROWS = 24;

/** Lines for a text, at least `minimum`. */
export function textRows(text: string, minimum: number): number {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / CHARACTERS_PER_LINE)), 0);
  return Math.min(MAXIMUM_ROWS, Math.max(minimum, lines + 1));
}
