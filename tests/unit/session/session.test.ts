/** The open evaluation over the stand-in host: making, saving, reopening, undo after a restart, trouble with the disk. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { DiskFailure } from '#shared/bridge/requests.ts';
import { writeMemo } from '#shared/domain/coding/coding-edits.ts';
import { createStandIn } from '#renderer/bridge/stand-in.ts';
import { codeSomething, make, mustOpen, open } from '#tests/unit/session/open-session.ts';
import { visibleState } from '#tests/support/small-project.ts';

describe('an evaluation', () => {
  test.each([null, 'una frase larga'])(
    'is all there after closing and reopening (passphrase %s)',
    async (passphrase) => {
      const host = createStandIn();
      const { name, session } = await make(host, passphrase);
      const { content, revision } = await codeSomething(session);
      expect((await session.close()).kind).toBe('saved');
      const again = await mustOpen(host, name, { passphrase });
      expect(visibleState(again.project)).toEqual(visibleState(session.project));
      expect(await again.contents.load(revision)).toEqual(content);
      expect(again.project.all('code').map((code) => code.name)[0]).toBe('Pertinencia');
      expect(again.project.all('person')).toHaveLength(1);
    },
  );

  test('can be undone and redone after a restart', async () => {
    const host = createStandIn();
    const { name, session } = await make(host);
    const { coding } = await codeSomething(session);
    session.commit(writeMemo(session.project.get('coding', coding)!, 'nota'));
    await session.close();
    const second = await mustOpen(host, name);
    expect(second.undo()?.label.key).toBe('write-memo');
    expect(second.project.get('coding', coding)?.memo).toBe('');
    expect(second.undo()?.label.key).toBe('code-passage');
    expect(second.project.get('coding', coding)).toBeUndefined();
    await second.close();
    const third = await mustOpen(host, name);
    third.redo();
    third.redo();
    expect(third.project.get('coding', coding)?.memo).toBe('nota');
    expect(third.redo()).toBeNull();
  });

  test('undo takes back only what this person did', async () => {
    const host = createStandIn();
    const { name, session } = await make(host);
    await codeSomething(session);
    await session.close();
    const opened = await open(host, name, { personName: 'Luis Cano' });
    if (!opened.ok) throw new Error(opened.failure.code);
    expect(opened.value.history().undoable).toEqual([]);
    expect(opened.value.undo()).toBeNull();
  });

  test('the app restores the file when it is older than what the app has', async () => {
    const host = createStandIn();
    const { name, session } = await make(host);
    const old = host.files.get(name)!.slice();
    await codeSomething(session);
    await session.close();
    host.files.set(name, old);
    const again = await mustOpen(host, name);
    expect(visibleState(again.project)).toEqual(visibleState(session.project));
    expect(host.files.get(name)!.length).toBeGreaterThan(old.length);
  });

  test('the file restores the app when its database is gone, as on another machine', async () => {
    const host = createStandIn();
    const { name, session } = await make(host);
    const { revision, content } = await codeSomething(session);
    await session.close();
    const elsewhere = createStandIn();
    elsewhere.files.set('copy.triangula', host.files.get(name)!);
    const again = await mustOpen(elsewhere, 'copy.triangula');
    expect(visibleState(again.project)).toEqual(visibleState(session.project));
    expect(await again.contents.load(revision)).toEqual(content);
    expect(again.replica).not.toBe(session.replica);
  });
});

describe('trouble', () => {
  test('a disk that refuses is said, and caught up with when it is back', async () => {
    const host = createStandIn();
    const { name, session } = await make(host);
    await session.flush();
    host.refusals.set('project.append', 'disk-full' satisfies DiskFailure['code']);
    await codeSomething(session);
    const state = await session.flush();
    expect(state).toMatchObject({ kind: 'partly', inApp: true, inFile: false, failure: { code: 'disk-full' } });
    host.refusals.clear();
    expect((await session.flush()).kind).toBe('saved');
    const elsewhere = createStandIn();
    elsewhere.files.set('copy.triangula', host.files.get(name)!);
    expect(visibleState((await mustOpen(elsewhere, 'copy.triangula')).project)).toEqual(visibleState(session.project));
  });

  test('wrong passphrase, other files, newer formats and cut files are refused, and nothing is touched', async () => {
    const host = createStandIn();
    const { name, session } = await make(host, 'secreto');
    await session.close();
    const whole = host.files.get(name)!.slice();
    expect(await open(host, name)).toMatchObject({ failure: { code: 'passphrase-needed' } });
    expect(await open(host, name, { passphrase: 'otra' })).toMatchObject({ failure: { code: 'wrong-passphrase' } });
    host.files.set('other.triangula', new TextEncoder().encode('not a project'));
    expect(await open(host, 'other.triangula')).toMatchObject({ failure: { code: 'not-ours' } });
    const newer = whole.slice();
    newer[8] = 9;
    host.files.set('newer.triangula', newer);
    expect(await open(host, 'newer.triangula', { passphrase: 'secreto' })).toMatchObject({
      failure: { code: 'too-new' },
    });
    const cut = whole.slice(0, -20);
    host.files.set('cut.triangula', cut);
    expect(await open(host, 'cut.triangula', { passphrase: 'secreto' })).toMatchObject({
      failure: { code: 'no-evaluation' },
    });
    expect(host.files.get('cut.triangula')).toEqual(cut);
    expect(host.files.get(name)).toEqual(whole);
  });

  test('a cut file is mended from the copy in the app', async () => {
    const host = createStandIn();
    const { name, session } = await make(host);
    await codeSomething(session);
    await session.close();
    host.files.set(name, host.files.get(name)!.slice(0, -30));
    const again = await mustOpen(host, name);
    expect(visibleState(again.project)).toEqual(visibleState(session.project));
    await again.close();
    const elsewhere = createStandIn();
    elsewhere.files.set('copy.triangula', host.files.get(name)!);
    expect(visibleState((await mustOpen(elsewhere, 'copy.triangula')).project)).toEqual(visibleState(session.project));
  });
});
