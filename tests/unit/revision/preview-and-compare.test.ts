/** What is told before an edit, what is found to replace, and what differs between two texts. */
import { expect, test } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import { findWords, replaceAt } from '#shared/analysis/replace-words.ts';
import type { Coding } from '#shared/domain/coding/coding.ts';
import { compareRevisions, reviseTo } from '#shared/domain/revision/compare-revisions.ts';
import { previewRevision } from '#shared/domain/revision/preview-revision.ts';
import { reviseContent } from '#shared/domain/revision/revise-content.ts';
import { RevisionGraph } from '#shared/domain/revision/revision-graph.ts';
import { contentOf } from '#tests/unit/revision/texts.ts';

const text = 'Rosa: Vino Doña Rosa.\nP2: Rosalía y ROSA no vinieron.';
const coding = (id: string, words: string): Coding =>
  ({ id, start: text.indexOf(words), end: text.indexOf(words) + words.length }) as unknown as Coding;

test('codings are counted as moved, changed and lost', () => {
  const edits = [
    { from: 0, to: 0, insert: 'Inicio. ' },
    { from: text.indexOf('Vino'), to: text.indexOf('Vino') + 5, insert: '' },
  ];
  const { sections } = reviseContent(contentOf(text), edits);
  const preview = previewRevision([coding('a', 'Vino '), coding('b', 'Vino Doña'), coding('c', 'Rosalía')], sections);
  expect(preview.moved).toBe(1);
  expect(preview.changed.map((item) => item.coding.id)).toEqual(['b']);
  expect(preview.lost.map((item) => item.coding.id)).toEqual(['a']);
});

test('a name is found as it is written or in any writing, whole or not', () => {
  const count = (matchCase: boolean, wholeWords: boolean) =>
    findWords(text, { find: 'Rosa', matchCase, wholeWords }).length;
  expect([count(true, true), count(false, true), count(true, false), count(false, false)]).toEqual([2, 3, 3, 4]);
  expect(findWords(text, { find: ' ', matchCase: false, wholeWords: false })).toEqual([]);
});

test('a name in a label goes from the label, too, for all turns of who speaks', () => {
  const places = findWords(text, { find: 'Rosa', matchCase: true, wholeWords: true });
  const { content, renamed } = reviseContent(contentOf(text), replaceAt(places, '[mujer]'));
  expect(content.text).toBe('[mujer]: Vino Doña [mujer].\nP2: Rosalía y ROSA no vinieron.');
  expect([...renamed]).toEqual([['Rosa', '[mujer]']]);
  expect(content.segments.map(({ speaker }) => speaker)).toEqual(['[mujer]', 'P2']);
});

test('two texts differ piece by piece, and going back gives the earlier one with its labels', () => {
  const before = contentOf(text);
  const revised = reviseContent(before, [
    { from: 0, to: 4, insert: 'P1' },
    { from: text.length - 9, to: text.length - 1, insert: 'llegaron' },
  ]);
  const [one, other] = [asId<'content'>('one'), asId<'content'>('other')];
  const graph = new RevisionGraph([{ from: one, to: other, sections: revised.sections }]);
  const [then, now] = [
    { hash: one, content: before },
    { hash: other, content: revised.content },
  ];
  expect(compareRevisions(graph, then, now)?.map((piece) => [piece.before, piece.after])).toEqual([
    ['Rosa', 'P1'],
    ['vinieron', 'llegaron'],
  ]);
  const back = reviseTo(graph, now, then);
  expect(back?.content).toBe(before);
  expect([...(back?.renamed ?? [])]).toEqual([['P1', 'Rosa']]);
  expect(compareRevisions(new RevisionGraph([]), then, now)).toBeNull();
});
