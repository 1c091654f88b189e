/** Random texts with everything that breaks offsets, and random edits of them. */
import * as fc from 'fast-check';
import type { TextEdit } from '#shared/domain/revision/revise-content.ts';
import type { Segment, SourceContent } from '#shared/domain/source/source-content.ts';

const pieces = [
  'a',
  'b',
  ' ',
  '\n',
  'María',
  ' dijo ',
  'é',
  'e\u0301',
  '\u0301',
  'n\u0303',
  '👩‍👩‍👧‍👦',
  '🇲🇽',
  '🇫🇷',
  '👍🏽',
  '\u200d',
  '😀',
  'مرحبا',
  'َ',
  'שלום',
  'क्ष',
  '\u00ad',
  '\u2028',
  '.',
  'P1: ',
];

export const texts = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 40 })
  .map((parts) => parts.join(''));

/** A text, and edits as somebody would make them: in order, never overlapping, anywhere. */
export function editsOf(length: number): fc.Arbitrary<readonly TextEdit[]> {
  const edit = fc.record({
    place: fc.nat({ max: length }),
    reach: fc.nat({ max: 8 }),
    insert: fc.array(fc.constantFrom(...pieces), { maxLength: 3 }).map((parts) => parts.join('')),
  });
  return fc.array(edit, { maxLength: 5 }).map((list) => {
    const edits: TextEdit[] = [];
    for (const { place, reach, insert } of [...list].sort((a, b) => a.place - b.place)) {
      const from = Math.max(place, (edits.at(-1)?.to ?? -1) + 1);
      if (from <= length) edits.push({ from, to: Math.min(length, from + reach), insert });
    }
    return edits;
  });
}

/** Each line is a turn; what stands before its first colon is the label. */
export function contentOf(text: string): SourceContent {
  const segments: Segment[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const colon = line.indexOf(': ');
    const end = start + line.length;
    if (line !== '') {
      segments.push(
        colon > 0
          ? { start, end, role: 'turn', bodyStart: start + colon + 2, speaker: line.slice(0, colon) }
          : { start, end, role: 'turn' },
      );
    }
    start = end + 1;
  }
  return { text, segments, table: null };
}

/** A stable name for a content, as the store would give it. */
export function nameOf(content: SourceContent): string {
  let hash = 5381;
  for (const unit of JSON.stringify(content)) hash = (Math.imul(hash, 33) ^ (unit.codePointAt(0) ?? 0)) >>> 0;
  return `${hash.toString(16)}-${content.text.length}`;
}

/** Ends of whole characters. */
export function characterEnds(text: string): readonly number[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return [...[...segmenter.segment(text)].map(({ index }) => index), text.length];
}
