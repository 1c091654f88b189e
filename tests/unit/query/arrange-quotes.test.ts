/** The order and the groups of the list of quotes. */
import { expect, test } from 'vitest';
import { arrangeQuotes } from '#renderer/features/quotes/arrange-quotes.ts';
import type { ExcerptRow } from '#renderer/view-state/excerpt-rows.ts';

const row = (id: string, code: string, group: string): ExcerptRow =>
  ({ coding: { id }, excerpt: { codePath: ['Eficacia', code], group, quote: id } }) as unknown as ExcerptRow;
const rows = [
  row('1', 'Ámbito', 'b'),
  row('2', 'Zona', ''),
  row('3', 'ambito', 'a'),
  row('4', 'Código 10', 'b'),
  row('5', 'Código 9', 'b'),
];
const keys = (arrangement: Partial<Parameters<typeof arrangeQuotes>[1]>) =>
  arrangeQuotes(rows, { sort: 'place', isDescending: false, grouping: 'none', ...arrangement }, 'es').map(
    (line) => line.key,
  );

test('by place they stay as they come, and turn round', () => {
  expect(keys({})).toEqual(['1', '2', '3', '4', '5']);
  expect(keys({ isDescending: true })).toEqual(['5', '4', '3', '2', '1']);
});

test('words are ordered as people order them, equals by place', () => {
  expect(keys({ sort: 'code' })).toEqual(['1', '3', '5', '4', '2']);
});

test('groups are counted, each in its own order', () => {
  expect(keys({ grouping: 'group', isDescending: true })).toEqual([
    'heading ',
    '2',
    'heading a',
    '3',
    'heading b',
    '5',
    '4',
    '1',
  ]);
});
