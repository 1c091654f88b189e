/** Sheet names that Excel takes: at most 31 characters, none of its forbidden signs, no two alike. */
import { splitText } from '#shared/formats/spreadsheet/cell-text.ts';

const LONGEST = 31;

/** Gives each sheet a legal name close to the wanted one; used names are told apart by a number. */
export class SheetNames {
  private readonly taken = new Set<string>();

  claim(wanted: string): string {
    const legal = wanted
      .replace(/[\\/?*[\]:\u0000-\u001F\uFFFE\uFFFF]|[\uD800-\uDFFF]/gu, ' ')
      .replace(/\s+/gu, ' ')
      .replace(/^['\s]+|['\s]+$/gu, '');
    // Excel keeps `History` for itself.
    const base = legal === '' || legal.toLowerCase() === 'history' ? `${legal || 'Sheet'} 1` : legal;
    for (let number = 1; ; number += 1) {
      const ending = number === 1 ? '' : ` (${number})`;
      // A quote mark that the cut brings to the end is as unwelcome there as one that was typed there.
      const cut = (splitText(base, LONGEST - ending.length)[0] ?? '').replace(/['\s]+$/u, '');
      const name = `${cut}${ending}`;
      const key = name.toLocaleLowerCase();
      if (this.taken.has(key)) continue;
      this.taken.add(key);
      return name;
    }
  }
}

/** A sheet's name as it stands in a reference. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** `A`, `B` ... `Z`, `AA` ... for the column at `index`, from 0. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
