/**
 * Text folded for searching: case and accents gone, one code unit for one code unit, so that a place in the folded
 * text is the same place in the text.
 */

const UNITS = 0x1_0000;
let table: Uint16Array | null = null;

/** What each UTF-16 code unit folds to. Surrogates and combining marks stay as they are. */
export function foldTable(): Uint16Array {
  if (!table) {
    table = new Uint16Array(UNITS);
    for (let unit = 0; unit < UNITS; unit += 1) table[unit] = foldUnit(unit);
  }
  return table;
}

/** Folds a text; the result is as long as the text. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  // Nearly always every letter has one small letter; `İ` has two units and moves all that follows.
  const base = lower.length === text.length ? lower : text;
  return base.replace(/[^\n\t -@[-~]+/g, foldRun);
}

/** Combining marks, which a decomposed text has behind its letters. */
export const COMBINING_MARKS = '\\u0300-\\u036f';
const hasMarksPattern = new RegExp(`[${COMBINING_MARKS}]`);

/** Whether a text writes accents as marks of their own. */
export function hasCombiningMarks(text: string): boolean {
  return hasMarksPattern.test(text);
}

function foldRun(run: string): string {
  const fold = foldTable();
  let folded = '';
  for (let place = 0; place < run.length; place += 1)
    folded += String.fromCharCode(fold[run.charCodeAt(place)] as number);
  return folded;
}

function foldUnit(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  const text = String.fromCharCode(unit);
  if (/[^\S\n\t]/u.test(text)) return 0x20;
  const [base = '', ...marks] = text.toLowerCase().normalize('NFD');
  const isLetterWithMarks = marks.every((mark) => /\p{M}/u.test(mark));
  return isLetterWithMarks && base.length === 1 ? base.charCodeAt(0) : unit;
}
