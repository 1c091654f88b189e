/** `import` on real files of the six formats gives what was computed of them without any of our code. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Desk } from '#tests/unit/headless/command-line.ts';

const data = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data');
const isThere = existsSync(join(data, 'EXPECTED.json'));
if (!isThere) console.warn(`skipped: ${data} is not there, so imports are not compared with EXPECTED.json`);

type Expected = {
  readonly text?: { readonly nonspace_chars: number };
  readonly pdf?: { readonly nonspace_chars: number };
  readonly turns?: { readonly turns_per_speaker?: Readonly<Record<string, number>>; readonly turns?: number };
  readonly table?: { readonly data_rows: number; readonly columns: number };
  readonly delimiter?: string;
};
type Item = {
  readonly outcome: string;
  readonly sourceId: string;
  readonly reason: string;
  readonly speakers: readonly { readonly name: string; readonly turns: number }[];
  readonly questionnaire: {
    readonly respondents: number;
    readonly columns: readonly unknown[];
    readonly delimiter: string;
  } | null;
};

const expected = (isThere ? JSON.parse(readFileSync(join(data, 'EXPECTED.json'), 'utf8')) : {}) as Record<
  string,
  Expected
>;
/** Where EXPECTED.json errs; tests/unit/formats/expected-data.test.ts says why. */
const corrected: Readonly<Record<string, Expected>> = {
  'interviews/en_pdpilot_P1.pdf': { turns: { turns_per_speaker: { Dan: 47, Participant: 47 } } },
  'documents/arabic_word-export.pdf': { pdf: { nonspace_chars: 1171 } },
};
const names = Object.keys(expected).filter((name) => /\.(txt|md|docx|vtt|csv|pdf)$/u.test(name));
const delimiters: Readonly<Record<string, string>> = { comma: ',', semicolon: ';', tab: '\t' };

describe.skipIf(!isThere)('import of the shared data', { timeout: 240_000 }, () => {
  const desk = new Desk();
  const items = new Map<string, Item>();
  const texts = new Map<string, string>();
  beforeAll(async () => {
    await desk.run('new', 'p.triangula', '--title', 'Data', '--no-passphrase');
    const answer = await desk.json<{ items: (Item & { input: string })[] }>(
      ...['import', 'p.triangula', ...names.map((name) => join(data, name))],
    );
    for (const [place, item] of answer.items.entries()) items.set(names[place] ?? '', item);
    await desk.run('export', 'p.triangula', '--as', 'json', '--out', 'all.json');
    const { sources } = JSON.parse(desk.read('all.json').toString()) as { sources: { id: string; text: string }[] };
    for (const source of sources) texts.set(source.id, source.text);
  }, 240_000);
  afterAll(() => desk.clear());

  it.each(names)('%s', (name) => {
    const item = items.get(name) as Item;
    const { text, pdf, turns, table, delimiter } = { ...expected[name], ...corrected[name] };
    if (pdf?.nonspace_chars === 0) {
      expect(item).toMatchObject({ outcome: 'failed' });
      expect(item.reason).toContain('scanned');
      return;
    }
    expect(item).toMatchObject({ outcome: 'imported', reason: null });
    if (turns?.turns_per_speaker) {
      expect(Object.fromEntries(item.speakers.map((speaker) => [speaker.name, speaker.turns]))).toEqual(
        turns.turns_per_speaker,
      );
    }
    if (table) {
      expect(item.questionnaire).toMatchObject({
        respondents: table.data_rows,
        delimiter: delimiters[delimiter ?? 'comma'],
      });
      expect(item.questionnaire?.columns).toHaveLength(table.columns);
    }
    const nonspace = countNonspace(texts.get(item.sourceId) ?? '');
    if (text && !table) expect(nonspace).toBe(text.nonspace_chars);
    if (pdf) expect(Math.abs(nonspace - pdf.nonspace_chars) / pdf.nonspace_chars).toBeLessThan(0.02);
  });
});

/** Code points without white space and the invisible signs that EXPECTED.md names. */
function countNonspace(text: string): number {
  return [...text.replace(/[\s\u00AD\u200B\u200E\u200F\uFEFF]/gu, '')].length;
}
