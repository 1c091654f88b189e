/** `merge` on real files: what comes in, what is refused, and a project that stays as it was when nothing is taken. */
import 'fake-indexeddb/auto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStandIn } from '#renderer/bridge/stand-in.ts';
import { make, mustOpen, codeSomething } from '#tests/unit/session/open-session.ts';
import { codePassage } from '#shared/domain/coding/coding-edits.ts';
import { reviseContent } from '#shared/domain/revision/revise-content.ts';
import { reviseSources } from '#shared/domain/revision/revision-edits.ts';
import { randomBytes } from '#renderer/data/random.ts';
import { Desk } from '#tests/unit/headless/command-line.ts';

type Merged = {
  readonly added: Record<string, number>;
  readonly changed: Record<string, number>;
  readonly removed: Record<string, number>;
  readonly conflicts: readonly Record<string, unknown>[];
  readonly identical: boolean;
  readonly refused: readonly { readonly file: string; readonly code: string }[];
};

const TEXT = 'Interviewer: Why?\nParticipant: Because of the shelter and the road.\n';

async function call<Answer>(desk: Desk, ...words: string[]): Promise<Answer> {
  return JSON.parse((await desk.call(...words, '--json')).stdout) as Answer;
}

describe('merge of copies', { timeout: 60_000 }, () => {
  const desk = new Desk();
  const copy = (from: string, to: string): void => copyFileSync(join(desk.folder, from), join(desk.folder, to));
  const code = async (file: string, quote: string, path: string, coder: string, now: string): Promise<void> => {
    desk.write('t.json', JSON.stringify([{ source: 'E-01', quote, code: path, coder }]));
    await desk.call('code', file, 't.json', '--actor', coder, '--now', now);
  };
  beforeAll(async () => {
    await desk.call('new', 'base.triangula', '--title', 'T', '--no-passphrase', '--actor', 'Ana');
    desk.write('E-01.txt', TEXT);
    await desk.call('import', 'base.triangula', 'E-01.txt', '--actor', 'Ana');
    copy('base.triangula', 'ana.triangula');
    copy('base.triangula', 'luis.triangula');
    copy('base.triangula', 'eva.triangula');
    await code('ana.triangula', 'the shelter', 'Effectiveness', 'Ana', '2026-02-01T10:00:00Z');
    await code('luis.triangula', 'the road', 'Relevance', 'Luis', '2025-02-01T10:00:00Z');
    await code('eva.triangula', 'Because', 'Impact/Causes', 'Eva', '2027-02-01T10:00:00Z');
  });
  afterAll(() => desk.clear());

  it('ends in the same evaluation for all, in any order and any number of times', async () => {
    const orders = [
      ['ana', 'luis', 'eva'],
      ['luis', 'eva', 'ana'],
      ['eva', 'eva', 'ana', 'luis', 'ana'],
    ] as const;
    const shown: unknown[] = [];
    for (const [place, [first, ...others]] of orders.entries()) {
      const file = `all-${place}.triangula`;
      copy(`${first}.triangula`, file);
      const merged = await call<Merged>(desk, 'merge', file, ...others.map((name) => `${name}.triangula`));
      expect(merged).toMatchObject({ conflicts: [], identical: false, removed: {}, refused: [] });
      expect(merged.added['coding']).toBe(2);
      const { sources, codes } = await call<{ sources: unknown; codes: { path: string }[] }>(desk, 'show', file);
      shown.push({ sources, codes });
      const before = desk.read(file);
      expect(await call<Merged>(desk, 'merge', file, 'ana.triangula', 'luis.triangula')).toMatchObject({
        added: {},
        changed: {},
        identical: true,
      });
      expect(desk.read(file).equals(before)).toBe(true);
      expect((await desk.call('verify', file)).exitCode).toBe(0);
    }
    expect(shown[1]).toEqual(shown[0]);
    expect(shown[2]).toEqual(shown[0]);
  });

  it('looks beforehand without writing', async () => {
    copy('ana.triangula', 'look.triangula');
    const before = desk.read('look.triangula');
    expect(await call<Merged>(desk, 'merge', 'look.triangula', 'luis.triangula', '--dry-run')).toMatchObject({
      added: { coding: 1, person: 1 },
      identical: false,
    });
    expect(desk.read('look.triangula').equals(before)).toBe(true);
  });

  it('refuses what is not a sound copy of this evaluation, by name, and leaves the file as it was', async () => {
    await desk.call('new', 'other.triangula', '--title', 'Other', '--no-passphrase');
    const sound = desk.read('luis.triangula');
    desk.write('cut.triangula', sound.subarray(0, sound.length - 10));
    const flipped = Buffer.from(sound);
    flipped[sound.length - 60]! ^= 1;
    desk.write('flipped.triangula', flipped);
    const newer = Buffer.from(sound);
    newer[8] = 99;
    desk.write('newer.triangula', newer);
    copy('ana.triangula', 'mine.triangula');
    const before = desk.read('mine.triangula');
    for (const [file, code] of [
      ['other.triangula', 'another-evaluation'],
      ['cut.triangula', 'damaged'],
      ['flipped.triangula', 'damaged'],
      ['newer.triangula', 'too-new'],
      ['E-01.txt', 'not-ours'],
      ['nowhere.triangula', 'missing'],
    ] as const) {
      const ran = await desk.call('merge', 'mine.triangula', file, '--json');
      expect([file, ran.exitCode, JSON.parse(ran.stdout)]).toMatchObject([file, 1, { error: { code } }]);
      expect(ran.stderr).toMatch(/^error: .+\n$/u);
      expect(desk.read('mine.triangula').equals(before)).toBe(true);
    }
    const mixed = await call<Merged>(desk, 'merge', 'mine.triangula', 'other.triangula', 'luis.triangula');
    expect(mixed).toMatchObject({
      added: { coding: 1 },
      refused: [{ file: 'other.triangula', code: 'another-evaluation' }],
    });
    expect((await desk.call('merge', 'mine.triangula')).exitCode).toBe(2);
  });
});

describe('merge of what was edited in the app', { timeout: 60_000 }, () => {
  const desk = new Desk();
  let machines = 0;
  afterAll(() => desk.clear());

  /** A file with two interviews, one of them coded. */
  async function start(passphrase: string | null) {
    const host = createStandIn();
    const { name, session } = await make(host, passphrase);
    const coded = await codeSomething(session, 'Nos encerraron en la casa de la calle Jacaranda toda la noche.');
    await codeSomething(session, 'El albergue abrió sus puertas a todas las que llegaban al pueblo.');
    await session.close();
    return { bytes: host.files.get(name)!.slice(), coding: coded.coding };
  }

  async function edited(
    bytes: Uint8Array,
    person: string,
    passphrase: string | null,
    edit: (session: Awaited<ReturnType<typeof mustOpen>>) => unknown,
  ): Promise<Uint8Array> {
    const host = createStandIn();
    // The machines of a test share one database: a name of its own stands for a machine of its own.
    machines += 1;
    const name = `${person} ${machines}.triangula`;
    host.files.set(name, Uint8Array.from(bytes));
    const session = await mustOpen(host, name, { personName: person, passphrase });
    const after = (await edit(session)) as typeof session | undefined;
    await (after ?? session).close();
    return host.files.get(name)!;
  }

  it('lists both values of what two people wrote apart, and the later stands', async () => {
    const { bytes, coding } = await start(null);
    const memo = (text: string) => (session: Awaited<ReturnType<typeof mustOpen>>) => {
      session.commit({
        label: { key: 'write-memo', values: {} },
        ops: [{ op: 'set', kind: 'coding', id: coding, fields: { memo: text } }],
      });
    };
    desk.write('a.triangula', await edited(bytes, 'Ana Robles', null, memo('cautious')));
    desk.write('b.triangula', await edited(bytes, 'Luis Cano', null, memo('certain')));
    const merged = await call<Merged>(desk, 'merge', 'a.triangula', 'b.triangula');
    expect(merged.conflicts).toMatchObject([
      {
        kind: 'coding',
        id: coding,
        field: 'memo',
        kept: 'certain',
        overwritten: 'cautious',
        by: 'Ana Robles',
        keptBy: 'Luis Cano',
      },
    ]);
    expect((await call<Merged>(desk, 'merge', 'a.triangula', 'b.triangula')).conflicts).toEqual([]);
  });

  it('brings together what two people wrote into one text, the same whoever merges', async () => {
    const { bytes } = await start(null);
    const write =
      (start: number, end: number, insert: string) => async (session: Awaited<ReturnType<typeof mustOpen>>) => {
        const source = session.project.all('source')[0]!;
        const content = (await session.contents.load(source.revision))!;
        const { content: next, sections, renamed } = reviseContent(content, [{ from: start, to: end, insert }]);
        const to = await session.contents.add(next);
        const revision = { source, to, characters: next.text.length, sections, renamed };
        const by = { person: session.person, at: new Date().toISOString() };
        session.commit(reviseSources([revision], 'edit', by, randomBytes));
      };
    desk.write('a.triangula', await edited(bytes, 'Ana Robles', null, write(0, 3, 'Las')));
    desk.write('b.triangula', await edited(bytes, 'Luis Cano', null, write(31, 35, 'calle')));
    copyFileSync(join(desk.folder, 'a.triangula'), join(desk.folder, 'a2.triangula'));
    const texts: string[] = [];
    for (const [mine, theirs] of [
      ['a.triangula', 'b.triangula'],
      ['b.triangula', 'a2.triangula'],
    ] as const) {
      const merged = await call<Merged>(desk, 'merge', mine, theirs);
      expect(merged.conflicts).toEqual([]);
      const { sources } = await call<{ sources: { id: string }[] }>(desk, 'show', mine);
      const { text } = await call<{ text: string }>(desk, 'show', mine, '--source', sources[0]!.id, '--text');
      texts.push(text);
      expect((await desk.call('verify', mine)).exitCode).toBe(0);
    }
    expect(texts[0]).toMatch(/^Las .*calle/u);
    expect(texts[1]).toBe(texts[0]);
    expect((await call<Merged>(desk, 'merge', 'a.triangula', 'b.triangula')).conflicts).toEqual([]);
  });

  it('opens copies that were sealed apart with the words given for them', async () => {
    const { bytes } = await start('las palabras de ana');
    const other = await edited(bytes, 'Luis Cano', 'las palabras de ana', async (session) => {
      // Taking the seal off and putting another on draws other keys.
      const open = await session.changePassphrase('las palabras de ana', null);
      if (!open.ok) throw new Error(open.failure.code);
      await codeSomething(open.value, 'Dicho por otra persona en otro lugar.');
      const sealed = await open.value.changePassphrase(null, 'las de luis, que son otras');
      if (!sealed.ok) throw new Error(sealed.failure.code);
      return sealed.value;
    });
    desk.write('mine.triangula', bytes);
    desk.write('theirs.triangula', other);
    desk.write('mine.txt', 'las palabras de ana\n');
    desk.write('wrong.txt', 'no son estas\n');
    desk.write('theirs.txt', 'no son estas\nlas de luis, que son otras\n');
    const own = ['--passphrase-file', 'mine.txt'];
    const wrong = await desk.call('merge', 'mine.triangula', 'theirs.triangula', ...own, '--json');
    expect(JSON.parse(wrong.stdout)).toMatchObject({ error: { code: 'wrong-passphrase' } });
    expect(desk.read('mine.triangula').equals(Buffer.from(bytes))).toBe(true);
    const given = [...own, '--other-passphrase-file', 'wrong.txt', '--other-passphrase-file', 'theirs.txt'];
    const merged = await call<Merged>(desk, 'merge', 'mine.triangula', 'theirs.triangula', ...given);
    expect(merged.added).toMatchObject({ coding: 1, source: 1 });
    expect((await desk.call('verify', 'mine.triangula', ...own)).exitCode).toBe(0);
  });

  it('a copy older than a withdrawal brings no word back, and a withdrawal that comes in takes them away', async () => {
    const { bytes, coding } = await start(null);
    const withdrawn = await edited(bytes, 'Ana Robles', null, async (session) => {
      const [source] = session.project.all('source');
      const note = { date: '2026-01-02', recordedBy: session.person, reason: '' };
      const erased = await session.eraseWithdrawn({ kind: 'source', id: source!.id, name: source!.name }, note);
      if (!erased.ok) throw new Error(erased.failure.code);
      return erased.value;
    });
    const older = await edited(bytes, 'Luis Cano', null, (session) => {
      const source = session.project.get('source', session.project.get('coding', coding)!.source)!;
      const code = session.project.all('code')[2]!;
      const memo = 'She said: encerraron en la casa de la calle Jacaranda. Berenjena';
      const passage = { source, code, start: 30, end: 45, coder: session.person, codedAt: '', memo };
      session.commit(codePassage(passage, randomBytes).draft);
      session.commit({
        label: { key: 'edit-evaluation', values: {} },
        ops: [
          { op: 'set', kind: 'evaluation', id: 'evaluation', fields: { title: 'De la calle Jacaranda toda la noche' } },
        ],
      });
    });
    for (const [mine, theirs] of [
      [withdrawn, older],
      [older, withdrawn],
    ] as const) {
      desk.write('mine.triangula', mine);
      desk.write('theirs.triangula', theirs);
      const merged = await desk.call('merge', 'mine.triangula', 'theirs.triangula', '--json');
      expect([merged.exitCode, merged.stderr]).toEqual([0, '']);
      const shown = await call<{ sources: { name: string; codings: number }[]; title: string }>(
        desk,
        'show',
        'mine.triangula',
      );
      expect(shown.sources).toMatchObject([{ name: 'E-2', codings: 1 }]);
      expect(shown.title).not.toContain('calle Jacaranda');
      expect((await desk.call('verify', 'mine.triangula')).exitCode).toBe(0);
      const host = createStandIn();
      machines += 1;
      host.files.set(`${machines}.triangula`, new Uint8Array(desk.read('mine.triangula')));
      const session = await mustOpen(host, `${machines}.triangula`);
      const log: string[] = [];
      for await (const changes of session.log.newestFirst()) log.push(JSON.stringify(changes));
      for (const word of ['Jacaranda', 'Berenjena']) expect(log.join()).not.toContain(word);
      await session.close();
    }
  });
});
