/** Changing, setting and removing the passphrase of an open evaluation. */
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { createStandIn } from '#renderer/bridge/stand-in.ts';
import { databasesOfCopy } from '#renderer/data/project-database.ts';
import { codeSomething, make, mustOpen, open } from '#tests/unit/session/open-session.ts';
import { visibleState } from '#tests/support/small-project.ts';

const tagsOf = async (name: string): Promise<readonly string[]> =>
  (await databasesOfCopy(`copy-${name}`)).map(({ sealTag }) => sealTag);

describe('the passphrase', () => {
  test('is changed by rewriting the head and not one frame', async () => {
    const host = createStandIn();
    const { name, session } = await make(host, 'la vieja');
    await codeSomething(session);
    await session.flush();
    const before = host.files.get(name)!;
    expect(await session.changePassphrase('otra', 'la nueva')).toMatchObject({ failure: { code: 'wrong-passphrase' } });
    expect(host.files.get(name)).toEqual(before);
    const changed = await session.changePassphrase('la vieja', 'la nueva');
    if (!changed.ok) throw new Error(changed.failure.code);
    expect(changed.value).toBe(session);
    const after = host.files.get(name)!;
    expect(after.length).toBe(before.length);
    expect(after.slice(900)).toEqual(before.slice(900));
    await codeSomething(session, 'Después del cambio.');
    expect((await session.close()).kind).toBe('saved');
    expect(await open(host, name, { passphrase: 'la vieja' })).toMatchObject({ failure: { code: 'wrong-passphrase' } });
    const again = await mustOpen(host, name, { passphrase: 'la nueva' });
    expect(visibleState(again.project)).toEqual(visibleState(session.project));
  });

  test('is set: nothing open is left in either copy', async () => {
    const host = createStandIn();
    const { name, session } = await make(host);
    const { revision, content } = await codeSomething(session, 'Lo que nadie debe leer. '.repeat(2));
    const sealed = await session.changePassphrase(null, 'ahora sí');
    if (!sealed.ok) throw new Error(sealed.failure.code);
    expect(sealed.value.isSealed).toBe(true);
    expect(visibleState(sealed.value.project)).toEqual(visibleState(session.project));
    expect(await sealed.value.contents.load(revision)).toEqual(content);
    expect(await tagsOf(name)).not.toContain('open');
    await codeSomething(sealed.value, 'Y se sigue.');
    expect((await sealed.value.close()).kind).toBe('saved');
    expect(new TextDecoder('latin1').decode(host.files.get(name))).not.toMatch(/nadie|Pertinencia|Ana Robles/u);
    const again = await mustOpen(host, name, { passphrase: 'ahora sí' });
    expect(visibleState(again.project)).toEqual(visibleState(sealed.value.project));
  });

  test('is removed, and only by who knows it', async () => {
    const host = createStandIn();
    const { name, session } = await make(host, 'secreto');
    await codeSomething(session);
    expect(await session.changePassphrase('no es', null)).toMatchObject({ failure: { code: 'wrong-passphrase' } });
    const opened = await session.changePassphrase('secreto', null);
    if (!opened.ok) throw new Error(opened.failure.code);
    await opened.value.close();
    expect(await tagsOf(name)).toEqual(['open']);
    const again = await mustOpen(host, name);
    expect(visibleState(again.project)).toEqual(visibleState(session.project));
  });

  test('an open database left by an app that ended half-way is taken in and removed', async () => {
    const host = createStandIn();
    const { name, session } = await make(host);
    await codeSomething(session);
    await session.flush();
    const before = host.files.get(name)!.slice();
    await codeSomething(session, 'Solo en la copia abierta.');
    await session.close();
    const elsewhere = createStandIn();
    elsewhere.files.set('copy.triangula', before);
    const there = await mustOpen(elsewhere, 'copy.triangula');
    const sealed = await there.changePassphrase(null, 'una frase');
    if (!sealed.ok) throw new Error(sealed.failure.code);
    await sealed.value.close();
    host.files.set(name, elsewhere.files.get('copy.triangula')!);
    const again = await mustOpen(host, name, { passphrase: 'una frase' });
    expect(again.project.all('coding')).toHaveLength(2);
    expect(await tagsOf(name)).not.toContain('open');
  });
});
