/**
 * A text that stands in for what has none here: pictures, recordings, areas of a page, texts that are missing. One line
 * for each coded selection says where it is, so that its codings are seen, counted and written back.
 */
import type { RefiCoding, StandInLine } from '#shared/formats/refi/refi-text.ts';
import { codingsOf, readInteger } from '#shared/formats/refi/read-selections.ts';
import { childOf } from '#shared/formats/refi/xml-tree.ts';
import type { RefiElement } from '#shared/formats/refi/xml-tree.ts';

export type StandIn = {
  readonly text: string;
  readonly lines: readonly StandInLine[];
  readonly codings: readonly RefiCoding[];
};

/** The lines of the coded selections; a coding of the whole document stands on a line with its name. */
export function standInFor(source: RefiElement, selections: readonly RefiElement[], name: string): StandIn {
  let text = '';
  const lines: StandInLine[] = [];
  const codings: RefiCoding[] = [];
  const add = (words: string, element: RefiElement, isDocument: boolean): void => {
    const start = text.length;
    text += `${words}\n`;
    const extent = { start, end: start + words.length };
    lines.push({ ...extent, element });
    codings.push(...codingsOf(element, extent, isDocument));
  };
  if (childOf(source, 'Coding') !== undefined) add(`[${oneLine(name) || '–'}]`, source, true);
  for (const selection of selections) {
    if (childOf(selection, 'Coding') !== undefined) add(wordsOf(selection), selection, false);
  }
  return { text, lines, codings };
}

/** Where a selection is, and what it is called if that says more. */
function wordsOf(selection: RefiElement): string {
  const where = placeOf(selection);
  const words = oneLine(childOf(childOf(selection, 'Representation'), 'PlainTextContent')?.text ?? '');
  const name = oneLine(selection.attributes['name'] ?? '');
  const says = words || (/\p{L}/u.test(name) ? name : '');
  return [where, says].filter((part) => part !== '').join('  ') || '–';
}

function placeOf({ name, attributes }: RefiElement): string {
  const number = (key: string): string => {
    const value = readInteger(attributes[key]);
    return Number.isNaN(value) ? '?' : String(value);
  };
  if (name === 'AudioSelection' || name === 'VideoSelection') {
    return `[${clock(readInteger(attributes['begin']))}–${clock(readInteger(attributes['end']))}]`;
  }
  if (name === 'PlainTextSelection') return `[${number('startPosition')}–${number('endPosition')}]`;
  if (attributes['firstX'] === undefined) return '';
  const area = `(${number('firstX')}, ${number('firstY')})–(${number('secondX')}, ${number('secondY')})`;
  const page = readInteger(attributes['page']);
  return Number.isNaN(page) ? `[${area}]` : `[p. ${page + 1}: ${area}]`;
}

function clock(milliseconds: number): string {
  if (Number.isNaN(milliseconds)) return '?';
  const seconds = Math.floor(milliseconds / 1_000);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${String(milliseconds % 1_000).padStart(3, '0')}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
