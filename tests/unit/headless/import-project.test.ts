/** Projects of other programs on the command line: what the answer says, what is in the file afterwards, and twice is once. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Desk } from '#tests/unit/headless/command-line.ts';

const samples = join(import.meta.dirname, '..', '..', 'samples', 'refi');
const desk = new Desk();
afterAll(() => desk.clear());

type Answer = {
  readonly codes: number;
  readonly items: readonly {
    readonly outcome: string;
    readonly name: string;
    readonly sourceId: string | null;
    readonly codings: number;
    readonly reason: string | null;
  }[];
  readonly exchanged: readonly {
    readonly origin: string;
    readonly codings: { readonly total: number; readonly added: number };
    readonly losses: readonly { readonly code: string; readonly message: string }[];
  }[];
};

async function call<Out = Answer>(...words: string[]): Promise<Out> {
  return JSON.parse((await desk.call(...words, '--json')).stdout) as Out;
}

describe('import of a qdpx', () => {
  it('adds sources, codes and codings, names what is lost, and adds nothing the second time', async () => {
    await desk.call('new', 'a.triangula', '--title', 'A', '--no-passphrase');
    const file = join(samples, 's05_maxqda_like.qdpx');
    const dry = await call('import', 'a.triangula', file, '--dry-run');
    expect(dry.exchanged[0]?.codings).toEqual({ total: 6, added: 6 });
    expect((await call<{ sources: unknown[] }>('show', 'a.triangula')).sources).toEqual([]);

    const first = await call('import', 'a.triangula', file);
    expect(first.codes).toBe(2);
    expect(first.items.map(({ outcome, name, codings }) => [outcome, name, codings])).toEqual([
      ['imported', 'Interview', 5],
      ['imported', 'Interview', 0],
      ['imported', 'New Recording 11', 1],
    ]);
    expect(first.exchanged[0]?.origin).toContain('MAXQDA');
    const codes = first.exchanged[0]?.losses.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['media-not-kept', 'stand-in', 'kept-comments']));

    const shown = await call<{ codings: { quote: string; code: string; coder: string }[] }>(
      ...['show', 'a.triangula', '--source', first.items[0]?.sourceId ?? ''],
    );
    expect(shown.codings.map(({ quote, code, coder }) => `${quote}|${code}|${coder}`)).toContain('😀 über|drinks|Ana');

    const again = await call('import', 'a.triangula', file);
    expect(again.items.map(({ outcome }) => outcome)).toEqual(['duplicate', 'duplicate', 'duplicate']);
    expect([again.codes, again.exchanged[0]?.codings.added]).toEqual([0, 0]);
    expect((await desk.call('verify', 'a.triangula')).stdout).toContain('sound');
  });

  it('writes it back for another evaluation, where the same comes in', async () => {
    const out = await call<{ remarks: { code: string }[] }>(
      ...['export', 'a.triangula', '--as', 'qdpx', '--out', 'back.qdpx', '--for', 'nvivo'],
    );
    expect(out.remarks.map(({ code }) => code)).toContain('media-without-file');
    await desk.call('new', 'c.triangula', '--title', 'C', '--no-passphrase');
    const answer = await call('import', 'c.triangula', 'back.qdpx');
    expect(answer.items.map(({ name, codings }) => [name, codings])).toEqual([
      ['Interview', 5],
      ['Interview', 0],
      ['New Recording 11', 1],
    ]);
    expect((await desk.call('export', 'a.triangula', '--as', 'qdc', '--out', 'codes.qdc')).exitCode).toBe(0);
    const codes = await call('import', 'c.triangula', 'codes.qdc');
    expect([codes.codes, codes.items[0]?.outcome]).toEqual([0, 'imported']);
    for (const as of ['csv', 'xlsx', 'docx']) {
      const ran = await desk.call('export', 'a.triangula', '--as', as, '--codebook', '--out', `codes.${as}`);
      expect(ran.exitCode, as).toBe(0);
    }
  });

  it('refuses what is no project with a reason, and leaves the file as it was', async () => {
    await desk.call('new', 'b.triangula', '--title', 'B', '--no-passphrase');
    const before = desk.read('b.triangula');
    const whole = readFileSync(join(samples, 's01_inclusive_end.qdpx'));
    desk.write('cut.qdpx', whole.subarray(0, 700));
    desk.write('words.qdpx', 'these are only words');
    desk.write('empty.qdpx', '');
    const answer = await call('import', 'b.triangula', 'cut.qdpx', 'words.qdpx', 'empty.qdpx');
    expect(answer.items.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'failed']);
    for (const { reason } of answer.items) expect(reason).toMatch(/\w+.*\./);
    expect(desk.read('b.triangula').equals(before)).toBe(true);
  });
});
