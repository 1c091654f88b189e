/** The wording of exports: the same keys and places in every language, and none missing that a writer asks for. */
import { describe, expect, test } from 'vitest';
import type { WordEntries } from '#shared/formats/deliverable/words.ts';
import { writeDeliverable } from '#shared/formats/deliverable/write-deliverable.ts';
import { everyTask, everyWordOf, orderFor } from './every-deliverable.ts';
import { dictionaries } from './fixture.ts';
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

  test('has every word that the writers ask for: none shows its key', async () => {
    const sample = await buildSampleExport();
    const matrix = sample.matrix('finding');
    const areas = Object.keys(dictionaries.en).join('|');
    const key = new RegExp(`(?<![\\w/.-])(?:${areas})\\.[a-z][\\w-]*(?:\\.[a-z][\\w-]*)?(?![\\w./])|\\{\\{`, 'gu');
    for (const task of Object.values(everyTask(matrix))) {
      for (const profile of ['full', 'public'] as const) {
        const result = await writeDeliverable(orderFor(task, sample.material, { profile, matrix }));
        const shown = result.ok ? everyWordOf(result.value.bytes).match(key) : ['failed'];
        expect([task.kind, [...new Set(shown ?? [])].filter((word) => !/\.(?:xml|rels|csv)$/u.test(word))]).toEqual([
          task.kind,
          [],
        ]);
      }
    }
  }, 60_000);
});
