/** A batch of files: guesses, corrections, duplicates, failures; what comes out is what is added. */
import { describe, expect, it } from 'vitest';
import { asId } from '#shared/basics/ids.ts';
import { readFile } from '#shared/formats/read-file.ts';
import { decidedSource } from '#renderer/features/sources/import/draft-decision.ts';
import {
  changeBatch,
  contentOf,
  countBatch,
  type Batch,
  type ReadyFile,
} from '#renderer/features/sources/import/import-batch.ts';

const TALK = [
  'Entrevistadora: ¿Cómo fue?',
  'María López: Muy bien, gracias.',
  'Entrevistadora: ¿Y después?',
  'María López: También.',
].join('\n\n');
const TABLE = 'id;sexo;opinion\n1;mujer;Ayudó mucho a la comunidad\n2;hombre;Faltó tiempo para todo\n';

function fileNamed(name: string) {
  return { name, sizeBytes: 1, read: () => Promise.resolve({ ok: true as const, value: new Uint8Array() }) };
}

async function readInto(batch: Batch, key: string, name: string, text: string, known = new Map<string, string>()) {
  const result = await readFile({ name, bytes: new TextEncoder().encode(text) });
  const answer = { result, fileHash: `hash of ${text}`, facts: [] };
  return changeBatch(batch, { type: 'read', key, answer, choices: {}, known, waveOf: null });
}

function ready(batch: Batch, place = 0): ReadyFile {
  const state = batch[place]?.state;
  if (state?.kind !== 'ready') throw new Error(`not ready but ${state?.kind}`);
  return state;
}

const start = (...names: string[]): Batch => changeBatch([], { type: 'start', files: names.map(fileNamed) });
const stored = { fileName: 'E-07 2024-03-01.txt', fileHash: 'h', revision: asId<'content'>('r') };

describe('a batch', () => {
  it('guesses name, date and who asks, and never takes a name in life for a code name', async () => {
    const { decision } = ready(await readInto(start('E-07 2024-03-01.txt'), '0', 'E-07 2024-03-01.txt', TALK));
    expect(decision).toMatchObject({
      name: 'E-07 2024-03-01',
      method: 'interview',
      date: '2024-03-01',
    });
    expect(decision.speakers['Entrevistadora']).toBe('interviewer');
    expect(decision.speakers['María López']).toMatchObject({ codeName: 'E-07 2024-03-01' });
  });

  it('adds what was decided', async () => {
    let batch = await readInto(start('a.txt'), '0', 'a.txt', TALK);
    batch = changeBatch(batch, { type: 'decide', key: '0', values: { name: 'KII-07', place: 'Oaxaca' } });
    const { imported, decision } = ready(batch);
    const source = decidedSource(imported, decision, { ...stored, content: contentOf(ready(batch)) });
    expect(source).toMatchObject({ name: 'KII-07', place: 'Oaxaca', fileHash: 'h', characters: TALK.length });
    expect(source.speakers).toHaveLength(2);
  });

  it('finds speakers anew for another method', async () => {
    let batch = await readInto(start('a.txt'), '0', 'a.txt', TALK);
    batch = changeBatch(batch, { type: 'decide', key: '0', values: { method: 'document' } });
    expect(ready(batch).decision.speakers).toEqual({});
    batch = changeBatch(batch, { type: 'decide', key: '0', values: { method: 'interview' } });
    expect(Object.keys(ready(batch).decision.speakers)).toHaveLength(2);
  });

  it('keeps corrected roles when the table is read again another way', async () => {
    let batch = await readInto(start('t.csv'), '0', 't.csv', TABLE);
    batch = changeBatch(batch, { type: 'role', key: '0', column: 'sexo', role: 'ignore' });
    batch = await readInto(batch, '0', 't.csv', TABLE);
    expect(ready(batch).columns.map(({ role }) => role)).toContain('ignore');
    expect(ready(batch).imported.tableLayout).toEqual({ sheet: null, sheets: [], firstRow: null, headerRows: 1 });
  });

  it('makes the content of a questionnaire from the corrected roles', async () => {
    let batch = await readInto(start('q.csv'), '0', 'q.csv', TABLE);
    const open = (state: ReadyFile) => contentOf(state).segments.length;
    expect(open(ready(batch))).toBe(2);
    batch = changeBatch(batch, { type: 'role', key: '0', column: 'opinion', role: 'ignore' });
    expect(open(ready(batch))).toBe(0);
    const { imported, decision } = ready(batch);
    const source = decidedSource(imported, decision, { ...stored, content: contentOf(ready(batch)) });
    expect(source.speakers.map(({ label }) => label)).toEqual(['1', '2']);
  });

  it('recognises a file twice, in the batch and in the evaluation', async () => {
    let batch = start('a.txt', 'b.txt');
    batch = await readInto(batch, '0', 'a.txt', TALK);
    batch = await readInto(batch, '1', 'b.txt', TALK);
    expect(batch[1]?.state).toEqual({ kind: 'duplicate', of: 'a.txt' });
    const known = await readInto(start('c.txt'), '0', 'c.txt', TALK, new Map([[`hash of ${TALK}`, 'E-01']]));
    expect(known[0]?.state).toEqual({ kind: 'duplicate', of: 'E-01' });
  });

  it('stops: what was read stays, the rest is told apart', async () => {
    let batch = await readInto(start('a.txt', 'b.txt', 'c.txt'), '0', 'a.txt', TALK);
    batch = await readInto(batch, '1', 'b.txt', '');
    batch = changeBatch(batch, { type: 'stop' });
    expect(countBatch(batch)).toEqual({ read: 3, wanted: 1, failed: 2, duplicate: 0, imported: 0, waves: 0 });
    expect(batch[2]?.state).toMatchObject({ failure: { code: 'cancelled' } });
  });
});
