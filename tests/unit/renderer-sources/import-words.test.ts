/** What became of a file, in one line: with a number that fits, and with the remarks that wait in the preview. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readFile } from '#shared/formats/read-file.ts';
import { changeBatch } from '#renderer/features/sources/import/import-batch.ts';
import { explainImportFailure, sayState } from '#renderer/features/sources/import/import-words.ts';
import { formatsFor } from '#renderer/ui/formats.ts';
import { setLanguage, wordsNow } from '#renderer/ui/words.ts';

vi.stubGlobal('document', { documentElement: {} });
afterEach(() => setLanguage('en'));

async function stateOf(name: string, text: string): Promise<string> {
  const result = await readFile({ name, bytes: new TextEncoder().encode(text) });
  const file = { name, sizeBytes: 1, read: () => Promise.resolve({ ok: true as const, value: new Uint8Array() }) };
  const started = changeBatch([], { type: 'start', files: [file] });
  const answer = { result, fileHash: 'hash', facts: [] };
  const key = started[0]?.key ?? '';
  const [entry] = changeBatch(started, {
    type: 'read',
    key,
    answer,
    choices: {},
    known: new Map<string, string>(),
    waveOf: null,
  });
  return entry ? sayState(entry.state, wordsNow(), formatsFor('en')) : '';
}

describe('the line of a file', () => {
  it('counts the pages of a scan', () => {
    const scan = (pages: number) => explainImportFailure({ code: 'no-text', values: { pages } }, wordsNow());
    expect(scan(1)).toMatch(/^The page holds only images/u);
    expect(scan(12)).toMatch(/^The 12 pages hold only images/u);
    setLanguage('es');
    expect(scan(1)).toMatch(/^La página solo contiene imágenes/u);
  });

  it('says how many remarks there are, so that none is missed in a large batch', async () => {
    const ragged = 'id;sexo;opinion\n1;mujer;Ayudó mucho a la comunidad;x\n2;hombre;Faltó tiempo para todo\n';
    expect(await stateOf('ragged.csv', ragged)).toBe('Questionnaire · 1 remark');
    expect(await stateOf('even.csv', ragged.replace(';x', ''))).toBe('Questionnaire');
  });
});
