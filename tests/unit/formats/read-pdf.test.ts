/** Text PDF: pages, paragraphs, words cut at line ends, and furniture that never interrupts a sentence. */
import { describe, expect, it } from 'vitest';
import { assemblePages } from '#shared/formats/pdf/assemble.ts';
import type { RawPage } from '#shared/formats/pdf/furniture.ts';
import type { PageLine } from '#shared/formats/pdf/page-lines.ts';
import { pdfOf, readBytes, talkOf } from '#tests/unit/formats/support.ts';

/** A page of lines 14 points apart from the top; null leaves a gap. Letters are 6 points wide. */
function page(number: number, texts: readonly (string | null)[], extra: readonly PageLine[] = []): RawPage {
  const lines = texts.flatMap((text, index) => (text === null ? [] : [line(text, 60, 740 - index * 14)]));
  return { number, height: 842, lines: [...lines, ...extra] };
}

function line(text: string, left: number, baseline: number): PageLine {
  return { text, left, right: left + text.length * 6, baseline, size: 12, rightToLeft: false };
}

const full = 'This line of the text is as long as the column is wide and more';

describe('pdf', () => {
  it('has a segment per page', async () => {
    const source = await readBytes(pdfOf([['Interviewer: How was it?', 'P1: Good.'], ['P1: Page two.']]), 'a.pdf');
    expect(source.content.text).toBe('Interviewer: How was it?\nP1: Good.\nP1: Page two.');
    const pages = source.content.segments.filter((segment) => segment.role === 'page');
    expect(pages).toEqual([
      { start: 0, end: 35, role: 'page', page: 1 },
      { start: 35, end: 48, role: 'page', page: 2 },
    ]);
    expect(talkOf(source)).toEqual([
      ['Interviewer', 'How was it?'],
      ['P1', 'Good.'],
      ['P1', 'Page two.'],
    ]);
  });

  it('reads where streams cannot be iterated over, as in Chromium 114', async () => {
    const prototype = ReadableStream.prototype as unknown as Record<symbol, unknown>;
    const iterator = Object.getOwnPropertyDescriptor(prototype, Symbol.asyncIterator);
    delete prototype[Symbol.asyncIterator];
    try {
      expect((await readBytes(pdfOf([['One'], ['Two']]), 'a.pdf')).content.text).toBe('One\nTwo');
    } finally {
      if (iterator !== undefined) Object.defineProperty(prototype, Symbol.asyncIterator, iterator);
    }
  });

  it('says which pages have no text', async () => {
    const source = await readBytes(pdfOf([['One'], null, ['Three'], null]), 'a.pdf');
    expect(source.warnings).toEqual([{ code: 'pages-without-text', values: { count: 2, pages: '2, 4' } }]);
    expect(source.content.segments.filter((segment) => segment.role === 'page').map((segment) => segment.page)).toEqual(
      [1, 2, 3, 4],
    );
  });

  it('joins lines that the width broke, and keeps those that the author ended', () => {
    const { text } = assemblePages([page(1, [full, 'goes on here.', 'A new one.', null, 'After a gap'])]);
    expect(text).toBe(`${full} goes on here.\nA new one.\nAfter a gap`);
  });

  it('mends words cut at the end of a line, but keeps hyphens that belong to them', () => {
    const { text } = assemblePages([
      page(1, [
        'A word that is cut at the end of this long line is deter-',
        'mined. The key-informant said that and the other key-',
        'informant too.',
      ]),
    ]);
    expect(text).toBe(
      'A word that is cut at the end of this long line is determined. The key-informant said that and the other key-informant too.',
    );
  });

  it('moves heads and feet out of a sentence that runs over the page', () => {
    const furniture = (number: number): PageLine[] => [
      line('Final evaluation', 60, 800),
      line(`Page ${String(number)} of 2`, 60, 40),
    ];
    const { text, segments } = assemblePages([
      page(1, ['Title', null, full], furniture(1)),
      page(2, ['and ends here.', 'Next.'], furniture(2)),
    ]);
    expect(text).toBe(
      `Final evaluation\nPage 1 of 2\nTitle\n${full} and ends here.\nFinal evaluation\nPage 2 of 2\nNext.`,
    );
    const marked = segments.filter((segment) => segment.role === 'furniture');
    expect(marked.map((segment) => text.slice(segment.start, segment.end))).toEqual([
      'Final evaluation',
      'Page 1 of 2',
      'Final evaluation',
      'Page 2 of 2',
    ]);
  });

  it('takes the numbers of lines at the margin for furniture', () => {
    const numbers = Array.from({ length: 6 }, (_, index) => line(String(index + 1), 30, 740 - index * 14));
    const { text } = assemblePages([page(1, [full, 'Two.', 'Three.', 'Four.', 'Five.', 'Six.'], numbers)]);
    expect(text).toBe(`1 2 3 4 5 6\n${full} Two.\nThree.\nFour.\nFive.\nSix.`);
  });
});
