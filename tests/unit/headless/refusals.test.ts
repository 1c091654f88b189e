/** Bad input and wrong usage: one line, the right exit code, and a project file that stays as it was. */
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Desk } from '#tests/unit/headless/command-line.ts';

describe('refusals of the command line', { timeout: 60_000 }, () => {
  const desk = new Desk();
  let before: Buffer;
  beforeAll(async () => {
    await desk.run('new', 'p.triangula', '--title', 'T', '--no-passphrase', '--actor', 'Ana');
    desk.write('E-01.txt', 'Interviewer: Why?\nParticipant: Because.\nInterviewer: And?\nParticipant: So.\n');
    await desk.run('import', 'p.triangula', 'E-01.txt', '--actor', 'Ana');
  }, 60_000);
  beforeEach(() => {
    before = desk.read('p.triangula');
  });
  afterAll(() => desk.clear());

  it.each([
    [['gaps'], 'FILE'],
    [['gaps', 'p.triangula', '--kind', 'x'], 'no option'],
    [['rescue', 'p.triangula'], '--out NEW says where to write'],
    [['nonsense'], 'no command "nonsense"'],
    [[], 'A command is missing'],
    [['show'], 'show needs FILE'],
    [['show', 'p.triangula', 'x'], 'does not know what to do with "x"'],
    [['show', 'p.triangula', '--colour'], 'no option --colour'],
    [['show', 'p.triangula', '--source'], '--source needs a value'],
    [['show', 'p.triangula', '--text'], '--text goes with --source'],
    [['import', 'p.triangula'], 'import needs INPUT'],
    [['import', 'p.triangula', 'E-01.txt', '--method', 'seance'], '--method is one of'],
    [['matrix', 'p.triangula', '--rows', 'person'], 'one of'],
    [['matrix', 'p.triangula', '--columns', 'attribute:'], '--columns is one of'],
    [['matrix', 'p.triangula', '--where', 'x'], '--where is NAME=VALUE'],
    [['export', 'p.triangula', '--as', 'odt', '--out', 'x'], '--as is one of'],
    [['export', 'p.triangula', '--as', 'csv'], 'export needs --out'],
    [
      ['export', 'p.triangula', '--as', 'csv', '--out', 'x.csv', '--profile', 'press'],
      '--profile is one of full, reviewer, public',
    ],
    [['export', 'p.triangula', '--as', 'json', '--out', 'p.triangula'], 'not written over a project'],
    [['new', 'q.triangula', '--no-passphrase'], 'new needs --title'],
    [['new', 'q.triangula', '--title', 'T', '--no-passphrase', '--now', 'yesterday'], '--now is an ISO time'],
  ])('wrong usage: %j', async (words, message) => {
    const ran = await desk.call(...words);
    expect(ran.exitCode).toBe(2);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).toMatch(/^error: .+\n$/u);
    expect(ran.stderr).toContain(message);
    expect(desk.read('p.triangula').equals(before)).toBe(true);
  });

  it.each([
    [['show', 'not-there.triangula'], 'missing'],
    [['show', 'E-01.txt'], 'not-ours'],
    [['show', '.'], 'io-error'],
    [['show', 'p.triangula', '--source', 'nobody'], 'no-source'],
    [['new', 'p.triangula', '--title', 'T', '--no-passphrase'], 'exists'],
    [['new', 'sealed.triangula', '--title', 'T'], 'passphrase-needed'],
    [['new', 'no/such/folder.triangula', '--title', 'T', '--no-passphrase'], 'missing'],
    [['code', 'p.triangula', 'not-there.csv'], 'missing'],
    [['code', 'p.triangula', 'E-01.txt'], 'bad-table'],
    [['import', 'p.triangula', 'E-01.txt', '--plan', 'E-01.txt'], 'bad-plan'],
    [['import', 'not-there.triangula', 'E-01.txt'], 'missing'],
    [['search', 'p.triangula', '(', '--regex'], 'query-incomplete'],
    [['search', 'p.triangula', ' '], 'query-empty'],
    [['export', 'p.triangula', '--as', 'csv', '--out', 'no/such/out.csv'], 'missing'],
  ])('refused: %j', async (words, code) => {
    const ran = await desk.call(...words, '--json');
    expect(ran.exitCode).toBe(1);
    expect(JSON.parse(ran.stdout)).toMatchObject({ error: { code } });
    expect(ran.stderr).toMatch(/^error: .+\n$/u);
    expect(ran.stderr).not.toMatch(/\bat .+:\d+/u);
    expect(desk.read('p.triangula').equals(before)).toBe(true);
    expect(existsSync(join(desk.folder, 'p.triangula.lock'))).toBe(false);
  });

  it('imports the good ones of a batch and gives each bad one its line', async () => {
    desk.write('empty.txt', '');
    desk.write(
      'binary.txt',
      Uint8Array.from({ length: 3000 }, (_, n) => (n * 7919) % 256),
    );
    desk.write('broken.docx', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3, 4, 5, 6, 7, 8]));
    desk.write('notes.md', '# Notes\n\nWhat we saw in the village.\n');
    const ran = await desk.run(
      'import',
      'p.triangula',
      'empty.txt',
      'binary.txt',
      'broken.docx',
      'gone.txt',
      'notes.md',
      '--json',
    );
    const { items } = JSON.parse(ran.stdout) as { items: { outcome: string; reason: string | null }[] };
    expect(items.map((item) => item.outcome)).toEqual(['failed', 'failed', 'failed', 'failed', 'imported']);
    expect(items.slice(0, 4).every((item) => (item.reason ?? '').length > 10)).toBe(true);
    expect(ran.stderr.trim().split('\n')).toHaveLength(4);
    expect(ran.exitCode).toBe(0);
    expect((await desk.run('import', 'p.triangula', 'empty.txt')).exitCode).toBe(1);
  });

  it('leaves a project alone that somebody has open', async () => {
    const lock = { owner: 'Luis', pid: process.pid, host: hostname(), since: new Date().toISOString() };
    desk.write('p.triangula.lock', JSON.stringify(lock));
    desk.write('more.txt', 'More words.');
    const ran = await desk.run('import', 'p.triangula', 'more.txt', '--json');
    expect(JSON.parse(ran.stdout)).toMatchObject({ error: { code: 'locked' } });
    expect(ran.stderr).toContain('Luis');
    expect(desk.read('p.triangula').equals(before)).toBe(true);
    expect((await desk.run('show', 'p.triangula')).exitCode).toBe(0);
    const left = { ...lock, pid: 999_999_999 };
    desk.write('p.triangula.lock', JSON.stringify(left));
    expect((await desk.run('import', 'p.triangula', 'more.txt')).exitCode).toBe(0);
  });

  it('asks for the passphrase of a sealed project, by environment or file', async () => {
    const secret = { TRIANGULA_PASSPHRASE: 'correcto caballo' };
    expect((await desk.runWith(secret, 'new', 's.triangula', '--title', 'S')).exitCode).toBe(0);
    expect((await desk.run('show', 's.triangula')).stderr).toContain('s.triangula is sealed');
    const wrong = await desk.runWith({ TRIANGULA_PASSPHRASE: 'x' }, 'show', 's.triangula', '--json');
    expect(JSON.parse(wrong.stdout)).toMatchObject({ error: { code: 'wrong-passphrase' } });
    desk.write('secret.txt', 'correcto caballo\n');
    expect(await desk.json('show', 's.triangula', '--passphrase-file', 'secret.txt')).toMatchObject({ title: 'S' });
    expect(desk.read('s.triangula').includes('Relevance')).toBe(false);
  });

  it('opens a file that was cut off, says so, and reports it when verifying', async () => {
    desk.write('cut.triangula', before.subarray(0, before.length - 40));
    const shown = await desk.run('show', 'cut.triangula', '--json');
    expect(JSON.parse(shown.stdout)).toMatchObject({ title: 'T', verified: false });
    expect(shown.stderr).toContain('cannot be read');
    const ran = await desk.run('verify', 'cut.triangula', '--json');
    expect(ran.exitCode).toBe(1);
    expect(JSON.parse(ran.stdout)).toMatchObject({ ok: false, problems: [{ kind: 'torn' }] });
    expect(desk.read('cut.triangula').length).toBe(before.length - 40);
    const damaged = Buffer.from(before);
    damaged.writeUInt8(damaged.readUInt8(700) ^ 1, 700);
    desk.write('damaged.triangula', damaged);
    const refused = await desk.run('import', 'damaged.triangula', 'more.txt', '--json');
    expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'damaged' } });
    expect(desk.read('damaged.triangula').equals(damaged)).toBe(true);
  });

  it('explains itself', async () => {
    const all = await desk.run('--help');
    expect(all).toMatchObject({ exitCode: 0, stderr: '' });
    for (const name of [
      'new',
      'import',
      'code',
      'show',
      'matrix',
      'gaps',
      'search',
      'agreement',
      'export',
      'verify',
      'rescue',
    ]) {
      expect((await desk.call(name, '--help')).stdout).toContain(`triangula ${name} FILE`);
    }
  });
});
