/** Passages around hits; nothing is coded twice. */
import { expect, test } from 'vitest';
import { codePlaces, newPlaces, passageAround, type AutocodeUnit } from '#shared/analysis/autocode.ts';
import { seededBytes } from '#tests/support/random.ts';
import { ANA, smallProject } from '#tests/support/small-project.ts';
import { contentOf } from '#tests/unit/revision/texts.ts';

const text = 'P1: Vine en mayo. El curso fue bueno. Gracias.\nP2: Yo no fui.\n\nSin hablante, otro curso.';
const content = contentOf(text);
const hit = { start: text.indexOf('curso'), end: text.indexOf('curso') + 5 };
const around = (unit: AutocodeUnit): string => {
  const { start, end } = passageAround(content, hit, unit);
  return text.slice(start, end);
};

test('a hit grows to its sentence, paragraph or turn, without the label of who speaks', () => {
  expect(around('hit')).toBe('curso');
  expect(around('sentence')).toBe('El curso fue bueno.');
  expect(around('paragraph')).toBe('P1: Vine en mayo. El curso fue bueno. Gracias.');
  expect(around('turn')).toBe('Vine en mayo. El curso fue bueno. Gracias.');
  const first = { start: 4, end: 8 };
  const sentence = passageAround(content, first, 'sentence');
  expect(text.slice(sentence.start, sentence.end)).toBe('Vine en mayo.');
});

test('a hit over two sentences takes both', () => {
  const both = { start: text.indexOf('mayo'), end: hit.end };
  const { start, end } = passageAround(content, both, 'sentence');
  expect(text.slice(start, end)).toBe('Vine en mayo. El curso fue bueno.');
});

test('each place is coded once, with one undo, and not again', () => {
  const small = smallProject();
  const source = small.project.get('source', small.sources[0]!)!;
  const code = small.project.all('code')[0]!;
  const places = [hit, hit, { start: 0, end: 2 }].map((place) => ({ ...place, source }));
  const fresh = newPlaces(small.project, places, code);
  expect(fresh).toHaveLength(2);
  const draft = codePlaces(fresh, { code, coder: ANA.person, codedAt: '' }, seededBytes(3));
  expect(draft.ops.filter(({ kind }) => kind === 'source')).toHaveLength(1);
  small.commit(draft);
  expect(small.project.codingsOfSource(source.id)).toHaveLength(2);
  expect(newPlaces(small.project, places, code)).toEqual([]);
});
