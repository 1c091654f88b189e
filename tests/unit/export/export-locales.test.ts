/** The wording of exports: the same keys and places in every language, and none missing that a writer asks for. */
import { describe, expect, test } from 'vitest';
import { wordsFrom, type WordEntries, type Words } from '#shared/formats/deliverable/words.ts';
import { writeCodedExcerptsWorkbook } from '#shared/formats/spreadsheet/coded-excerpts-workbook.ts';
import { writeMatrixWorkbook } from '#shared/formats/spreadsheet/matrix-workbook.ts';
import { writeFindingsReport } from '#shared/formats/word/findings-report.ts';
import { dictionaries, EXPORTED_AT } from './fixture.ts';
import { buildSampleExport } from './sample-export.ts';

function flatten(entries: WordEntries, path = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value]] : Object.entries(flatten(value, `${path}${key}.`)),
    ),
  );
}

const placesOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => name ?? '').sort();

describe('export.json', () => {
  const english = flatten(dictionaries.en);
  test.each(['es', 'fr'] as const)('in %s has the same keys and places as in English', (language) => {
    const other = flatten(dictionaries[language]);
    expect(Object.keys(other)).toEqual(Object.keys(english));
    for (const [key, text] of Object.entries(english)) expect(placesOf(other[key] ?? ''), key).toEqual(placesOf(text));
  });

  test('has every word that the writers ask for', async () => {
    const missing = new Set<string>();
    const known = wordsFrom(dictionaries.en);
    const words: Words = (key, values) => {
      const text = known(key, values);
      if (text === key || text.includes('{{')) missing.add(key);
      return text;
    };
    const sample = await buildSampleExport();
    const request = { words, language: 'en', exportedAt: EXPORTED_AT } as const;
    const matrix = sample.matrix('finding');
    await writeCodedExcerptsWorkbook(sample.material, request);
    await writeMatrixWorkbook(sample.material, { ...request, matrix, rows: 'finding', columns: 'method' });
    await writeFindingsReport(sample.material, { ...request, judgements: matrix.rows });
    expect([...missing]).toEqual([]);
  });
});
