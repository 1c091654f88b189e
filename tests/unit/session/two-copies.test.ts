/** Two copies of one evaluation while others touch the file: pulled out, replaced, restored, somebody else's. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { createStandIn, type StandInHost } from '#renderer/bridge/stand-in.ts';
import type { ProjectSession } from '#renderer/data/session.ts';
import { codeSomething, make, mustOpen, open, pick } from '#tests/unit/session/open-session.ts';
import { visibleState } from '#tests/support/small-project.ts';

/** What a machine that has only the file sees. */
async function stateElsewhere(host: StandInHost, name: string): Promise<unknown> {
  const elsewhere = createStandIn();
  elsewhere.files.set('copy.triangula', host.files.get(name)!.slice());
  const session = await mustOpen(elsewhere, 'copy.triangula');
  const state = visibleState(session.project);
  await session.close();
  return state;
}

/** A colleague opens a copy of the file, edits it, and gives it back. */
async function editedElsewhere(bytes: Uint8Array, edit: (session: ProjectSession) => Promise<ProjectSession | void>) {
  const elsewhere = createStandIn();
  elsewhere.files.set('copy.triangula', bytes.slice());
  const session = await mustOpen(elsewhere, 'copy.triangula', { personName: 'Luis Cano' });
  const after = (await edit(session)) ?? session;
  await after.close();
  return elsewhere.files.get('copy.triangula')!;
}

describe('the stick is pulled out', () => {
  test('work goes on, the screen says where it is saved, and the file catches up when it is back', async () => {
    const host = createStandIn();
    const { name, session } = await make(host);
    await session.flush();
    const stick = host.files.get(name)!;
    host.files.delete(name);
    host.refusals.set('project.recreate', 'missing');
    await codeSomething(session);
    expect(await session.flush()).toMatchObject({ kind: 'partly', inApp: true, inFile: false });
    expect((await session.reconcile()).kind).toBe('missing');
    host.files.set(name, stick);
    host.refusals.clear();
    expect((await session.flush()).kind).toBe('saved');
    expect((await session.reconcile()).kind).toBe('as-left');
    expect(await stateElsewhere(host, name)).toEqual(visibleState(session.project));
  });

  test('catches up by itself, without being asked', async () => {
    const host = createStandIn();
    const { name, session } = await make(host);
    await session.flush();
    const stick = host.files.get(name)!;
    host.files.delete(name);
    host.refusals.set('project.recreate', 'missing');
    await codeSomething(session);
    await session.flush();
    host.files.set(name, stick);
    await expect.poll(() => session.saveState().kind, { timeout: 8000 }).toBe('saved');
    expect(await stateElsewhere(host, name)).toEqual(visibleState(session.project));
  }, 10_000);

  test('a file that was deleted is written again, whole', async () => {
    const host = createStandIn();
    const { name, session } = await make(host);
    await codeSomething(session);
    await session.flush();
    host.files.delete(name);
    await codeSomething(session, 'Otra frase, ya sin archivo.');
    expect((await session.flush()).kind).toBe('saved');
    expect(await stateElsewhere(host, name)).toEqual(visibleState(session.project));
  });

  test('another project that stands at the place is never overwritten', async () => {
    const host = createStandIn();
    const { name, session } = await make(host);
    const other = await make(host);
    await other.session.close();
    await session.flush();
    const foreign = host.files.get(other.name)!.slice();
    host.files.set(name, foreign);
    await codeSomething(session);
    expect(await session.flush()).toMatchObject({ kind: 'partly', inApp: true, inFile: false });
    await expect.poll(() => session.outside()).toEqual({ kind: 'foreign', why: 'other-project' });
    expect(host.files.get(name)).toEqual(foreign);
    const saved = await session.saveCopyAs(await pick(host, 'Mi copia.triangula'));
    if (!saved.ok) throw new Error(saved.failure.code);
    await session.close();
    expect(visibleState(saved.value.project)).toEqual(visibleState(session.project));
    await codeSomething(saved.value, 'Y se sigue trabajando.');
    expect((await saved.value.close()).kind).toBe('saved');
    expect(host.files.get(name)).toEqual(foreign);
    expect(await stateElsewhere(host, 'Mi copia.triangula')).toEqual(visibleState(saved.value.project));
  });
});

describe('the file is replaced while it is open', () => {
  test('changes of others are counted, offered, and taken in on a word', async () => {
    const host = createStandIn();
    const { name, session } = await make(host);
    await codeSomething(session);
    await session.flush();
    const theirs = await editedElsewhere(host.files.get(name)!, async (other) => {
      await codeSomething(other, 'Lo que dijo otra persona en otra oficina.');
    });
    await codeSomething(session, 'Mientras tanto, aquí.');
    await session.flush();
    host.files.set(name, theirs);
    const offer = await session.reconcile();
    expect(offer).toMatchObject({ kind: 'offer', changes: 2 });
    expect(session.project.all('coding')).toHaveLength(2);
    const merged = await session.acceptOutside();
    expect(merged).toMatchObject({ kind: 'merged', changes: 2 });
    expect(session.project.all('coding')).toHaveLength(3);
    expect((await session.flush()).kind).toBe('saved');
    expect(await stateElsewhere(host, name)).toEqual(visibleState(session.project));
    for (const source of session.project.all('source')) {
      expect(await session.contents.load(source.revision)).not.toBeNull();
    }
    await session.close();
    const again = await mustOpen(host, name);
    expect(visibleState(again.project)).toEqual(visibleState(session.project));
  });

  test('is noticed with the next save, even where nobody looks', async () => {
    const host = createStandIn();
    const { name, session } = await make(host);
    await session.flush();
    const theirs = await editedElsewhere(host.files.get(name)!, async (other) => {
      await codeSomething(other);
    });
    host.files.set(name, theirs);
    await codeSomething(session);
    await session.flush();
    await expect.poll(() => session.outside().kind).toBe('offer');
    expect(host.files.get(name)).toEqual(theirs);
    await session.acceptOutside();
    expect((await session.flush()).kind).toBe('saved');
    expect(await stateElsewhere(host, name)).toEqual(visibleState(session.project));
  });

  test('an older version of itself is brought up to date without a question', async () => {
    const host = createStandIn();
    const { name, session } = await make(host);
    await session.flush();
    const old = host.files.get(name)!.slice();
    await codeSomething(session);
    await session.flush();
    host.files.set(name, old);
    expect((await session.reconcile()).kind).toBe('caught-up');
    expect((await session.flush()).kind).toBe('saved');
    expect(await stateElsewhere(host, name)).toEqual(visibleState(session.project));
    session.dismissOutside();
    expect(session.outside().kind).toBe('as-left');
  });

  test.each([
    ['cut in its head', (bytes: Uint8Array) => bytes.slice(0, 40), 'damaged'],
    ['something else', () => new TextEncoder().encode('otra cosa'), 'not-ours'],
    ['newer', (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, index) => (index === 8 ? 9 : byte)), 'too-new'],
    [
      'damaged in the middle',
      (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, index) => (index === 900 ? byte ^ 1 : byte)),
      'damaged',
    ],
  ] as const)('a file that is %s is left alone and said', async (_what, spoil, why) => {
    const host = createStandIn();
    const { name, session } = await make(host);
    await codeSomething(session);
    await session.flush();
    const spoiled = spoil(host.files.get(name)!);
    host.files.set(name, spoiled);
    expect(await session.reconcile()).toEqual({ kind: 'foreign', why });
    await codeSomething(session, 'Y sin embargo se sigue.');
    expect(await session.flush()).toMatchObject({ inApp: true, inFile: false });
    expect(host.files.get(name)).toEqual(spoiled);
  });

  test('a file sealed under another key is told from one of ours', async () => {
    const host = createStandIn();
    const { name, session } = await make(host);
    await session.flush();
    const sealed = await editedElsewhere(host.files.get(name)!, async (other) => {
      const sealed = await other.changePassphrase(null, 'nueva frase');
      return sealed.ok ? sealed.value : undefined;
    });
    host.files.set(name, sealed);
    expect(await session.reconcile()).toEqual({ kind: 'foreign', why: 'other-key' });
  });
});

describe('a file that is lost', () => {
  test.each([
    ['deleted', null],
    ['empty', new Uint8Array()],
    ['something else', new TextEncoder().encode('no es nuestro')],
  ])('is written again from the copy in the app when it is %s', async (_what, left) => {
    const host = createStandIn();
    const { name, session } = await make(host, 'una frase');
    await codeSomething(session);
    await session.close();
    if (left) host.files.set(name, left);
    else host.files.delete(name);
    expect(await open(host, name)).toMatchObject({ failure: { code: 'file-lost' } });
    expect(await open(host, name, { acceptRebuild: true })).toMatchObject({ failure: { code: 'passphrase-needed' } });
    expect(host.files.get(name)).toEqual(left ?? undefined);
    const again = await mustOpen(host, name, { acceptRebuild: true, passphrase: 'una frase' });
    expect(visibleState(again.project)).toEqual(visibleState(session.project));
    expect(again.openReport).toMatchObject({ wasRebuilt: true, missingChanges: 0 });
    await again.close();
    if (left && left.length > 0) expect([...host.files.values()]).toContainEqual(left);
    const elsewhere = createStandIn();
    elsewhere.files.set('copy.triangula', host.files.get(name)!);
    const there = await mustOpen(elsewhere, 'copy.triangula', { passphrase: 'una frase' });
    expect(visibleState(there.project)).toEqual(visibleState(session.project));
  });
});
