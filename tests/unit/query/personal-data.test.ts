/** What may tell who somebody is is proposed; what cannot is not. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPersonalWords } from '#shared/analysis/personal-data.ts';

const found = (text: string) => findPersonalWords([text]).map(({ kind, words }) => `${kind}: ${words}`);

test('addresses, telephone numbers, papers and names are found', () => {
  expect(found('Escribir a rosa.lopez@albergue.org.mx.')).toEqual(['email: rosa.lopez@albergue.org.mx']);
  expect(found('Su teléfono es (55) 1234-5678, o +52 1 222 333 4455.')).toEqual([
    'phone: (55) 1234-5678',
    'phone: +52 1 222 333 4455',
  ]);
  expect(found('CURP LOAR850101MDFPRS09, pasaporte G12345678')).toEqual(['id: G12345678', 'id: LOAR850101MDFPRS09']);
  expect(found('vino María de los Ángeles Peña y después doña Rosa')).toEqual([
    'name: María de los Ángeles Peña',
    'name: Rosa',
  ]);
});

test('years, amounts and small words are not', () => {
  expect(found('En 2022 y 2023 fueron 1,200 personas, el 45.5 % de 30 000.')).toEqual([]);
  expect(found('la señora que vino dijo que no')).toEqual([]);
});

test('what stands often comes first', () => {
  const list = findPersonalWords(['a@b.mx c@d.mx', 'c@d.mx']);
  expect(list.map(({ words, count }) => [words, count])).toEqual([
    ['c@d.mx', 2],
    ['a@b.mx', 1],
  ]);
});

test('no text makes it slow or fail', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void findPersonalWords([text])));
  // Would take for ever if anything were tried again and again.
  for (const piece of ['a.', '1 ', '1-', 'Aa ', 'Aa de ', '@a.', '(1']) findPersonalWords([piece.repeat(20_000)]);
});
